import type { Results, Verdict } from '../contract/results';
import { baseLayout } from './base-layout';
import { escapeLines } from './escape-lines';
import type { Annotation, Figure } from './figure';
import { PAGE_WORD } from './page-words';
import { CELL_INK, PALETTE, VERDICT_FILL } from './palette';
import { partyWords } from './party-words';
import { rowAxis } from './row-axis';
import { wrapText } from './wrap-text';
import { isSynthetic, SYNTHETIC_STAMP } from './synthetic-stamp';

/** Characters of a line of a row's label. */
const LABEL_WIDTH = 16;

/** One cell: what one input says of one claim; null where it says nothing of it. */
type Cell = Verdict | null;

/** A claim of a disputed subject and its verdicts, one per column. */
interface Row {
  label: string;
  cells: Cell[];
}

/**
 * Who is borne out, subject by subject: one row per disputed claim, one column per world (one column in all for a
 * single input), each cell a page word on its colour.
 */
export function verdictsFigure(results: Results): Figure {
  const columns = results.worlds.length > 0 ? results.worlds.map((world) => world.world) : ['this file'];
  const rows = disputedRows(results);
  const synthetic = isSynthetic(results);
  const title =
    results.worlds.length > 1 ? 'Which claims the records could decide' : 'Who is borne out by these records';
  const layout = baseLayout({
    ...{ title, rows: rows.length, rowHeight: rowHeight(rows), labels: 112, bottom: 16, synthetic },
    xaxis: {
      type: 'linear',
      range: [-0.5, columns.length - 0.5],
      tickvals: columns.map((_, i) => i),
      ticktext: columns.map((column) =>
        escapeLines(results.worlds.length > 0 ? `${column} world` : column, 11),
      ),
      showgrid: false,
      zeroline: false,
      fixedrange: true,
      side: 'top',
      ticklen: 0,
    },
    yaxis: rowAxis(
      rows.map((row) => row.label),
      LABEL_WIDTH,
    ),
  });
  layout.shapes = rows.flatMap((row, y) => row.cells.map((cell, x) => box(cell, x, y)));
  layout.annotations.push(...rows.flatMap((row, y) => row.cells.map((cell, x) => word(cell, x, y))));
  return { title, alt: sentence(rows, columns, synthetic), data: [], layout };
}

function disputedRows(results: Results): Row[] {
  return results.disagreements.flatMap((pair) =>
    pair.claims.flatMap((id) => {
      const claim = results.claims.find((candidate) => candidate.id === id);
      if (!claim) return [];
      const cells: Cell[] =
        results.worlds.length > 0
          ? results.worlds.map((world) => world.verdicts[id] ?? null)
          : [claim.verdict];
      return [{ label: `${pair.subject} (${partyWords(claim.party)})`, cells }];
    }),
  );
}

/** Room for the tallest label, px. */
function rowHeight(rows: Row[]): number {
  return Math.max(40, ...rows.map((row) => 10 + 15 * wrapText(row.label, LABEL_WIDTH).length));
}

function box(cell: Cell, x: number, y: number): Figure['layout']['shapes'][number] {
  return {
    type: 'rect',
    xref: 'x',
    yref: 'y',
    x0: x - 0.48,
    x1: x + 0.48,
    y0: y - 0.46,
    y1: y + 0.46,
    fillcolor: cell === null ? 'rgba(0,0,0,0)' : VERDICT_FILL[cell],
    line: { color: PALETTE.line, width: 0 },
    layer: 'below',
  };
}

function word(cell: Cell, x: number, y: number): Annotation {
  return {
    text: cell === null ? '' : escapeLines(PAGE_WORD[cell], 12),
    x,
    y,
    xref: 'x',
    yref: 'y',
    xanchor: 'center',
    yanchor: 'middle',
    align: 'center',
    showarrow: false,
    font: { size: 10, color: CELL_INK },
  };
}

function sentence(rows: Row[], columns: string[], synthetic: boolean): string {
  const said = rows.map(
    (row) =>
      `${row.label}: ${row.cells.map((cell, i) => `${columns[i]}: ${cell ? PAGE_WORD[cell] : 'no verdict'}`).join(', ')}`,
  );
  return `Table of verdicts. ${said.join('; ') || 'No subject is disputed'}.${synthetic ? ` ${SYNTHETIC_STAMP}.` : ''}`;
}
