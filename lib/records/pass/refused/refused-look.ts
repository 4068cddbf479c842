import type { NotRead } from '../../../contract/manifest';
import type { RefusedNames } from '../../../contract/store';
import { addCounts } from '../workers/block-counts';
import { documentsIn, rowsIn } from './documents-in';
import { namesIn, namesInCells } from './names-in';

/** Longest record that is looked at, and all that is looked through for names by one look, in bytes. */
const MOST_RECORD = 1 << 20;
const MOST_BYTES = 16 << 20;
/** Different sets of names that are kept, and their size in characters. */
const MOST_SETS = 10_000;
const MOST_TEXT = 8 << 20;
/** More of what no text holds, and it is no text. */
const MOST_LOST = 0.1;

/** What was refused, as far as it was looked at. */
export interface RefusedReport extends Pick<NotRead, 'unlooked' | 'open'> {
  /** Documents that may lie in what was refused. */
  documents: number;
  /** Names in refused documents, as JSON of {@link RefusedNames}, with the number of documents that hold just these. */
  names: Map<string, number>;
}

/** Looks at what is refused while its bytes are at hand: how many documents may lie in it, and which names stand there. */
export class RefusedLook {
  readonly report: RefusedReport = { documents: 0, unlooked: 0, open: {}, names: new Map() };
  #bytes = 0;
  #text = 0;

  /** A JSON document, or a line that should be one. */
  json(bytes: Uint8Array): void {
    this.#look(bytes, documentsIn, namesIn);
  }

  /** A row of a table: what its columns are called counts as seen. */
  row(bytes: Uint8Array, columns: readonly string[], delimiter: string): void {
    this.#look(
      bytes,
      (text) => rowsIn(text, columns.length, delimiter),
      (text) => withColumns(namesInCells(text), columns),
    );
  }

  /** What should be a row of an SQL dump and is written as none. */
  sqlRow(bytes: Uint8Array, columns: readonly string[]): void {
    this.#look(
      bytes,
      (text) => text.match(/(?:^|[^\w\s'"\x60]|\n)\s*\(/g)?.length ?? 1,
      (text) => withColumns(namesIn(text), columns),
    );
  }

  /** Rows whose bytes are not at hand, of tables with these columns. */
  rowOf(columns: readonly string[]): void {
    this.report.documents++;
    this.#keep(withColumns({ whole: [], begins: [], ends: [], holders: [] }, columns), 1);
  }

  /** Documents that nobody looked at. */
  unlooked(documents: number): void {
    this.report.documents += documents;
    this.report.unlooked += documents;
  }

  /** A place behind which nobody knows how many documents are lost. */
  lost(code: string): void {
    addCounts(this.report.open, { [code]: 1 });
  }

  /** Adds what another has looked at. */
  add({ documents, unlooked, open, names }: RefusedReport): void {
    this.report.documents += documents;
    this.report.unlooked += unlooked;
    addCounts(this.report.open, open);
    for (const [text, count] of names) this.#count(text, count);
  }

  #look(
    bytes: Uint8Array,
    documents: (text: string) => number | null,
    names: (text: string) => RefusedNames,
  ): void {
    this.#bytes += bytes.length;
    if (bytes.length > MOST_RECORD) {
      this.unlooked(1);
      this.lost('LINE_TOO_LONG');
      return;
    }
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();
    const count = documents(text);
    if (count === null) this.lost('NUL_BYTES');
    if (count === null || this.#bytes > MOST_BYTES || isNoText(text)) return this.unlooked(count ?? 1);
    this.report.documents += count;
    this.#keep(names(text), count);
  }

  #keep(names: RefusedNames, documents: number): void {
    this.#count(JSON.stringify(names), documents);
  }

  #count(text: string, documents: number): void {
    const { names } = this.report;
    const known = names.get(text);
    if (known === undefined) this.#text += text.length;
    if (known === undefined && (names.size >= MOST_SETS || this.#text > MOST_TEXT))
      this.report.unlooked += documents;
    else names.set(text, (known ?? 0) + documents);
  }
}

function isNoText(text: string): boolean {
  const lost = text.match(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffd]/g)?.length ?? 0;
  return lost > text.length * MOST_LOST;
}

function withColumns(names: RefusedNames, columns: readonly string[]): RefusedNames {
  return { ...names, whole: [...new Set([...names.whole, ...columns])].sort() };
}
