// Types of a value on the tape. 1 to 11 are the codes that a `tN` column holds; a lone surrogate is a string there.
export const NULL: u32 = 1;
export const BOOLEAN: u32 = 2;
export const NUMBER: u32 = 3;
export const STRING: u32 = 4;
export const OBJECT: u32 = 5;
export const ARRAY: u32 = 6;
export const OID: u32 = 7;
export const LONG: u32 = 8;
export const DATE: u32 = 9;
export const DECIMAL: u32 = 10;
export const BINARY: u32 = 11;
export const LONE: u32 = 12;
/** A string of white space only, known once it is counted, and its code. */
export const BLANK: u32 = 13;
export const BLANK_CODE: u32 = 12;

/** How many of the codes JSON itself knows, with 0 for absent and without the blank, and how many there are. */
export const PLAIN_CODES: u32 = 7;
export const ALL_CODES: u32 = 13;

/** Does the value have a text of its own? */
@inline export function hasText(type: u32): bool {
  return type != NULL && type != OBJECT && type != ARRAY;
}
