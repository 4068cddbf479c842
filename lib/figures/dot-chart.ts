import { baseLayout } from './base-layout';
import { countAxis } from './count-axis';
import type { Figure, Rectangle, Trace } from './figure';
import { labelRoom } from './label-room';
import { PALETTE } from './palette';
import { rowAxis } from './row-axis';

/** One row of a chart of dots. */
export interface DotRow {
  label: string;
  /** Where the dot lies on the axis. */
  value: number;
  /** Where a line through the dot begins and ends; it has none on a side without. */
  low?: number;
  high?: number;
  /** Spans that are laid pale behind the dot, such as what was claimed. */
  bands?: { from: number; to: number }[];
  /** Beside the dot; lines are broken at `<br>`. */
  text: string;
  /** In heights of a row; defaults to 1. */
  height?: number;
  /** Of the dot; where no row has one, all are alike. */
  color?: string;
}

/** What a chart of dots is made of. */
export interface DotChart {
  title: string;
  alt: string;
  rows: DotRow[];
  /** What the axis counts. */
  axis: string;
  /** Numbers that the axis must show; defaults to the dots'. */
  shown?: number[];
  /** What a dot is: "in this file". */
  name: string;
  synthetic: boolean;
  look: {
    /** px: height of a row, width kept for its label, room below, size of a dot, from a dot to its text. */
    rowHeight: number;
    labels: number;
    bottom: number;
    dot: number;
    gap: number;
    /** Characters of a line of a row's label. */
    labelWidth: number;
    /** The line through the dot; absent where no row has one. */
    line?: { color: string; thickness: number; width: number };
  };
}

/** A chart of counts: a dot for each row with its number beside it, on a thin line where the row has limits. */
export function dotChart({ title, alt, rows, axis, shown, name, synthetic, look }: DotChart): Figure {
  const x = countAxis(shown ?? rows.map(({ value }) => value), axis, labelRoom(rows.map(({ text }) => text)));
  const places = placesOf(rows);
  const height = rows.reduce((sum, row) => sum + (row.height ?? 1), 0);
  const layout = baseLayout({
    title,
    rows: height,
    rowHeight: look.rowHeight,
    labels: look.labels,
    bottom: look.bottom,
    synthetic,
    xaxis: x.axis,
    yaxis: rowAxis(
      rows.map(({ label }) => label),
      look.labelWidth,
      { middles: places, end: height - 0.5 },
    ),
  });
  layout.annotations.push(
    ...rows.map(({ text, value, high = 0 }, i) => ({
      text,
      x: x.at(Math.max(value, high)),
      y: places[i] ?? i,
      xref: 'x' as const,
      yref: 'y' as const,
      xanchor: 'left' as const,
      yanchor: 'middle' as const,
      xshift: look.gap,
      align: 'left' as const,
      showarrow: false as const,
      font: { size: 12 },
    })),
  );
  layout.shapes.push(
    ...rows.flatMap((row, y) => (row.bands ?? []).map((band) => pale(band, row, places[y] ?? y, x.start))),
  );
  return {
    title,
    alt,
    data: rows.length === 0 ? [] : [dots(rows, { name, look, start: x.start, places })],
    layout,
  };
}

/** The middle of each row, counted in heights of a row from the middle of a first one. */
function placesOf(rows: readonly DotRow[]): number[] {
  let top = -0.5;
  return rows.map(({ height = 1 }) => {
    top += height;
    return top - height / 2;
  });
}

function dots(
  rows: DotRow[],
  { name, look, start, places }: Pick<DotChart, 'name' | 'look'> & { start: number; places: number[] },
): Trace {
  const at = (value: number) => Math.max(start, value);
  const colors = rows.flatMap(({ color }) => color ?? []);
  const reach = (row: DotRow, end: number | undefined) =>
    end === undefined ? 0 : Math.abs(at(end) - at(row.value));
  return {
    type: 'scatter',
    mode: 'markers',
    name,
    x: rows.map(({ value }) => at(value)),
    y: places,
    marker: { color: colors.length > 0 ? colors : PALETTE.mark, size: look.dot, symbol: 'circle' },
    ...(look.line && {
      error_x: {
        type: 'data' as const,
        symmetric: false as const,
        array: rows.map((row) => reach(row, row.high)),
        arrayminus: rows.map((row) => reach(row, row.low)),
        ...look.line,
      },
    }),
    hoverinfo: 'skip',
    showlegend: false,
  };
}

/** A span over the height of a row. */
function pale(
  { from, to }: { from: number; to: number },
  { height = 1 }: DotRow,
  y: number,
  start: number,
): Rectangle {
  return {
    type: 'rect',
    xref: 'x',
    yref: 'y',
    x0: Math.max(start, from),
    x1: Math.max(start, to),
    y0: y - 0.46 * height,
    y1: y + 0.46 * height,
    fillcolor: PALETTE.claim,
    line: { color: PALETTE.claim, width: 1 },
    layer: 'below',
  };
}
