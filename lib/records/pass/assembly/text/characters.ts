// Characters of ASCII by name, and the words that are compared as one number: their characters from the lowest byte up.

export const TAB: u8 = 9;
export const NEWLINE: u8 = 10;
export const RETURN: u8 = 13;
export const SPACE: u8 = 32;
export const QUOTE: u8 = 34;
export const DOLLAR: u8 = 36;
export const APOSTROPHE: u8 = 39;
export const OPEN_PARENTHESIS: u8 = 40;
export const CLOSE_PARENTHESIS: u8 = 41;
export const ASTERISK: u8 = 42;
export const PLUS: u8 = 43;
export const COMMA: u8 = 44;
export const MINUS: u8 = 45;
export const DOT: u8 = 46;
export const SLASH: u8 = 47;
export const DIGIT_0: u8 = 48;
export const DIGIT_9: u8 = 57;
export const COLON: u8 = 58;
export const SEMICOLON: u8 = 59;
export const AT_SIGN: u8 = 64;
export const UPPER_A: u8 = 65;
export const UPPER_U: u8 = 85;
export const UPPER_Z: u8 = 90;
export const OPEN_BRACKET: u8 = 91;
export const BACKSLASH: u8 = 92;
export const CLOSE_BRACKET: u8 = 93;
export const UNDERSCORE: u8 = 95;
export const BACKTICK: u8 = 96;
export const LOWER_A: u8 = 97;
export const LOWER_B: u8 = 98;
export const LOWER_E: u8 = 101;
export const LOWER_F: u8 = 102;
export const LOWER_N: u8 = 110;
export const LOWER_R: u8 = 114;
export const LOWER_T: u8 = 116;
export const LOWER_U: u8 = 117;
export const LOWER_X: u8 = 120;
export const OPEN_BRACE: u8 = 123;
export const BAR: u8 = 124;
export const CLOSE_BRACE: u8 = 125;

/** What an upper-case letter lacks: `c | CASE_BIT` is lower case. */
export const CASE_BIT: u8 = 32;
/** The same for the letters of a number of 32 bits. */
export const CASE_BITS_4: u32 = 0x20202020;

// Words, as the number that `load` makes of them.
/** `true` */
export const WORD_TRUE: u32 = 0x65757274;
/** `fals`, before an e */
export const WORD_FALS: u32 = 0x736c6166;
/** `null` */
export const WORD_NULL: u32 = 0x6c6c756e;

@inline export function isDigit(c: u32): bool {
  return c - DIGIT_0 < 10;
}
/** Is it a letter of ASCII? */
@inline export function isLetter(c: u32): bool {
  return (c | CASE_BIT) - LOWER_A < 26;
}
