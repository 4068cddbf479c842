import type { ErrorCode } from '../../../contract/errors';
import type { PartEnvelope, PartFormat, Reference } from '../../../contract/manifest';
import type { StatedTotal } from './declared-total';
import type { RefusedReport } from '../refused/refused-look';
import type { RejectPlace } from './reject-place';
import type { PassModule } from '../wasm/load-pass';
import type { CsvColumn } from '../../csv/csv-dialect';
import type { HeaderlessTables } from '../../csv/headerless-tables';
import type { NamedTables } from '../../csv/named-tables';
import type { WorkerPool } from '../workers/worker-pool';

/** What a splitter itself saw of a part. */
export interface SplitReport {
  textBytes: number;
  hasByteOrderMark: boolean;
  missesNewline: boolean;
  /** Lines that no worker got. */
  lines?: number;
  blank?: number;
  /** Lines that are no records: titles, comments. */
  skipped?: number;
  /** Columns of the tables in it, in their order. */
  columns?: CsvColumn[][];
  /** Foreign keys that it declares. */
  references?: Reference[];
  /** Codes of what it noticed, with how often. */
  warnings?: Record<string, number>;
  /** Codes of what keeps the part from being complete. */
  faults?: ErrorCode[];
  /** What was found in bytes that it refused, and where it passed over what may hold rows. */
  refused?: RefusedReport;
  /** What the splitter itself refused: it is in no block. */
  rejects?: Omit<RejectPlace, 'part'>[];
  /** What the input states of its source's size, in the order of reading. */
  totals?: StatedTotal[];
  /** The format, where only the end of the text tells. */
  format?: PartFormat;
}

/** What a splitter works on. */
export interface SplitterSource {
  /** Fills a view with the next bytes of the text; resolves to how many, 0 at the end. */
  read(view: Uint8Array): Promise<number>;
  /** Number of the part. */
  part: number;
  pool: WorkerPool;
  blockBytes: number;
  envelope: PartEnvelope | null;
  module: PassModule;
  /** The tables without a header of the input so far. */
  headerless: HeaderlessTables;
  /** Those with one. */
  named: NamedTables;
  /** The table that the file is called after. */
  table: string;
  /** Names of the columns as a file beside this one has them, for tables without a header. */
  columnsBeside(): string[] | undefined;
  /** Bytes of the text at which another table may begin, where an earlier reading found some. */
  starts?: number[] | undefined;
}

/** Cuts the text of one part into blocks of whole documents and hands them to the workers. */
export interface RecordSplitter {
  /** Splits the whole part. */
  split(): Promise<SplitReport>;
}
