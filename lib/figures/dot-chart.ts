import { baseLayout } from './base-layout';
import { countAxis } from './count-axis';
import type { Figure, Trace } from './figure';
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
  /** Beside the dot; lines are broken at `<br>`. */
  text: string;
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
  const layout = baseLayout({
    title,
    rows: rows.length,
    rowHeight: look.rowHeight,
    labels: look.labels,
    bottom: look.bottom,
    synthetic,
    xaxis: x.axis,
    yaxis: rowAxis(
      rows.map(({ label }) => label),
      look.labelWidth,
    ),
  });
  layout.annotations.push(
    ...rows.map(({ text, value, high = 0 }, y) => ({
      text,
      x: x.at(Math.max(value, high)),
      y,
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
  return { title, alt, data: rows.length === 0 ? [] : [dots(rows, { name, look, start: x.start })], layout };
}

function dots(
  rows: DotRow[],
  { name, look, start }: Pick<DotChart, 'name' | 'look'> & { start: number },
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
    y: rows.map((_, i) => i),
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
