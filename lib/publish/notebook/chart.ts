import { AnalysisError } from '../../contract/errors';
import { isHidden } from '../../contract/results';
import type { PlotlyFigure } from '../../figures/figure';
import type { ChartPoint, OwnChart } from '../../figures/own-chart';
import { ownChart } from '../../figures/own-chart';
import { isMissing } from '../danfo/missing';
import type { PlainTable, Tabular } from './tabular';
import type { LeftOut } from '../../words/charts/own-chart';
import { notTable } from '../../words/charts/own-chart';
import { NOTHING } from '../tables/cell-text';
import { assertColumn, isTabular, plainTable } from './tabular';

const KINDS: ReadonlyArray<NonNullable<ChartOptions['kind']>> = ['bar', 'line', 'scatter'];
const MOST_POINTS = 20_000;
const DAY_OR_TIME = /^\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}.*)?)?$/;

/** A row with where it lies. */
interface Placed {
  row: Readonly<Record<string, unknown>>;
  at: unknown;
  height: unknown;
}

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
 * `save` writes it. Values that are hidden, missing or infinite are left out, and the figure says how many. A line of days or
 * numbers is drawn in their order.
 *
 * @throws CHART_NO_TABLE; CHART_KIND; COLUMN_MISSING with the nearest names; CHART_NUMBERS; CHART_REPEATED for bars of one place and colour;
 * CHART_TOO_MANY above 20,000 rows
 * @example chart([{ city: 'Bonn', people: 300 }, { city: 'Köln', people: '<10' }], { x: 'city', y: 'people' }).alt // 'people by city: Bonn 300. Not drawn: 1 value hidden because few people are in it.'
 */
export function chart(what: Tabular, { x, y, kind, color, title }: ChartOptions): PlotlyFigure {
  const table = tableIn(what);
  if (kind !== undefined && !KINDS.includes(kind))
    throw new AnalysisError('CHART_KIND', { argument: kind, known: KINDS.join(', ') });
  for (const name of [x, y, ...(color === undefined ? [] : [color])]) assertColumn(table, name);
  assertNumbers(table, y);
  const rows = table.rows.map((row): Placed => ({ row, at: placeOf(row[x]), height: row[y] }));
  const placed = rows.filter(({ at }) => !isMissing(at) && !isInfinite(at));
  const axis = axisOf(placed.map(({ at }) => at));
  const drawn = kind ?? ({ category: 'bar', date: 'line', linear: 'scatter' } as const)[axis];
  const points = placed
    .map(({ row, at, height }): ChartPoint => {
      const group = color === undefined ? null : isMissing(row[color]) ? NOTHING : String(row[color]);
      return {
        x: typeof at === 'number' ? at : String(at),
        y: typeof height === 'number' && Number.isFinite(height) ? height : null,
        group,
      };
    })
    .filter((point) => point.y !== null || drawn === 'line');
  if (drawn === 'bar' && color !== undefined) assertOneEach(points, x);
  if (drawn === 'line' && axis !== 'category') points.sort(inOrder);
  const leftOut = leftOutOf(rows);
  return ownChart({ points, kind: drawn, axis, x, y, title, leftOut, synthetic: table.synthetic });
}

function tableIn(what: unknown): PlainTable {
  if (isTabular(what)) return plainTable(what);
  const type = Array.isArray(what) ? 'list' : what instanceof Promise ? 'promise' : typeof what;
  throw new AnalysisError('CHART_NO_TABLE', { rule: notTable(type) });
}

/** A time as a text that Plotly takes for one. */
function placeOf(value: unknown): unknown {
  if (!(value instanceof Date)) return value;
  return Number.isNaN(value.getTime()) ? null : value.toISOString();
}

function isInfinite(value: unknown): boolean {
  return value === Infinity || value === -Infinity;
}

/** Each row counts once, for the first reason that holds. */
function leftOutOf(rows: readonly Placed[]): LeftOut {
  const leftOut = { hidden: 0, missing: 0, infinite: 0 };
  for (const { at, height } of rows) {
    if (isHidden(height)) leftOut.hidden++;
    else if (isMissing(at) || isMissing(height)) leftOut.missing++;
    else if (isInfinite(at) || isInfinite(height)) leftOut.infinite++;
  }
  return leftOut;
}

/** Plotly joins the points of a line as they are given. Days and times compare as texts. */
function inOrder(a: ChartPoint, b: ChartPoint): number {
  if (typeof a.x === 'number' && typeof b.x === 'number') return a.x - b.x;
  const [left, right] = [timeText(a.x), timeText(b.x)];
  return left < right ? -1 : left > right ? 1 : 0;
}

const timeText = (x: string | number) => String(x).replace(' ', 'T');

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
