// JSON numbers.

/** The end of the number at `p`, or 0. */
@inline export function numberEnd(p: usize): usize {
  let c: u32 = load<u8>(p);
  if (c == 45) c = load<u8>(++p);
  if (c == 48) c = load<u8>(++p);
  else if (c - 49 < 9) {
    do c = load<u8>(++p);
    while (c - 48 < 10);
  } else return 0;
  if (c == 46) {
    c = load<u8>(++p);
    if (c - 48 >= 10) return 0;
    do c = load<u8>(++p);
    while (c - 48 < 10);
  }
  if ((c | 32) == 101) {
    c = load<u8>(++p);
    if (c == 43 || c == 45) c = load<u8>(++p);
    if (c - 48 >= 10) return 0;
    do c = load<u8>(++p);
    while (c - 48 < 10);
  }
  return p;
}
