/** Numbers of a chunk in a file of row groups; then how many they are. */
export enum FiledChunk {
  /** Of its path or, for a fixed column, of its table. */
  id,
  /** A `ChunkKind`. */
  kind,
  start,
  dataPage,
  bytes,
  encoding,
  FIELDS,
}
