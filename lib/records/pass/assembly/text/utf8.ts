/** Is `p` to `end` well-formed UTF-8 (Unicode 15, table 3-7)? Only asked for lines of a block in which the fast check failed. */
export function isUtf8(p: usize, end: usize): bool {
  while (p < end) {
    const a = load<u8>(p);
    if (a < 0x80) {
      p++;
      continue;
    }
    const b = load<u8>(p + 1);
    if (a < 0xc2 || a > 0xf4 || !continues(b)) return false;
    if (a < 0xe0) {
      p += 2;
      continue;
    }
    if (!continues(load<u8>(p + 2))) return false;
    if (a < 0xf0) {
      if ((a == 0xe0 && b < 0xa0) || (a == 0xed && b >= 0xa0)) return false;
      p += 3;
      continue;
    }
    if ((a == 0xf0 && b < 0x90) || (a == 0xf4 && b >= 0x90) || !continues(load<u8>(p + 3))) return false;
    p += 4;
  }
  return p == end;
}

@inline function continues(c: u32): bool {
  return (c & 0xc0) == 0x80;
}
