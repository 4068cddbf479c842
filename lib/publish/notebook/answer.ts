import { INSPECT } from '../../contract/leaked';
import { isHidden } from '../../contract/results';
import type { Figure } from '../../figures/figure';
import { cutNote, HIDDEN_NOTE } from '../../words/results/answer-words';
import { SYNTHETIC_STAMP } from '../../words/names/synthetic-stamp';
import type { DataFrame } from '../danfo/types';
import { html } from '../page/html';
import { tableHtml, tableText } from '../tables/table';
import type { Columns, Row } from '../tables/table-of';
import { MOST_ROWS, tableOf } from '../tables/table-of';
import { toFrame } from './frame';
import { smallHtml } from './small-html';

/** What an answer is made of. */
export interface AnswerParts<R extends Row> {
  /** What is asked or counted, as a heading. */
  title: string;
  rows: readonly R[];
  /** Which keys a table shows, and how they are headed; defaults to all. */
  columns?: Columns<R>;
  /** What must be known beside the rows, in sentences. */
  notes?: readonly string[];
  figure?: Figure | null;
  /** The records were made up: everything made from them says so. */
  synthetic: boolean;
}

/**
 * An answer to a question about a leak: rows that can be worked with, and a table, or a figure, for who reads. As the last
 * word of a cell it shows itself.
 *
 * @example new Answer({ title: 'Fruit', rows: [{ name: 'apple', people: 12 }], synthetic: false }).text() // 'Fruit\n\nname   people\napple      12'
 */
export class Answer<R extends Row = Row> {
  readonly title: string;
  /** Plain objects. Numbers are numbers; a hidden count is the text `'<10'` or `'withheld'`. */
  readonly rows: readonly R[];
  /** What must be known beside the rows, in sentences. */
  readonly notes: readonly string[];
  readonly figure: Figure | null;
  /** The records were made up. */
  readonly synthetic: boolean;
  readonly #columns: Columns<R> | undefined;

  constructor({ title, rows, columns, notes = [], figure = null, synthetic }: AnswerParts<R>) {
    this.title = title;
    this.rows = rows;
    this.figure = figure;
    this.synthetic = synthetic;
    this.#columns = columns;
    const hidden = rows.some((row) => Object.values(row).some(isHidden));
    this.notes = [...(synthetic ? [`${SYNTHETIC_STAMP}.`] : []), ...notes, ...(hidden ? [HIDDEN_NOTE] : [])];
  }

  /** The rows as a frame of danfojs-node, loaded when first asked for; hidden counts are missing numbers in it. */
  get frame(): DataFrame {
    return toFrame(this.rows, { synthetic: this.synthetic });
  }

  /** Title, table and notes as HTML with inline styles only. */
  html(): string {
    return html`${smallHtml(html`<strong>${this.title}</strong>`)}
    ${this.rows.length > 0 ? tableHtml(this.#table(), this.title) : html`<p>none</p>`}
    ${this.#told().map(smallHtml)}`.markup;
  }

  /** The same as plain text. */
  text(): string {
    const table = this.rows.length > 0 ? tableText(this.#table()) : 'none';
    return [this.title, '', table, ...this.#told().flatMap((note) => ['', note])].join('\n');
  }

  /** The notes alone, for below a figure. */
  notesHtml(): string {
    return html`${this.notes.map(smallHtml)}`.markup;
  }

  toString(): string {
    return this.text();
  }

  [INSPECT](): string {
    return this.text();
  }

  #table() {
    return tableOf(this.rows.slice(0, MOST_ROWS), this.#columns);
  }

  #told(): readonly string[] {
    const { length } = this.rows;
    return length > MOST_ROWS ? [cutNote(MOST_ROWS, length), ...this.notes] : this.notes;
  }
}
