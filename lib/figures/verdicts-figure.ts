import type { Results } from '../contract/results';
import { baseLayout } from './base-layout';
import { escapeLines } from './escape-lines';
import type { Annotation, Axis, Figure } from './figure';
import { verdictsAlt, verdictsColumns, verdictsTitle, verdictWord } from '../words/charts/verdicts-chart';
import { CELL_INK, NO_FILL, PALETTE, VERDICT_FILL } from './palette';
import { isSynthetic } from './is-synthetic';
import type { VerdictCell, VerdictRow } from './verdict-rows';
import { decidable, verdictRows } from './verdict-rows';
import { wrapText } from './wrap-text';

/** Characters of a line of a row's label. */
const LABEL_WIDTH = 16;

/** A row and where it lies: y runs down from 0 in px. */
interface PlacedRow extends VerdictRow {
  label: string;
  top: number;
  bottom: number;
}

/**
 * Who is borne out, subject by subject: one row per party and disputed subject, one column per world (one column in all
 * for a single input), each cell a page word on its colour. Subjects that no records could decide are left to a sentence.
 *
 * @example verdictsFigure(leak.results).title // 'Who is borne out by these records'
 */
export function verdictsFigure(results: Results): Figure {
  const columns = verdictsColumns(results);
  const { rows: decided, never } = decidable(verdictRows(results));
  const rows = placed(decided);
  const synthetic = isSynthetic(results);
  const title = verdictsTitle(columns);
  const height = rows.at(-1)?.bottom ?? 1;
  const layout = baseLayout({
    title,
    rows: 1,
    rowHeight: height,
    labels: 110,
    bottom: 16,
    synthetic,
    xaxis: columnAxis(columns),
    yaxis: {
      type: 'linear',
      range: [height, 0],
      tickvals: rows.map((row) => (row.top + row.bottom) / 2),
      ticktext: rows.map((row) => escapeLines(row.label, LABEL_WIDTH)),
      showgrid: false,
      zeroline: false,
      fixedrange: true,
    },
  });
  layout.shapes = rows.flatMap((row) => row.cells.map((cell, x) => box(cell, x, row)));
  layout.annotations.push(...rows.flatMap((row) => row.cells.map((cell, x) => word(cell, x, row))));
  return { title, alt: verdictsAlt(rows, { never, columns, synthetic }), data: [], layout };
}

/** Rows below each other, each as high as its label, a gap before each subject. */
function placed(rows: VerdictRow[]): PlacedRow[] {
  let y = 0;
  return rows.map((row) => {
    const label = row.first ? `${row.subject}: ${row.party}` : row.party;
    const top = y + (row.first && y > 0 ? 12 : 2);
    y = top + Math.max(28, 4 + 15 * wrapText(label, LABEL_WIDTH).length);
    return { ...row, label, top, bottom: y };
  });
}

function columnAxis(columns: string[]): Axis {
  return {
    type: 'linear',
    range: [-0.5, columns.length - 0.5],
    tickvals: columns.map((_, i) => i),
    ticktext: columns.map((column) => escapeLines(column, 11)),
    showgrid: false,
    zeroline: false,
    fixedrange: true,
    side: 'top',
    ticklen: 0,
  };
}

function box(cell: VerdictCell, x: number, { top, bottom }: PlacedRow): Figure['layout']['shapes'][number] {
  return {
    type: 'rect',
    xref: 'x',
    yref: 'y',
    x0: x - 0.48,
    x1: x + 0.48,
    y0: top,
    y1: bottom,
    fillcolor: cell === null ? NO_FILL : VERDICT_FILL[cell],
    line: { color: PALETTE.line, width: 0 },
    layer: 'below',
  };
}

function word(cell: VerdictCell, x: number, { top, bottom }: PlacedRow): Annotation {
  return {
    text: escapeLines(verdictWord(cell), 12),
    x,
    y: (top + bottom) / 2,
    xref: 'x',
    yref: 'y',
    xanchor: 'center',
    yanchor: 'middle',
    align: 'center',
    showarrow: false,
    font: { size: 10, color: CELL_INK },
  };
}
