import { printable } from '../../contract/errors';
import { Leaked } from '../../contract/leaked';
import { shapeOf } from './shape-of';

/** Shapes that are shown. */
const SHAPES = 20;

/** Up to twenty texts of different shapes, sealed: those of the commonest shapes, and those of the rarest. */
export function mostDifferent(texts: readonly Leaked[]): { text: Leaked; shape: string }[] {
  const shapes = new Map<string, { text: Leaked; shape: string; times: number }>();
  for (const text of texts) {
    const shape = shapeOf(printable(Leaked.unseal(text).trim()));
    const known = shapes.get(shape) ?? { text, shape, times: 0 };
    shapes.set(shape, { ...known, times: known.times + 1 });
  }
  const sorted = [...shapes.values()].sort((a, b) => b.times - a.times || (a.shape < b.shape ? -1 : 1));
  if (sorted.length <= SHAPES) return sorted;
  return [...sorted.slice(0, SHAPES / 2), ...sorted.slice(-SHAPES / 2)];
}
