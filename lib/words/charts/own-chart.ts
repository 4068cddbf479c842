import { formatNumber } from '../numbers/format-number';

/** Title of a chart of one's own, where none is given. */
export function chartTitle(y: string, x: string): string {
  return `${y} by ${x}`;
}

/** How many values a chart does not draw, by why. */
export interface LeftOut {
  hidden: number;
  missing: number;
  infinite: number;
}

/** What a chart does not draw, in a line below its title each. */
export function leftOutNotes({ hidden, missing, infinite }: LeftOut): string[] {
  const values = (count: number) => `${formatNumber(count)} ${count === 1 ? 'value' : 'values'}`;
  return [
    ...(hidden > 0
      ? [`Not drawn: ${values(hidden)} hidden because few people are in ${hidden === 1 ? 'it' : 'them'}.`]
      : []),
    ...(missing > 0 ? [`Not drawn: ${values(missing)} missing.`] : []),
    ...(infinite > 0 ? [`Not drawn: ${values(infinite)} infinite.`] : []),
  ];
}

/** A chart in a few sentences, for who cannot see it. */
export function chartAlt(
  title: string,
  drawn: ReadonlyArray<{ x: string; y: number }>,
  leftOut: LeftOut,
): string {
  return [`${title}: ${drawnWords(drawn)}.`, ...leftOutNotes(leftOut)].join(' ');
}

function drawnWords(drawn: ReadonlyArray<{ x: string; y: number }>): string {
  const sorted = [...drawn].sort((a, b) => b.y - a.y);
  const [most, least] = [sorted[0], sorted.at(-1)];
  if (!most || !least) return 'nothing to draw';
  const point = ({ x, y }: { x: string; y: number }) => `${x} ${formatNumber(y)}`;
  if (sorted.length === 1) return point(most);
  return `${formatNumber(sorted.length)} values; highest ${point(most)}, lowest ${point(least)}`;
}

/** Colours above this many are told together. */
export function otherGroups(count: number): string {
  return `${formatNumber(count)} others`;
}

const NO_TABLES: Partial<Record<string, string>> = {
  list: 'it is a list of something else than rows',
  object: 'it holds no rows',
  promise: 'it is a promise, which has to be awaited first',
};

/** Why something is no table, by its type. */
export function notTable(type: string): string {
  return NO_TABLES[type] ?? `it is a ${type}`;
}
