import type { Sink } from './sink';

/** How documents stand in a file: what comes before and after each one. */
export interface Form {
  /** Documents are rows of cells in the order of the columns, not objects. */
  readonly rows: boolean;
  begin(sink: Sink): void;
  end(sink: Sink): void;
}

const OPEN = 123;
const CLOSE = 125;

/** One JSON object a line. */
export const NDJSON: Form = {
  rows: false,
  begin: (sink) => sink.byte(OPEN),
  end(sink) {
    sink.byte(CLOSE);
    sink.endLine();
  },
};
