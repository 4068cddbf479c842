// Read by both compilers: the byte pass refuses lines with these numbers, the host turns them into codes of the registry.

/** Why a line, record or row is refused. */
export enum LineError {
  NONE = 0,
  SYNTAX = 1,
  CONTROL_CHARACTER = 2,
  BAD_ESCAPE = 3,
  TOO_DEEP = 4,
  NOT_UTF8 = 5,
  TOO_MANY_PATHS = 6,
  /** Of a table: a record with too few or too many cells, or with quotes that leave its cells in doubt. */
  TOO_FEW_CELLS = 20,
  TOO_MANY_CELLS = 21,
  BAD_QUOTES = 22,
  /** Of an SQL dump: a row that is not written as rows are, or breaks off. */
  BAD_ROW = 23,
  TOO_LONG = 24,
  /** Rows in a form that is not read. */
  ROWS_UNREAD = 25,
  /** Of a list of logins: a line that is no record. */
  NO_LOGIN = 26,
  /** Inside the pass only: the root under which the line was read has never seen one of its top-level keys. */
  OTHER_ROOT = 99,
}
