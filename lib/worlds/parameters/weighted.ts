/** Something that is drawn by weight, of those named together. */
export interface Weighted {
  name: string | number;
  weight: number;
}
