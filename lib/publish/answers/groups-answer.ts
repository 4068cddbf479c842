import type { Count } from '../../contract/results';
import { groupsFigure } from '../../figures/groups-figure';
import {
  groupsTitle,
  mostNote,
  OTHERS,
  OTHERS_NOTE,
  WITHOUT,
  WITHOUT_PAIR,
} from '../../words/results/group-words';
import { looksLikeValue } from '../gate/looks-like-value';
import type { GroupsToHide, OpenGroup } from '../gate/safe-groups';
import { safeGroups } from '../gate/safe-groups';
import { Answer } from '../notebook/answer';

/** People who share a value: the value under the name of what was asked, and how many `people` they are: a {@link Count}. */
export type GroupRow = Record<string, string | number>;

/** People by value, before anything is hidden. */
export interface GroupsToTell extends GroupsToHide {
  groups: (OpenGroup & { values: string[] })[];
}

/** What was asked, and how it is told. */
export interface GroupsQuestion {
  /** One thing, or two. */
  things: readonly {
    /** As it was asked for. */
    name: string;
    /** As a heading names it. */
    title: string;
    /** The stretch of time; null: by value. */
    period: string | null;
    /** Its values are never told. */
    secret: boolean;
  }[];
  /** Whether the two were asked for in the other order than they were counted in. */
  swapped: boolean;
  notes: readonly string[];
  synthetic: boolean;
}

/** Most groups with a row of their own; of stretches of time, some years of days. */
const [MOST_VALUES, MOST_TIMES] = [50, 1_000];

/**
 * People by value, with what must not be told left out: one row for each group that can be told, one for those without a
 * value, one for all others.
 */
export async function groupsAnswer(
  groups: GroupsToTell,
  { things: counted, swapped, notes, synthetic }: GroupsQuestion,
): Promise<Answer<GroupRow>> {
  const inOrder = <T>(each: readonly T[]): T[] => (swapped ? [...each].reverse() : [...each]);
  const things = inOrder(counted);
  const all = groups.groups.map((group) => ({ ...group, values: inOrder(group.values) }));
  const isTime = (i: number) => (things[i]?.period ?? null) !== null;
  const open = all.filter(({ values }) =>
    values.every((value, i) => isTime(i) || looksLikeValue(value) === null),
  );
  const most = things.some(({ period }) => period !== null) ? MOST_TIMES : MOST_VALUES;
  const candidates = things.some(({ secret }) => secret) ? [] : open.slice(0, most);
  const told = await safeGroups({ ...groups, groups: candidates });
  const names = columnNames(things.map(({ name }) => name));
  const row = (values: readonly string[], people: Count): GroupRow => ({
    ...Object.fromEntries(names.map((name, i) => [name, values[i] ?? ''])),
    people,
  });
  const shown = candidates.filter(({ id }) => told.shown.includes(id));
  const byValue = (a: { values: string[] }, b: { values: string[] }) =>
    a.values.join('\0') < b.values.join('\0') ? -1 : 1;
  shown.sort((a, b) => (isTime(0) ? 0 : b.people - a.people) || byValue(a, b));
  const throughout = (label: string) => names.map(() => label);
  const rows = [
    ...shown.map(({ values, people }) => row(values, people)),
    ...(told.without === null
      ? []
      : [row(throughout(names.length > 1 ? WITHOUT_PAIR : WITHOUT), told.without)]),
    ...(told.others === 0 ? [] : [row(throughout(OTHERS), told.others)]),
  ];
  const title = groupsTitle(things.map((thing) => ({ name: thing.title, period: thing.period })));
  const labelled = shown.map(({ values, people }) => ({ label: values[0] ?? '', people }));
  return new Answer({
    title,
    rows,
    notes: [
      ...notes,
      ...(open.length > most ? [mostNote(most)] : []),
      ...(told.others === 0 ? [] : [OTHERS_NOTE]),
    ],
    figure: things.length === 1 ? groupsFigure({ title, rows: labelled, synthetic }) : null,
    synthetic,
  });
}

/** Names of columns: what was asked for; a second column of one name, or one called as the count, gets a mark. */
function columnNames(names: readonly string[]): string[] {
  return names.map((name, i) => (name === 'people' || names.indexOf(name) < i ? `${name} ${i + 1}` : name));
}
