// Codes of value types in a type column (`tN`): 0 absent, then the types themselves; a lone surrogate counts as a string.
import { ValueCode } from '../../wasm/shared/value-code';

/** A string of white space only; in the column it takes the place of the lone surrogate. */
export const BLANK_CODE: u32 = ValueCode.LONE_SURROGATE;
/** Codes of a column that holds only absent values and what JSON itself knows, without the blank. */
export const PLAIN_CODES: u32 = ValueCode.ARRAY + 1;
/** All codes. */
export const ALL_CODES: u32 = BLANK_CODE + 1;

/** Has a value of this type a text of its own? */
@inline export function hasText(type: u32): bool {
  return type != ValueCode.NULL && type != ValueCode.OBJECT && type != ValueCode.ARRAY;
}
