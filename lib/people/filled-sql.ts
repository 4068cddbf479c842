import { quoteText } from '../engine/quote';
import type { StorePath } from '../contract/manifest';

/** What `String.prototype.trim` takes for white space; the engine is told, so that it need not agree. */
const WHITE_SPACE =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/**
 * SQL condition that a value of a path is filled: neither null nor white space. The inventory says whether any value is
 * blank; where none is, the engine need not look at the texts.
 *
 * @param expression SQL of the text; defaults to the path's own column
 */
export function filledSql(entry: StorePath, expression = entry.column): string {
  if (expression === null) return 'false';
  const blanks = entry.values - (entry.types.null ?? 0) - entry.filledValues;
  if (blanks === 0) return `${expression} is not null`;
  // Nearly every text begins with a printable ASCII byte, else it is empty: only the rest is trimmed, which is slow.
  return `case when ${expression} >= '!' and ${expression} < chr(127) then true
    when ${expression} is null or ${expression} = '' then false
    else trim(${expression}, ${quoteText(WHITE_SPACE)}) <> '' end`;
}
