/** Words that begin our sentences and are no names. */
const COMMON =
  /^(None|Nobody|Nothing|Of|It|This|These|The|Fewer|Records|Dates|Which|Only|No|What|Whether|Taking|Not|Both|From)\b/;

/** The text with a large first letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The text with a small first letter. */
export function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** The text with a full stop where it ends with no mark. */
export function stopped(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** The text without its full stop. */
export function unstopped(text: string): string {
  return text.replace(/\.$/, '');
}

/** A sentence to follow a colon or a semicolon: a small first letter where it is a common word, and no full stop. */
export function asClause(sentence: string): string {
  const bare = unstopped(sentence);
  return COMMON.test(bare) ? lowered(bare) : bare;
}

/** A clause as a sentence: its first letter large, one full stop. */
export function asSentence(clause: string): string {
  return `${capital(unstopped(clause))}.`;
}
