import { AnalysisError } from '../../contract/errors';
import type { Field } from '../../contract/field';
import type { StorePath } from '../../contract/manifest';
import type { UserWord } from '../../people/joins/relate';
import type { SaidJoin } from '../../people/joins/said-joins';
import type { SaidField } from './require-paths';
import { type NamedInput, type ShownPaths, shownPaths } from './shown-paths';

/** What the user says, as it was written. */
interface Said {
  /** `A=B`. */
  joins: readonly string[];
  /** With what the user says of them. */
  fields: readonly Field[];
  /** Of `requirePaths`. */
  overrides: readonly SaidField[];
}

/**
 * What the user says of keys and joins, by the paths of the input that are meant.
 *
 * @throws PATH_UNKNOWN, PATH_AMBIGUOUS
 */
export function userWord(input: NamedInput, { joins, fields, overrides }: Said): UserWord {
  const said = fields.flatMap(({ entry }) => {
    const own = overrides.find(({ kind, path }) => path === entry.path && kind === entry.kind);
    return own ? [[entry, own.written] as const] : [];
  });
  const names = joins.length > 0 ? shownPaths(input) : null;
  return {
    joins: names ? withoutRepeats(joins.map((written) => joinOf(written, names))) : [],
    paths: new Map(said),
  };
}

/** A key may hold an equals sign itself: of all ways to part the text the first of which both sides are paths. */
function joinOf(written: string, names: ShownPaths): SaidJoin {
  const parted = [...written.matchAll(/=/g)].map(({ index }) => [
    written.slice(0, index).trim(),
    written.slice(index + 1).trim(),
  ]);
  const [a = '', b = ''] =
    parted.find((sides) => sides.every((side) => names.meant(side).length > 0)) ?? parted[0] ?? [];
  return { written, from: only(a, names), to: only(b, names) };
}

/** The case's notes and the user may say the same. */
function withoutRepeats(joins: SaidJoin[]): SaidJoin[] {
  return joins.filter(
    ({ from, to }, i) => joins.findIndex((other) => other.from === from && other.to === to) === i,
  );
}

function only(text: string, names: ShownPaths): StorePath {
  const [first, second, ...others] = names.meant(text);
  if (!first) throw names.unknown(text);
  if (second)
    throw new AnalysisError('PATH_AMBIGUOUS', {
      argument: text,
      known: [first, second, ...others].slice(0, MOST_NAMED).map(names.shown).join(', '),
    });
  return first;
}

const MOST_NAMED = 5;
