// Why a line is refused. The host turns the numbers into codes of the registry.
export const ERROR_SYNTAX: i32 = 1;
export const ERROR_CONTROL: i32 = 2;
export const ERROR_ESCAPE: i32 = 3;
export const ERROR_DEPTH: i32 = 4;
export const ERROR_UTF8: i32 = 5;
export const ERROR_PATHS: i32 = 6;
/** A record of a table with too few or too many cells, or with quotes that leave its cells in doubt. */
export const ERROR_FEW_CELLS: i32 = 20;
export const ERROR_MANY_CELLS: i32 = 21;
export const ERROR_QUOTES: i32 = 22;
/** A row of an SQL dump that is not written as rows are, or breaks off; one that is too long; rows in a form that is not read. */
export const ERROR_ROW: i32 = 23;
export const ERROR_LONG: i32 = 24;
export const ERROR_UNREAD: i32 = 25;
/** Not an error of the line: the root under which it was read has never seen one of its top-level keys. */
export const OTHER_ROOT: i32 = 99;
