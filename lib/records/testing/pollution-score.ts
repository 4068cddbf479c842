/**
 * Pollock's score of one loaded file, from 0 to 10: one point for loading it at all, and precision, recall and F1 of the
 * header's cells, of the records and of all cells, each as a multiset.
 *
 * @param clean header and records as they should be
 * @param loaded as they were found; null where nothing was loaded
 */
export function pollutionScore(clean: string[][], loaded: string[][] | null): number {
  if (!loaded) return 0;
  if (clean.length === 0) return 10;
  const join = (rows: string[][]): string[] => rows.slice(1).map((row) => row.join(''));
  return (
    1 +
    agreement(clean[0] ?? [], loaded[0] ?? []) +
    agreement(join(clean), join(loaded)) +
    agreement(clean.flat(), loaded.flat())
  );
}

function agreement(clean: string[], loaded: string[]): number {
  if (clean.length === 0) return 3;
  const left = new Map<string, number>();
  for (const each of clean) left.set(each, (left.get(each) ?? 0) + 1);
  let both = 0;
  for (const each of loaded) {
    const count = left.get(each) ?? 0;
    if (count > 0) both++;
    left.set(each, count - 1);
  }
  if (both === 0) return 0;
  const [precision, recall] = [both / clean.length, both / loaded.length];
  return precision + recall + (2 * precision * recall) / (precision + recall);
}
