// JSON numbers.
import { CASE_BIT, DIGIT_0, DOT, LOWER_E, MINUS, PLUS, isDigit } from './characters';

/** The end of the number at `p`, or 0. */
@inline export function numberEnd(p: usize): usize {
  let c: u32 = load<u8>(p);
  if (c == MINUS) c = load<u8>(++p);
  if (c == DIGIT_0) c = load<u8>(++p);
  else if (c - 49 < 9) {
    do c = load<u8>(++p);
    while (isDigit(c));
  } else return 0;
  if (c == DOT) {
    c = load<u8>(++p);
    if (!isDigit(c)) return 0;
    do c = load<u8>(++p);
    while (isDigit(c));
  }
  if ((c | CASE_BIT) == LOWER_E) {
    c = load<u8>(++p);
    if (c == PLUS || c == MINUS) c = load<u8>(++p);
    if (!isDigit(c)) return 0;
    do c = load<u8>(++p);
    while (isDigit(c));
  }
  return p;
}
