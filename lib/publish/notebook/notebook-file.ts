import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** One output of a cell, as nbformat 4 has it. */
export type Output =
  | { output_type: 'stream'; name: 'stdout' | 'stderr'; text: string | string[] }
  | { output_type: 'display_data'; data: Record<string, unknown>; metadata: Record<string, unknown> }
  | { output_type: 'error'; ename: string; evalue: string; traceback: string[] };

/** A cell of a notebook. */
export interface Cell {
  id?: string;
  cell_type: 'code' | 'markdown' | 'raw';
  metadata: Record<string, unknown>;
  source: string | string[];
  outputs?: Output[];
  execution_count?: number | null;
}

/** A notebook, nbformat 4.5. */
export interface Notebook {
  cells: Cell[];
  metadata: Record<string, unknown>;
  nbformat: number;
  nbformat_minor: number;
}

/** Reads a notebook. */
export function readNotebook(file: string): Notebook {
  return JSON.parse(readFileSync(file, 'utf8')) as Notebook;
}

/** Text of a notebook as nbformat writes it: keys sorted, one blank of indent, texts as lists of lines. */
export function notebookText(notebook: Notebook): string {
  const cells = notebook.cells.map((cell) => ({
    ...cell,
    source: lines(sourceOf(cell)),
    ...(cell.outputs && { outputs: cell.outputs.map(tidied) }),
  }));
  return `${JSON.stringify(sorted({ ...notebook, cells }), null, 1)}\n`;
}

/** Writes a notebook beside and swaps it in, so that no reader meets half of one. */
export function writeNotebook(file: string, notebook: Notebook): void {
  writeFileSync(`${file}.new`, notebookText(notebook));
  renameSync(`${file}.new`, file);
}

/** A cell's source as one text. */
export function sourceOf(cell: Cell): string {
  return typeof cell.source === 'string' ? cell.source : cell.source.join('');
}

function tidied(output: Output): Output {
  if (output.output_type === 'stream')
    return { ...output, text: lines(withoutOverwritten(joined(output.text))) };
  if (output.output_type === 'error') return output;
  const data = Object.entries(output.data).map(([mime, value]): [string, unknown] => [
    mime,
    typeof value === 'string' && !mime.startsWith('image/') ? lines(value) : value,
  ]);
  return { ...output, data: Object.fromEntries(data) };
}

function joined(text: string | string[]): string {
  return typeof text === 'string' ? text : text.join('');
}

function lines(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}

/** Of a line that a carriage return overwrote, only the last state is kept, as a terminal shows it. */
function withoutOverwritten(text: string): string {
  return text.replace(/\r\n/g, '\n').replace(/[^\n]*\r(?=[^\n])/g, '');
}
