import type { PlotlyFigure } from '../../figures/figure';
import { groupsNote, partNote } from '../../words/results/frame-words';
import { frameTable, isFrame, isGroups } from '../danfo/frame-table';
import { html } from '../page/html';
import { toPng } from '../svg/to-png';
import type { Table } from '../tables/table';
import { tableHtml, tableText } from '../tables/table';
import type { Row } from '../tables/table-of';
import { MOST_ROWS, tableOf } from '../tables/table-of';
import type { MimeBundle } from './emit';
import { figureOf, isSpecification } from './plotly-specification';
import { smallHtml } from './small-html';

/** MIME type that JupyterLab's figure renderer and code hosts draw. */
const PLOTLY_MIME = 'application/vnd.plotly.v1+json';

/** What can be seen of a value: a text anywhere, outputs of a cell in a notebook. */
export interface Shown {
  text: string;
  outputs(): Promise<MimeBundle[]>;
}

/** A value that shows itself: an answer, a page. */
export interface Displayable {
  /** For a cell, with inline styles only. */
  html(): string;
  text(): string;
  /** Drawn in place of the table where there is one. */
  figure?: PlotlyFigure | null;
  /** What must be known beside the figure. */
  notesHtml?(): string;
}

/**
 * How a value is shown: an answer or a page, a figure, a Plotly specification, a frame, a column or groups of one, rows.
 *
 * @returns null for anything else
 * @throws TRACE_UNKNOWN
 */
export function shownOf(value: unknown): Shown | null {
  if (typeof value !== 'object' || value === null) return null;
  if (isDisplayable(value)) return shownItself(value);
  if (isFigure(value)) return shownFigure(value);
  if (isFrame(value)) {
    const { table, notes } = frameTable(value);
    return shownTable(table, notes);
  }
  if (isGroups(value)) return shownText(groupsNote(value.ngroups, value.keyCol));
  if (isSpecification(value)) return shownFigure(figureOf(value));
  return isRows(value) ? shownRows(value) : null;
}

/** Rows as a table; of many, the first. */
export function shownRows(rows: readonly Row[]): Shown {
  const notes = rows.length > MOST_ROWS ? [partNote(MOST_ROWS, rows.length, 'rows')] : [];
  return shownTable(tableOf(rows.slice(0, MOST_ROWS)), notes);
}

/** Whether a value is a figure with its title and its sentence. */
export function isFigure(value: object): value is PlotlyFigure {
  return 'layout' in value && 'data' in value && 'alt' in value && 'title' in value;
}

/** Whether a value is a list of plain objects, one at least. */
export function isRows(value: unknown): value is readonly Row[] {
  return Array.isArray(value) && value.length > 0 && value.every(isPlainObject);
}

function isPlainObject(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function isDisplayable(value: object): value is Displayable {
  const { html: asHtml, text } = value as Partial<Displayable>;
  return typeof asHtml === 'function' && typeof text === 'function';
}

function shownItself(value: Displayable): Shown {
  const page = (markup: string) => ({
    data: { 'text/html': markup, 'text/plain': value.text() },
    metadata: {},
  });
  const outputs = async () => {
    if (!value.figure) return [page(value.html())];
    const notes = value.notesHtml?.() ?? '';
    return [await figureBundle(value.figure), ...(notes === '' ? [] : [page(notes)])];
  };
  return { text: value.text(), outputs };
}

function shownText(text: string): Shown {
  const bundle = { data: { 'text/plain': text }, metadata: {} };
  return { text, outputs: () => Promise.resolve([bundle]) };
}

function shownFigure(figure: PlotlyFigure): Shown {
  return { text: `${figure.title}\n${figure.alt}`, outputs: async () => [await figureBundle(figure)] };
}

function shownTable(table: Table, notes: readonly string[]): Shown {
  const below = notes.map(smallHtml);
  const body = table.rows.length > 0 ? tableHtml(table) : html`<p>none</p>`;
  const text = [table.rows.length > 0 ? tableText(table) : 'none', ...notes].join('\n');
  const bundle = { data: { 'text/html': html`${body}${below}`.markup, 'text/plain': text }, metadata: {} };
  return { text, outputs: () => Promise.resolve([bundle]) };
}

async function figureBundle(figure: PlotlyFigure): Promise<MimeBundle> {
  const png = await toPng(figure);
  const plotly = {
    data: figure.data,
    layout: figure.layout,
    config: { displaylogo: false, displayModeBar: false },
  };
  return {
    data: { [PLOTLY_MIME]: plotly, ...(png && { 'image/png': png.base64 }), 'text/plain': figure.alt },
    metadata: png ? { 'image/png': { width: png.width, height: png.height } } : {},
  };
}
