import { formatNumber } from '../numbers/format-number';

/** Title of a chart of one's own, where none is given. */
export function chartTitle(y: string, x: string): string {
  return `${y} by ${x}`;
}

/** What a chart does not draw, in a line below its title each. */
export function leftOutNotes({ hidden, missing }: { hidden: number; missing: number }): string[] {
  const values = (count: number) => `${formatNumber(count)} ${count === 1 ? 'value' : 'values'}`;
  return [
    ...(hidden > 0
      ? [`Not drawn: ${values(hidden)} hidden because few people are in ${hidden === 1 ? 'it' : 'them'}.`]
      : []),
    ...(missing > 0 ? [`Not drawn: ${values(missing)} missing.`] : []),
  ];
}

/** A chart in a sentence or two, for who cannot see it. */
export function chartAlt(title: string, drawn: ReadonlyArray<{ x: string; y: number }>): string {
  const sorted = [...drawn].sort((a, b) => b.y - a.y);
  const [most, least] = [sorted[0], sorted.at(-1)];
  if (!most || !least) return `${title}: nothing to draw.`;
  const point = ({ x, y }: { x: string; y: number }) => `${x} ${formatNumber(y)}`;
  if (sorted.length === 1) return `${title}: ${point(most)}.`;
  return `${title}: ${formatNumber(sorted.length)} values; highest ${point(most)}, lowest ${point(least)}.`;
}

/** Colours above this many are told together. */
export function otherGroups(count: number): string {
  return `${formatNumber(count)} others`;
}
