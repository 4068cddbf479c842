import { wrapText } from '../../figures/wrap-text';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { NOTHING } from './cell-text';

/** One column: its heading, and numbers stand on the right. */
export interface Column {
  title: string;
  numeric: boolean;
}

/** A table of texts, ready to be shown anywhere. */
export interface Table {
  columns: Column[];
  rows: string[][];
}

const CELL = 'padding:4px 10px;vertical-align:top;';
const RIGHT = 'text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap';

/** The table as HTML with inline styles only, so that it survives a notebook's sanitizer. */
export function tableHtml(table: Table, label = 'table'): Html {
  const style = (column: number) => CELL + (table.columns[column]?.numeric ? RIGHT : 'text-align:left');
  return html`<div tabindex="0" role="region" aria-label="${label}" style="overflow-x:auto">
    <table style="border-collapse:collapse">
      <thead>
        <tr>
          ${table.columns.map((column, i) => html`<th scope="col" style="${style(i)}">${column.title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${table.rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell, i) => html`<td style="${style(i)}">${cell === NOTHING ? html`<span style="opacity:0.5">${cell}</span>` : cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Characters of a line of a cell. */
const WIDEST = 60;

/** The table as text with aligned columns; long cells go on below. */
export function tableText(table: Table): string {
  const rows = [table.columns.map((column) => column.title), ...table.rows].map((row) =>
    row.map((cell) => wrapText(cell, WIDEST)),
  );
  const widths = table.columns.map((_, i) =>
    Math.max(...rows.flatMap((row) => (row[i] ?? []).map((line) => line.length))),
  );
  return rows.flatMap((row) => textLines(row, table.columns, widths)).join('\n');
}

/** One row as lines: as many as its longest cell has. */
function textLines(row: string[][], columns: Column[], widths: number[]): string[] {
  const height = Math.max(...row.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    row
      .map((lines, i) => {
        const text = lines[line] ?? '';
        return columns[i]?.numeric ? text.padStart(widths[i] ?? 0) : text.padEnd(widths[i] ?? 0);
      })
      .join('  ')
      .trimEnd(),
  );
}
