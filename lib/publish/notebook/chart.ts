import { AnalysisError } from '../../contract/errors';
import type { PlotlyFigure } from '../../figures/figure';
import type { ChartPoint, OwnChart } from '../../figures/own-chart';
import { ownChart } from '../../figures/own-chart';
import { isMissing } from '../danfo/missing';
import type { PlainTable, Tabular } from './tabular';
import { isHidden } from '../danfo/typed-column';
import { NOTHING } from '../tables/cell-text';
import { assertColumn, plainTable } from './tabular';

const MOST_POINTS = 20_000;
const DAY_OR_TIME = /^\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}.*)?)?$/;

/** What a chart shows. */
export interface ChartOptions {
  /** Column of the horizontal axis: names, numbers, or days as ISO dates. */
  x: string;
  /** Column of the vertical axis: numbers. */
  y: string;
  /** Defaults to bars for names, a line for days, points for numbers. */
  kind?: 'bar' | 'line' | 'scatter';
  /** Column that gives each of its values a colour. Defaults to one colour. */
  color?: string;
  /** Defaults to "y by x". */
  title?: string;
}

/**
 * A frame, an answer or rows as a Plotly figure in the style of the kit's own. As the last word of a cell it shows itself;
 * `save` writes it. Values that are hidden or missing are left out, and the figure says how many.
 *
 * @throws COLUMN_MISSING with the nearest names; CHART_NUMBERS; CHART_REPEATED for bars of one place and colour;
 * CHART_TOO_MANY above 20,000 rows
 * @example chart([{ city: 'Bonn', people: 300 }, { city: 'Köln', people: '<10' }], { x: 'city', y: 'people' }).alt // 'people by city: Bonn 300.'
 */
export function chart(what: Tabular, { x, y, kind, color, title }: ChartOptions): PlotlyFigure {
  const table = plainTable(what);
  for (const name of [x, y, ...(color === undefined ? [] : [color])]) assertColumn(table, name);
  assertNumbers(table, y);
  const placed = table.rows.filter((row) => !isMissing(row[x]));
  const axis = axisOf(placed.map((row) => row[x]));
  const drawn = kind ?? ({ category: 'bar', date: 'line', linear: 'scatter' } as const)[axis];
  const points = placed
    .map((row): ChartPoint => {
      const group = color === undefined ? null : isMissing(row[color]) ? NOTHING : String(row[color]);
      const [at, height] = [row[x], row[y]];
      return {
        x: typeof at === 'number' ? at : String(at),
        y: typeof height === 'number' ? height : null,
        group,
      };
    })
    .filter((point) => point.y !== null || drawn === 'line');
  if (drawn === 'bar' && color !== undefined) assertOneEach(points, x);
  const hidden = table.rows.filter((row) => isHidden(row[y])).length;
  const missing = table.rows.filter(
    (row) => isMissing(row[y]) || (isMissing(row[x]) && !isHidden(row[y])),
  ).length;
  return ownChart({ points, kind: drawn, axis, x, y, title, hidden, missing, synthetic: table.synthetic });
}

function assertNumbers({ rows }: PlainTable, y: string): void {
  if (rows.length > MOST_POINTS)
    throw new AnalysisError('CHART_TOO_MANY', { count: rows.length, most: MOST_POINTS });
  if (rows.some((row) => typeof row[y] !== 'number' && !isMissing(row[y]) && !isHidden(row[y])))
    throw new AnalysisError('CHART_NUMBERS', { argument: y });
}

function axisOf(values: readonly unknown[]): OwnChart['axis'] {
  if (values.length === 0) return 'category';
  if (values.every((value) => typeof value === 'number')) return 'linear';
  return values.every((value) => DAY_OR_TIME.test(String(value))) ? 'date' : 'category';
}

/** Plotly adds up bars of one place and colour, so that a sum would look like a value. */
function assertOneEach(points: readonly ChartPoint[], x: string): void {
  const places = new Set(points.map((point) => JSON.stringify([point.x, point.group])));
  if (places.size < points.length) throw new AnalysisError('CHART_REPEATED', { argument: x });
}
