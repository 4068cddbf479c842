// Where the next byte stands that matters in delimiter-separated text, sixteen at a time.
import { NEWLINE, RETURN } from '../text/characters';
import { delimiter, lineEnd, quote } from './csv-dialect';

/** First line end from `p` on. */
@inline export function scanLineEnd(p: usize): usize {
  const end = i8x16.splat(<i8>lineEnd);
  while (true) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(p), end));
    if (found) return p + ctz(found);
    p += 16;
  }
}

/** First byte from `p` on that may begin a delimiter, or is a line end or a quote. */
@inline export function scanCell(p: usize): usize {
  const end = i8x16.splat(<i8>lineEnd),
    first = i8x16.splat(<i8>delimiter),
    mark = i8x16.splat(<i8>quote);
  while (true) {
    const v = v128.load(p);
    const found = i8x16.bitmask(v128.or(v128.or(i8x16.eq(v, end), i8x16.eq(v, first)), i8x16.eq(v, mark)));
    if (found) return p + ctz(found);
    p += 16;
  }
}

@inline export function withoutReturn(from: usize, stop: usize): usize {
  return lineEnd == NEWLINE && stop > from && load<u8>(stop - 1) == RETURN ? stop - 1 : stop;
}

/** The byte behind the line end that stands at `p`, or 0. */
@inline export function endAt(p: usize): usize {
  if (load<u8>(p) == lineEnd) return p + 1;
  return lineEnd == NEWLINE && load<u8>(p) == RETURN && load<u8>(p + 1) == NEWLINE ? p + 2 : 0;
}

/** First quote from `p` on, or `end`. */
@inline export function scanQuote(p: usize, end: usize): usize {
  const mark = i8x16.splat(<i8>quote);
  for (; p < end; p += 16) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(p), mark));
    if (found) return min<usize>(p + ctz(found), end);
  }
  return end;
}
