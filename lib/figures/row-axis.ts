import { escapeLines } from './escape-lines';
import type { Axis } from './figure';

/**
 * The vertical axis of a chart of rows: row 0 on top, each with its label.
 *
 * @param labels plain texts; escaped and wrapped here
 * @param width characters of a label line
 * @param places the middle of each row and the end of the last; defaults to 0, 1, 2 …
 */
export function rowAxis(
  labels: string[],
  width: number,
  { middles, end } = { middles: labels.map((_, i) => i), end: labels.length - 0.5 },
): Axis {
  return {
    type: 'linear',
    range: [end, -0.5],
    tickvals: middles,
    ticktext: labels.map((label) => escapeLines(label, width)),
    showgrid: false,
    zeroline: false,
    fixedrange: true,
  };
}
