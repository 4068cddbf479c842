// JSON numbers.
import { DIGIT_0, DOT, LOWER_E, MINUS, PLUS } from './characters';

/** The end of the number at `p`, or 0. */
@inline export function numberEnd(p: usize): usize {
  let c: u32 = load<u8>(p);
  if (c == MINUS) c = load<u8>(++p);
  if (c == DIGIT_0) c = load<u8>(++p);
  else if (c - 49 < 9) {
    do c = load<u8>(++p);
    while (c - DIGIT_0 < 10);
  } else return 0;
  if (c == DOT) {
    c = load<u8>(++p);
    if (c - DIGIT_0 >= 10) return 0;
    do c = load<u8>(++p);
    while (c - DIGIT_0 < 10);
  }
  if ((c | 32) == LOWER_E) {
    c = load<u8>(++p);
    if (c == PLUS || c == MINUS) c = load<u8>(++p);
    if (c - DIGIT_0 >= 10) return 0;
    do c = load<u8>(++p);
    while (c - DIGIT_0 < 10);
  }
  return p;
}
