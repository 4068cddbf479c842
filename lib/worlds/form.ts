import { KINDS, STEMS, type Kind } from './paths';
import type { Randoms } from './randoms';
import type { Sink } from './sink';
import { TABLE } from './tables';
import type { WorldFormat } from './world-format';

/** How documents stand in a file: what comes before and after each one. */
export interface Form {
  /** Documents are rows of cells in the order of the columns, not objects. */
  readonly rows: boolean;
  begin: (sink: Sink) => void;
  end: (sink: Sink) => void;
  /** What comes before a broken line. */
  broken: (sink: Sink) => void;
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

/** The form of one kind's documents in a format. Hits are written one a line; {@link hitsPages} makes pages of them. */
export function formOf({ name }: WorldFormat, kind: Kind, randoms: Randoms): Form {
  if (name === 'csv' || name === 'parquet') return ROWS;
  if (name === 'ndjson') return NDJSON;
  const writeId = (sink: Sink, which: number) =>
    writeDocumentId(randoms, sink, { field: 16 + KINDS.indexOf(kind), which });
  return name === 'es-bulk' ? bulk(kind, writeId) : hit(kind, name === 'es-hits' ? 'null' : '1', writeId);
}

const NDJSON: Form = {
  rows: false,
  begin: (sink) => sink.byte(OPEN),
  end(sink) {
    sink.byte(CLOSE);
    sink.endLine();
  },
  broken: nothing,
};

const ROWS: Form = {
  rows: true,
  begin(sink) {
    sink.cells = 0;
  },
  end(sink) {
    for (; sink.cells < sink.columns - 1; sink.cells++) sink.byte(COMMA);
    sink.endLine();
  },
  broken: nothing,
};

type WriteId = (sink: Sink, which: number) => void;

/** An action line, then the document; a few lines delete what is not in the file. */
function bulk(kind: Kind, writeId: WriteId): Form {
  const action = (sink: Sink, name: string, which: number) => {
    sink.ascii(`{"${name}":{"_index":"${STEMS[kind]}","_type":"_doc","_id":"`);
    writeId(sink, which);
    sink.ascii('"}}');
    sink.endLine();
  };
  return {
    rows: false,
    begin(sink) {
      if (sink.documents === 0 && deletesOlder(sink.person)) action(sink, 'delete', OLDER);
      action(sink, 'index', sink.documents);
      sink.byte(OPEN);
    },
    end: NDJSON.end,
    broken: (sink) => action(sink, 'index', BROKEN),
  };
}

/** A search hit around each document. */
function hit(kind: Kind, score: string, writeId: WriteId): Form {
  const before = Buffer.from(`{"_index":"${STEMS[kind]}","_type":"_doc","_id":"`);
  const between = Buffer.from(`","_score":${score},"_source":{`);
  return {
    rows: false,
    begin(sink) {
      sink.copy(before);
      writeId(sink, sink.documents);
      sink.copy(between);
    },
    end(sink) {
      sink.byte(CLOSE);
      NDJSON.end(sink);
    },
    broken: nothing,
  };
}

/** Numbers of documents beyond those that a person can have. */
const OLDER = 2 ** 19 - 1;
const BROKEN = 2 ** 19 - 2;

/** Writes a document's id: twenty letters of the web's base-64 alphabet, as Elasticsearch makes them itself. */
function writeDocumentId(
  randoms: Randoms,
  sink: Sink,
  { field, which }: { field: number; which: number },
): void {
  for (let half = 0; half < 2; half++) {
    randoms.u64(TABLE.id, sink.person, field, 2 * which + half);
    for (const word of [randoms.high, randoms.low]) {
      for (let shift = 0; shift < 30; shift += 6) sink.byte(ALPHABET[(word >>> shift) & 63] as number);
    }
  }
}
