import type { Count, Results } from '../contract/results';
import { baseLayout } from './base-layout';
import { categoryCounts } from './category-counts';
import { categoryTitle } from '../words/names/category-names';
import { countAxis } from './count-axis';
import type { Annotation, Figure } from './figure';
import { formatCount } from '../words/numbers/format-number';
import { labelRoom } from './label-room';
import { PALETTE } from './palette';
import { rowAxis } from './row-axis';
import { isSynthetic, SYNTHETIC_STAMP } from './synthetic-stamp';

/**
 * What is in the file: one dot per category of data that somebody has, at the number of people who have it (documents
 * where nobody can be told apart), on a thin guide line: on a logarithmic axis a bar has no honest length. A hidden small
 * count is a pale dot at 9, marked "fewer than 10"; categories that nobody has stand in the alternative text only.
 */
export function fieldsFigure(results: Results): Figure {
  const { unit, rows: all } = categoryCounts(results);
  const rows = all.filter((row) => row.count !== 0);
  const title =
    unit === 'people' ? 'How many people have which data in this file' : 'Which data are in this file';
  const x = countAxis(
    rows.map((row) => drawn(row.count)),
    unit === 'people' ? 'People in this file' : 'Documents in this file',
    labelRoom(rows.map((row) => formatCount(row.count))),
  );
  const synthetic = isSynthetic(results);
  const layout = baseLayout({
    title,
    rows: rows.length,
    rowHeight: 26,
    labels: 150,
    bottom: 64,
    synthetic,
    xaxis: x.axis,
    yaxis: rowAxis(
      rows.map((row) => categoryTitle(row.category)),
      22,
    ),
  });
  layout.annotations.push(...rows.map((row, i) => label(row.count, i, x.at(drawn(row.count)))));
  return { title, alt: sentence(unit, all, synthetic), data: [dots(rows, x.start)], layout };
}

function dots(rows: { count: Count }[], start: number): Figure['data'][number] {
  const at = rows.map((row) => Math.max(start, drawn(row.count)));
  return {
    type: 'scatter',
    mode: 'markers',
    name: 'in this file',
    x: at,
    y: rows.map((_, i) => i),
    marker: {
      color: rows.map((row) => (typeof row.count === 'number' ? PALETTE.mark : PALETTE.faint)),
      size: 10,
      symbol: 'circle',
    },
    error_x: {
      type: 'data',
      symmetric: false,
      array: rows.map(() => 0),
      arrayminus: at.map((value) => value - start),
      color: PALETTE.faint,
      thickness: 1,
      width: 0,
    },
    hoverinfo: 'skip',
    showlegend: false,
  };
}

/** Where a dot lies: 9 for "fewer than 10", nothing for a withheld number. */
function drawn(count: Count): number {
  return count === '<10' ? 9 : count === 'withheld' ? 0 : count;
}

function label(count: Count, row: number, x: number): Annotation {
  return {
    text: formatCount(count),
    x,
    y: row,
    xref: 'x',
    yref: 'y',
    xanchor: 'left',
    yanchor: 'middle',
    xshift: 9,
    align: 'left',
    showarrow: false,
    font: { size: 12 },
  };
}

function sentence(unit: string, rows: { category: string; count: Count }[], synthetic: boolean): string {
  const some = rows
    .filter((row) => row.count !== 0)
    .map((row) => `${categoryTitle(row.category)} ${formatCount(row.count)}`);
  const none = rows.filter((row) => row.count === 0).map((row) => categoryTitle(row.category));
  return [
    `Chart of ${unit} in this file by kind of data: ${some.join(', ') || 'none recognised'}.`,
    none.length > 0 ? `None: ${none.join(', ')}.` : '',
    synthetic ? `${SYNTHETIC_STAMP}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
