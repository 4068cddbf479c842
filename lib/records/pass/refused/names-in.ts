import type { RefusedNames } from '../../../contract/store';
import { outsideStrings } from './outside-strings';

/** A longer text is no name, in characters. */
const MOST_NAME = 200;
/** What no name holds: something stood there that is lost. */
const LOST = /[\0-\x1f\x7f\ufffd]+/;
const KEY_END = /\\?"\s*:\s*(\\?[{[])?/g;
const BARE_KEY = /[\p{L}_$][\p{L}\p{N}_$.-]{0,99}(?=['`]?\s*[:=])/gu;
/** The first word of a text where a key may stand, whatever is behind it. */
const KEY_PLACE = /[{,]\s*\\?"([\p{L}_$][\p{L}\p{N}_$.-]{0,199})/gu;
const WORD = /(?<![\p{N}.])[\p{L}_$][\p{L}\p{N}_$-]*/gu;
const NO_NAMES = new Set(['true', 'false', 'null']);

/**
 * Whatever may be a name in the bytes of a refused JSON document: rather a text too many than one too few. Texts before a
 * colon, however their quotes stand; words outside of quotes; and what is left of a name where the text is torn.
 *
 * @example namesIn('{"id":1,"mail":"a@b.c","pas').begins // ['pas']
 */
export function namesIn(text: string): RefusedNames {
  const found = new Found();
  for (const match of text.matchAll(KEY_END)) {
    const from = match.index === 0 ? 0 : text.lastIndexOf('"', match.index - 1) + 1;
    const key = text.slice(Math.max(from, match.index - MOST_NAME), match.index);
    found.add(unescaped(key), from > 0 && match.index - from <= MOST_NAME, match[1] !== undefined);
  }
  for (const [key] of text.matchAll(BARE_KEY)) found.add(key);
  for (const [, key = ''] of text.matchAll(KEY_PLACE)) found.add(key);
  const { bare, torn } = outsideStrings(text);
  for (const match of bare.matchAll(WORD)) if (!NO_NAMES.has(match[0])) found.add(match[0], match.index > 0);
  // Behind a colon or in a list it is a value that breaks off.
  if (torn !== null && !/[:[]\s*$/.test(bare)) found.begin(torn);
  return found.names();
}

/** The keys of JSON in the cells of a row, where quotes may be doubled. */
export function namesInCells(text: string): RefusedNames {
  const found = new Found();
  const plain = text.replaceAll('""', '"');
  for (const match of plain.matchAll(KEY_END)) {
    const from = match.index === 0 ? 0 : plain.lastIndexOf('"', match.index - 1) + 1;
    if (match.index - from <= MOST_NAME) found.add(unescaped(plain.slice(from, match.index)), from > 0);
  }
  return found.names();
}

class Found {
  readonly #whole = new Set<string>();
  readonly #begins = new Set<string>();
  readonly #ends = new Set<string>();
  readonly #holders = new Set<string>();

  add(name: string, hasBeginning = true, isHolder = false): void {
    const pieces = name.split(LOST);
    const last = (pieces.at(-1) ?? '').trim();
    if (pieces.length > 1) this.begin(pieces[0] ?? '');
    if (last === '') return;
    if (pieces.length > 1 || !hasBeginning) this.#ends.add(last);
    else this.#whole.add(last);
    if (isHolder) this.#holders.add(last);
  }

  begin(name: string): void {
    const piece = (name.split(LOST)[0] ?? '').trim();
    if (piece !== '' && piece.length <= MOST_NAME) this.#begins.add(piece);
  }

  names(): RefusedNames {
    const list = (names: Set<string>) => [...names].sort();
    return {
      whole: list(this.#whole),
      begins: list(this.#begins),
      ends: list(this.#ends),
      holders: list(this.#holders),
    };
  }
}

function unescaped(text: string): string {
  try {
    return JSON.parse(`"${text}"`) as string;
  } catch {
    return text;
  }
}
