import type { ColumnParameters } from '../parameters/column-parameters';
import type { Draw } from '../randoms/draw';
import type { DrawPlace, Draws } from '../randoms/draws';
import { STATE } from './person';
import type { Roles, Test } from './roles';

/** Whether a column is there in a person's document of a number, and holds something. */
export interface Gaps {
  /** One of {@link STATE}. */
  state: (person: number, index: number) => number;
  /** All documents of a person are alike. */
  alike: boolean;
  /** What it is drawn with, if it is drawn. */
  draw: Draw | null;
}

/** What {@link gapsOf} needs. */
interface GapContext {
  draws: Draws;
  roles: Roles;
  size: number;
  /** Draws of the column that have no name: of its gaps, and of who has it. */
  place: (use: 'gaps' | 'only') => DrawPlace;
}

/** The gaps of a column; null for one that every document of the kind has filled. */
export function gapsOf({ gaps, only }: ColumnParameters, context: GapContext): Gaps | null {
  const holds = only === undefined ? null : holdersOf(only, context);
  if (!gaps) {
    if (!holds) return null;
    return { state: (person) => (holds(person) ? STATE.filled : STATE.absent), alike: true, draw: null };
  }
  const { draws, roles, place } = context;
  const draw = draws.draw(gaps.draw, place('gaps'));
  const never = (gaps.never ?? []).map((name) => roles.test(name));
  const blank = gaps.blank ?? 0;
  const missing = blank + (gaps.missing ?? 0);
  const odd = missing + (gaps.odd ?? 0);
  const state = (person: number, index: number): number => {
    if (holds && !holds(person)) return STATE.absent;
    const u = draw.at(person, index);
    if (u >= odd) return STATE.filled;
    for (const test of never) if (test(person)) return STATE.filled;
    if (u < blank) return STATE.blank;
    return u < missing ? STATE.null : STATE.odd;
  };
  return { state, alike: draw.by === 'person', draw };
}

function holdersOf(only: NonNullable<ColumnParameters['only']>, context: GapContext): Test {
  if (typeof only === 'string') return context.roles.test(only);
  const draw = context.draws.draw(only.draw, { ...context.place('only'), by: 'person' });
  return (person) => person >= only.from * context.size && draw.at(person) < only.share;
}
