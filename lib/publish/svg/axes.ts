import type { Figure } from '../../figures/figure';
import { round, svgText } from './plotly-text';
import type { Scales } from './scales';

/** Colours a page may set; the fallbacks are for a picture that stands alone. */
export const INK = 'var(--ink,#1b1f24)';
/** Second line of text. */
export const SOFT = 'var(--soft,#57606a)';
/** Lines behind the marks. */
export const GRID = 'var(--grid,#d8dee4)';

/** Height of a line of the title, px. */
const LINE = 15;

/** SVG of ticks, grid, row labels and the title of the x axis. */
export function svgAxes({ layout }: Figure, scales: Scales): string {
  const { area } = scales;
  const { xaxis, yaxis } = layout;
  const above = xaxis.side === 'top';
  const columns = (xaxis.tickvals ?? []).map((tick, i) => {
    const x = scales.x(tick);
    const grid =
      xaxis.showgrid === false
        ? ''
        : `<path d="M${round(x)} ${round(area.top)}V${round(area.bottom)}" style="stroke:${GRID}" stroke-width="1"/>`;
    const y = above ? area.top - 16 : area.bottom + 12;
    return (
      grid + svgText(xaxis.ticktext?.[i] ?? String(tick), { x, y, anchor: 'middle', size: 12, color: SOFT })
    );
  });
  const rows = (yaxis.tickvals ?? []).map((tick, i) =>
    svgText(yaxis.ticktext?.[i] ?? '', {
      x: area.left - 8,
      y: scales.y(tick),
      anchor: 'end',
      size: 12,
      color: INK,
    }),
  );
  const middle = (area.left + area.right) / 2;
  // Its first line stays clear of the ticks.
  const below = area.bottom + 34 + (((xaxis.title?.text.split('<br>').length ?? 1) - 1) * LINE) / 2;
  const title = xaxis.title
    ? svgText(xaxis.title.text, { x: middle, y: below, anchor: 'middle', size: 12, color: SOFT })
    : '';
  return [...columns, ...rows, title].join('');
}
