import { printable } from '../../contract/errors';
import type { Leaked } from '../../contract/leaked';
import { mostDifferent } from '../../fields/forms/most-different';
import type { PathToLookAt } from '../../study/looks/paths-to-look-at';
import { categoryPlural } from '../../words/names/category-names';
import { numberWords } from '../../words/numbers/number-words';

/** Keys that say which of several categories a path holds. */
const WHICH = '123456789abcdefghijklmnoprstuvwxyz';

/** What a screen shows. */
export interface PathScreen {
  path: PathToLookAt;
  /** Kind as the case calls it. */
  kind: string;
  /** Values of it, sealed. */
  texts: readonly Leaked[];
  /** Values are shown, not their shapes. */
  open: boolean;
  at: number;
  of: number;
  by: string;
}

/** The lines of one path: what it could hold, twenty shapes of its values and the keys. */
export function pathScreen({
  path,
  kind,
  texts,
  open,
  at,
  of,
  by,
}: PathScreen): (string | (string | Leaked)[])[] {
  const { field, categories } = path;
  const chosen = mostDifferent(texts);
  return [
    `Path ${at + 1} of ${of}: ${printable(field.entry.path)} of ${printable(kind)}, ${numberWords(field.entry.filled)} documents. Reviewer: ${by}.`,
    `Could a value of it be one of these: ${categories.map(categoryPlural).join(', ')}?`,
    '',
    ...chosen.map(({ text, shape }) => ['  ', open ? text : shape]),
    '',
    `v ${open ? 'hide' : 'show'} the values   n no, it cannot hold any   y it holds one   s later   b back   r to the records   q leave`,
  ];
}

/** Which of several categories a path holds, key by key. */
export function whichScreen({ field, categories }: PathToLookAt): string[] {
  return [
    `What does ${printable(field.entry.path)} hold?`,
    '',
    ...categories.slice(0, WHICH.length).map((id, i) => `  ${WHICH[i]} ${categoryPlural(id)}`),
    '',
    'any other key: back   q leave',
  ];
}

/** The category that a key stands for on {@link whichScreen}. */
export function categoryAt(
  { categories }: PathToLookAt,
  key: string,
): PathToLookAt['categories'][number] | null {
  const place = key.length === 1 ? WHICH.indexOf(key) : -1;
  return (place >= 0 && categories[place]) || null;
}
