/** What a proven draw says of one measure, at any level. */
export interface DesignLimits {
  /** Best estimate: units, or a share in [0, 1]; null where there are limits only. */
  value: number | null;
  method: string;
  /**
   * Limits that miss the truth with at most these chances below and above.
   *
   * @returns units, or shares in [0, 1]; `high` is Infinity where nothing bounds it
   */
  at: (lowerAlpha: number, upperAlpha: number) => { low: number; high: number };
}
