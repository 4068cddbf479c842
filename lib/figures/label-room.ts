/** Width of the plot on a phone of 360 px, beside row labels of 150 px. */
const PHONE_PLOT = 182;
/** Of one character of a label of 12 px, and between a dot and its label, px. */
const CHARACTER = 6.8;
const GAP = 12;

/**
 * Share of an axis to be kept free behind its largest value, so that the longest label beside a dot there fits on a phone.
 *
 * @param labels lines are broken at `<br>`
 * @example labelRoom(['2,400,000']) // 0.67
 */
export function labelRoom(labels: readonly string[]): number {
  const longest = Math.max(0, ...labels.flatMap((label) => label.split('<br>')).map((line) => line.length));
  const label = Math.min(0.7 * PHONE_PLOT, GAP + CHARACTER * longest);
  return Number((1 / (1 - label / PHONE_PLOT) - 1).toFixed(2));
}
