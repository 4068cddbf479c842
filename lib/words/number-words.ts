/** A number as pages print it: thousands with commas, round millions in words. Independent of the computer's locale. */
export function numberWords(value: number): string {
  if (value >= 1e6 && value % 10_000 === 0) return `${value / 1e6} million`;
  const [whole = '', rest] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}

/** A share in [0, 1] as per cent with at most one decimal: "24.9 %". */
export function percentWords(share: number): string {
  return `${Number((share * 100).toFixed(1))} %`;
}

/** "a", "a and b", "a, b and c". */
export function listWords(items: readonly string[], last = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1) ?? ''}`;
}

/** Words that begin our sentences and are no names. */
const COMMON =
  /^(None|Nobody|Nothing|Of|It|This|These|The|Fewer|Records|Dates|Which|Only|No|What|Whether|Taking|Not|Both|From)\b/;

/** A sentence to follow a colon or a semicolon: a small first letter where it is a common word, and no full stop. */
export function asClause(sentence: string): string {
  const bare = sentence.replace(/\.$/, '');
  return COMMON.test(bare) ? bare.charAt(0).toLowerCase() + bare.slice(1) : bare;
}

/** A clause as a sentence: its first letter large, one full stop. */
export function asSentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1).replace(/\.$/, '')}.`;
}
