import { noValuesAt } from '../fields/no-values/no-values-at';
import { quoteIdentifier, quoteText } from '../engine/quote';
import { VALUE_TYPES, type StorePath, type ValueType } from '../contract/manifest';

/** What `String.prototype.trim` takes for white space; the engine is told, so that it need not agree. */
const WHITE_SPACE =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/**
 * SQL condition that a type code is one of a filled text. Only the types that the path has are asked for: one comparison
 * takes half the time of a list.
 */
function filledCode(column: string, types: StorePath['types']): string {
  const codes = VALUE_TYPES.flatMap((type, code) => ((types[type] ?? 0) > 0 && hasText(type) ? [code] : []));
  return codes.length === 1 ? `${column} = ${codes[0]}` : `${column} in (${codes.join(', ')})`;
}

function hasText(type: ValueType): boolean {
  return !['null', 'object', 'array'].includes(type);
}

/**
 * SQL condition that a value of a path is filled: neither null nor white space, and somebody's (`findNoValues`: neither masked
 * nor a placeholder nor one for everybody). The inventory says whether any value is
 * blank; where none is, the engine need not look at the texts. Where some are, the column of type codes tells them, which
 * takes a fraction of the time that reading texts takes.
 *
 * @param expression SQL of the text; defaults to the path's own column. Only where it is the column itself, bare or
 * quoted, are the type codes asked: the path's table must be there whole
 */
export function filledSql(entry: StorePath, expression = entry.column): string {
  const none = noValuesAt(entry);
  if (expression === null || none?.constant) return 'false';
  const filled = filledTextSql(entry, expression);
  return none?.table ? `(${filled} and ${expression} not in (select text from ${none.table}))` : filled;
}

function filledTextSql(entry: StorePath, expression: string): string {
  const { column, typeColumn } = entry;
  const own = column !== null && [column, quoteIdentifier(column)].includes(expression);
  if (typeColumn !== null && own) return filledCode(typeColumn, entry.types);
  const blanks = entry.values - (entry.types.null ?? 0) - entry.filledValues;
  if (blanks === 0) return `${expression} is not null`;
  // Nearly every text begins with a printable ASCII byte, else it is empty: only the rest is trimmed, which is slow.
  return `case when ${expression} >= '!' and ${expression} < chr(127) then true
    when ${expression} is null or ${expression} = '' then false
    else trim(${expression}, ${quoteText(WHITE_SPACE)}) <> '' end`;
}
