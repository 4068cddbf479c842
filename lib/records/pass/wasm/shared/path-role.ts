// Read by both compilers.

/** What a path is to the one above it. */
export enum PathRole {
  MEMBER,
  /** The elements of an array. */
  ELEMENT,
  /** The JSON inside a string. */
  JSON,
  /** The members whose keys are values and no names, all in one path. */
  FOLDED,
  /** The keys of those. */
  KEYS,
}
