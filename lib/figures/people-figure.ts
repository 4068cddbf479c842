import type { Count, Results } from '../contract/results';
import { baseLayout } from './base-layout';
import { countAxis } from './count-axis';
import type { Annotation, Figure, Trace } from './figure';
import { formatCount } from '../words/numbers/format-number';
import { labelRoom } from './label-room';
import { PALETTE } from './palette';
import type { CurveRow } from './people-curve';
import { peopleCurve } from './people-curve';
import { rowAxis } from './row-axis';
import { isSynthetic, SYNTHETIC_STAMP } from './synthetic-stamp';

/**
 * The people curve: a dot for each way of counting, dark where it counts people, pale where it counts what stands beside
 * them; a line where the definition itself leaves a range open.
 */
export function peopleFigure(results: Results): Figure {
  const rows = peopleCurve(results);
  const title = 'How many people are in this file, by who counts as one';
  const x = countAxis(
    rows.flatMap((row) => [row.count, ...(row.range ?? [])].map(plain)),
    'In this file<br>(dark: people,<br>pale: for comparison)',
    labelRoom(rows.map((row) => formatCount(row.count))),
  );
  const synthetic = isSynthetic(results);
  const layout = baseLayout({
    title,
    rows: rows.length,
    rowHeight: 30,
    labels: 150,
    bottom: 96,
    synthetic,
    xaxis: x.axis,
    yaxis: rowAxis(
      rows.map((row) => row.label),
      22,
    ),
  });
  layout.annotations.push(
    ...rows.map((row, i) =>
      note(formatCount(row.count), i, x.at(Math.max(plain(row.count), plain(row.range?.[1] ?? 0)))),
    ),
  );
  const data = rows.length === 0 ? [] : [dots(rows, x.start)];
  return { title, alt: sentence(rows, synthetic), data, layout };
}

const plain = (count: Count): number => (typeof count === 'number' ? count : count === '<10' ? 9 : 0);

function dots(rows: CurveRow[], start: number): Trace {
  const at = rows.map((row) => Math.max(start, plain(row.count)));
  const reach = (side: 0 | 1) =>
    rows.map(({ range }, i) => {
      const end = range?.[side];
      return typeof end === 'number' ? Math.abs(Math.max(start, end) - (at[i] ?? 0)) : 0;
    });
  return {
    type: 'scatter',
    mode: 'markers',
    name: 'in this file',
    x: at,
    y: rows.map((_, i) => i),
    marker: {
      color: rows.map((row) => (row.person ? PALETTE.mark : PALETTE.faint)),
      size: 10,
      symbol: 'circle',
    },
    error_x: {
      type: 'data',
      symmetric: false,
      array: reach(1),
      arrayminus: reach(0),
      color: PALETTE.mark,
      thickness: 2,
      width: 5,
    },
    hoverinfo: 'skip',
    showlegend: false,
  };
}

function words({ count, range }: CurveRow): string {
  return range === null
    ? formatCount(count)
    : `${formatCount(count)} (${formatCount(range[0])} to ${formatCount(range[1])})`;
}

function note(text: string, row: number, x: number): Annotation {
  return {
    text,
    x,
    y: row,
    xref: 'x',
    yref: 'y',
    xanchor: 'left',
    yanchor: 'middle',
    xshift: 10,
    align: 'left',
    showarrow: false,
    font: { size: 12 },
  };
}

function sentence(rows: CurveRow[], synthetic: boolean): string {
  const said = rows.map((row) => `${row.label}: ${words(row)}`);
  const start = 'People in this file under each definition, beside what else can be counted';
  return `${start}. ${said.join('; ') || 'Nothing tells people apart'}.${synthetic ? ` ${SYNTHETIC_STAMP}.` : ''}`;
}
