import { escapeLines } from './escape-lines';
import type { Axis } from './figure';

/**
 * The vertical axis of a chart of rows: row 0 on top, each with its label.
 *
 * @param labels plain texts; escaped and wrapped here
 * @param width characters of a label line
 */
export function rowAxis(labels: string[], width: number): Axis {
  return {
    type: 'linear',
    range: [labels.length - 0.5, -0.5],
    tickvals: labels.map((_, i) => i),
    ticktext: labels.map((label) => escapeLines(label, width)),
    showgrid: false,
    zeroline: false,
    fixedrange: true,
  };
}
