/** What is counted of a block and, summed up, of a part. */
export interface BlockCounts {
  /** Lines; 0 where the splitter counts them. */
  lines: number;
  documents: number;
  rejected: number;
  blank: number;
  /** Lines that are no records: titles, headers met again, comments. */
  skipped: number;
  /** Documents that the input says were deleted. */
  deleted: number;
  /** Lines of bulk requests that say what to do. */
  actionLines: number;
}

/** Adds counts to others, name by name. */
export function addCounts<K extends string>(
  to: Record<NoInfer<K>, number>,
  counts: Readonly<Record<K, number>>,
): void {
  for (const name of Object.keys(counts) as K[]) to[name] = (to[name] ?? 0) + counts[name];
}
