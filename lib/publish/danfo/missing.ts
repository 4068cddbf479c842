/** Whether a cell of a frame holds nothing: danfo has three ways to say so. */
export function isMissing(value: unknown): boolean {
  return value === null || value === undefined || Number.isNaN(value);
}

/** The values that are there. */
export function present<T>(values: readonly T[]): T[] {
  return values.filter((value) => !isMissing(value));
}
