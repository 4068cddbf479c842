const QUOTE = 34;
const BACKSLASH = 92;

/** A text, and what of it stands outside of JSON strings. */
export interface OutsideStrings {
  /** The text with one line break for each string. */
  bare: string;
  /** What follows the last quote where its string never ends; null where each ends. */
  torn: string | null;
}

/** Takes JSON strings out of a text, once from left to right, whatever stands between them. */
export function outsideStrings(text: string): OutsideStrings {
  const bare: string[] = [];
  let from = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', from)) {
    bare.push(text.slice(from, at));
    const end = stringEnd(text, at + 1);
    if (end < 0) return { bare: bare.join('\n'), torn: text.slice(at + 1) };
    from = end + 1;
  }
  bare.push(text.slice(from));
  return { bare: bare.join('\n'), torn: null };
}

function stringEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === QUOTE) return at;
    if (c === BACKSLASH) at++;
  }
  return -1;
}
