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

/** The table as text with aligned columns. */
export function tableText(table: Table): string {
  const lines = [table.columns.map((column) => column.title), ...table.rows];
  const widths = table.columns.map((_, i) =>
    Math.min(60, Math.max(...lines.map((line) => (line[i] ?? '').length))),
  );
  return lines
    .map((line) =>
      line
        .map((cell, i) =>
          table.columns[i]?.numeric ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
