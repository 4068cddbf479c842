import type { WorldFormat } from './world-format';
import type { Randoms } from '../randoms/randoms';
import type { DocumentBuffer } from './document-buffer';

/** How documents stand in a file: what comes before and after each one. */
export interface Layout {
  /** Documents are rows of cells in the order of the columns, not objects. */
  readonly rows: boolean;
  begin: (buffer: DocumentBuffer) => void;
  end: (buffer: DocumentBuffer) => void;
  /** What comes before a broken line. */
  broken: (buffer: DocumentBuffer) => void;
}

const OPEN = 123;
const CLOSE = 125;
const COMMA = 44;
const ALPHABET = Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_', 'latin1');
const nothing = () => undefined;

/** One person in so many has an older document of theirs deleted in a bulk file. */
const DELETES = 1009;

/** Whether a bulk file deletes an older document of a person's, of each kind that they have. */
export function deletesOlder(person: number): boolean {
  return person % DELETES === 0;
}

/** What a layout needs to know of a kind: its index, the index name in files, and the table of ids. */
export interface LayoutOptions {
  index: number;
  file: string;
  randoms: Randoms;
  table: number;
}

/** The layout of one kind's documents in a format. Hits are written one a line; `HitsPages` makes pages of them. */
export function layoutOf({ name }: WorldFormat, { index, file, randoms, table }: LayoutOptions): Layout {
  if (name === 'csv' || name === 'parquet') return ROWS;
  if (name === 'ndjson') return NDJSON;
  const writeId = (buffer: DocumentBuffer, which: number) => {
    for (let half = 0; half < 2; half++) {
      randoms.u64(table, buffer.person, IDS + index, 2 * which + half);
      writeLetters(randoms.high, buffer);
      writeLetters(randoms.low, buffer);
    }
  };
  return name === 'es-bulk' ? bulk(file, writeId) : hit(file, name === 'es-hits' ? 'null' : '1', writeId);
}

const NDJSON: Layout = {
  rows: false,
  begin: (buffer) => buffer.byte(OPEN),
  end(buffer) {
    buffer.byte(CLOSE);
    buffer.endLine();
  },
  broken: nothing,
};

const ROWS: Layout = {
  rows: true,
  begin(buffer) {
    buffer.cells = 0;
  },
  end(buffer) {
    for (; buffer.cells < buffer.columns - 1; buffer.cells++) buffer.byte(COMMA);
    buffer.endLine();
  },
  broken: nothing,
};

/** Writes a document's id: twenty letters of the web's base-64 alphabet, as Elasticsearch makes them itself. */
type WriteId = (buffer: DocumentBuffer, which: number) => void;

/** First field of the ids of documents in their table. */
const IDS = 16;
/** Numbers of documents beyond those that a person can have. */
const OLDER = 2 ** 19 - 1;
const BROKEN = 2 ** 19 - 2;

function writeLetters(word: number, buffer: DocumentBuffer): void {
  for (let shift = 0; shift < 30; shift += 6) buffer.byte(ALPHABET[(word >>> shift) & 63] ?? 0);
}

/** An action line, then the document; a few lines delete what is not in the file. */
function bulk(file: string, writeId: WriteId): Layout {
  const action = (buffer: DocumentBuffer, name: string, which: number) => {
    buffer.ascii(`{"${name}":{"_index":"${file}","_type":"_doc","_id":"`);
    writeId(buffer, which);
    buffer.ascii('"}}');
    buffer.endLine();
  };
  return {
    rows: false,
    begin(buffer) {
      if (buffer.documents === 0 && deletesOlder(buffer.person)) action(buffer, 'delete', OLDER);
      action(buffer, 'index', buffer.documents);
      buffer.byte(OPEN);
    },
    end: NDJSON.end,
    broken: (buffer) => action(buffer, 'index', BROKEN),
  };
}

/** A search hit around each document. */
function hit(file: string, score: string, writeId: WriteId): Layout {
  const before = Buffer.from(`{"_index":"${file}","_type":"_doc","_id":"`);
  const between = Buffer.from(`","_score":${score},"_source":{`);
  return {
    rows: false,
    begin(buffer) {
      buffer.copy(before);
      writeId(buffer, buffer.documents);
      buffer.copy(between);
    },
    end(buffer) {
      buffer.byte(CLOSE);
      NDJSON.end(buffer);
    },
    broken: nothing,
  };
}
