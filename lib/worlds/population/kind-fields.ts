import type { DrawPlace } from '../randoms/draws';

/** Fields of a kind's table for draws that its parameters do not name. Body measures have fields 20 to 26. */
export const FIELD = { count: 40, repeat: 41, respelled: 42, turns: 43, model: 44, whose: 45 } as const;

/** What a column draws, at most. */
const USES = ['value', 'second', 'third', 'gaps', 'only'] as const;
/** First field of the first column. */
const COLUMNS = 64;

/** What a draw of a column is for. */
export type Use = (typeof USES)[number];

/** Where a column's draw stands that has no name: one a document. */
export function placeOf(kind: string, column: number, use: Use): DrawPlace {
  return { table: kind, field: COLUMNS + column * USES.length + USES.indexOf(use), by: 'document' };
}
