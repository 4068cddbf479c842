import type { CsvColumn } from './csv-dialect';

/** Columns of these names, each with how often its name has come up to it. */
export function namedColumns(names: string[]): CsvColumn[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const repeat = (seen.get(name) ?? 0) + 1;
    seen.set(name, repeat);
    return { name, repeat };
  });
}
