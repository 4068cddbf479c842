import { type Count, isSmall } from '../../contract/results';

/** A group that may be named: its value is no secret, and it has at least ten people. */
export interface OpenGroup {
  id: number;
  people: number;
  /** Of a pair of values: people with one of them alone, whom another answer may tell. */
  margins: { value: string; people: number }[];
}

/** People by what they have, before anything is hidden. */
export interface GroupsToHide {
  /** Everybody. */
  everybody: number;
  /** People without any value. */
  without: number;
  /** The largest first. One person can be in several. */
  groups: OpenGroup[];
  /** People who have a value that is none of these groups'. */
  outside(groups: readonly number[]): Promise<number>;
}

/** What may be told. */
export interface SafeGroups {
  /** Ids of the groups that are told with their exact number. */
  shown: number[];
  /** People without any value; null where that is not told. */
  without: number | null;
  /** Everybody else: people with another value, and those without one where that is not told. 0: there is nobody. */
  others: Count;
}

/**
 * Which groups of one answer can be told, so that nobody who reads the whole answer and knows how many people there are can
 * work out a number from 1 to 9. Groups are given up, the smallest first, until
 *
 * - nobody is left over who would be 1 to 9: neither beside one told group, nor beside all of them, nor, in a table of pairs,
 *   beside those of one row or column;
 * - no more than nine memberships say how few people are in two groups.
 *
 * The others are one number, `'<10'` or withheld where it would give something back. How many values they have is not told.
 */
export async function safeGroups(asked: GroupsToHide): Promise<SafeGroups> {
  const { everybody, without } = asked;
  let shown = [...asked.groups].sort((a, b) => b.people - a.people || a.id - b.id);
  let tells = without > 0;
  for (;;) {
    const victim =
      tells && (isSmall(without) || isSmall(everybody - without))
        ? 'without'
        : victimOf(shown, { ...asked, tells });
    if (victim === null) {
      const others = (await asked.outside(shown.map(({ id }) => id))) + (tells ? 0 : without);
      const told = sum(shown) + (tells ? without : 0);
      // Memberships beyond one a person: where nobody is hidden, two groups that share few people say so.
      const twice = told + others - everybody;
      const last = shown.at(-1);
      if (others === 0 && isSmall(twice) && last) {
        shown = shown.slice(0, -1);
        continue;
      }
      const ids = shown.map(({ id }) => id);
      return {
        shown: ids,
        without: tells ? without : null,
        others: othersTold(others, twice, [everybody, ...(tells ? [everybody - without] : [])]),
      };
    }
    if (victim === 'without') tells = false;
    else shown = shown.filter((group) => group !== victim);
  }
}

function othersTold(others: number, twice: number, totals: number[]): Count {
  if (isSmall(others)) return '<10';
  return others > 0 && (isSmall(twice) || totals.some((total) => isSmall(total - others)))
    ? 'withheld'
    : others;
}

/** What must be given up next, though it has ten people or more; null where all is well. */
function victimOf(
  shown: OpenGroup[],
  { everybody, without, tells }: { everybody: number; without: number; tells: boolean },
): OpenGroup | 'without' | null {
  const having = everybody - (tells ? without : 0);
  const nearlyAll = shown.find(({ people, margins }) =>
    [everybody, having, ...margins.map((margin) => margin.people)].some((total) => isSmall(total - people)),
  );
  if (nearlyAll) return nearlyAll;
  if (isSmall(having - sum(shown))) return shown.at(-1) ?? (tells ? 'without' : null);
  for (const [people, groups] of marginsOf(shown))
    if (isSmall(people - sum(groups))) return groups.at(-1) ?? null;
  return null;
}

/** Each row and column of a table of pairs: people with its value, and its groups, the largest first. */
function marginsOf(shown: OpenGroup[]): Iterable<[people: number, groups: OpenGroup[]]> {
  const all = new Map<string, [number, OpenGroup[]]>();
  for (const group of shown)
    for (const { value, people } of group.margins) {
      const margin = all.get(value);
      if (margin) margin[1].push(group);
      else all.set(value, [people, [group]]);
    }
  return all.values();
}

function sum(groups: OpenGroup[]): number {
  return groups.reduce((all, { people }) => all + people, 0);
}
