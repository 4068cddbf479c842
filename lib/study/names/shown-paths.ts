import { AnalysisError } from '../../contract/errors';
import type { Manifest, StorePath } from '../../contract/manifest';
import { nameGate } from '../../publish/gate/name-gate';
import { isTable } from '../../publish/gate/names-of-results';
import { nearestWords } from '../../words/text/nearest-words';

/** Names of an input, as far as paths are told by them. */
export interface NamedInput {
  manifest: Manifest;
  /** Kind id → what the kind is called; where none is, its table or its number. */
  kindNames: Readonly<Record<string, string>>;
  /** What tables or files are called, by kind (`tableNames`): a user may say these, and none is printed. */
  tables: Readonly<Record<string, string>>;
  /** Names that the case knows. */
  known: readonly string[];
}

/** Finds paths of an input by what is printed of them. */
export interface ShownPaths {
  /**
   * The paths that a text may mean: as they are or as results show them, with or without their kind (`patients.id`, `patients: id`,
   * `users.{key 1}`). None where there is no such path.
   */
  meant: (text: string) => StorePath[];
  /** What is printed of a path, its kind before it. */
  shown: (path: StorePath) => string;
  /** @returns why there is no such path, with the nearest that may be printed */
  unknown: (text: string) => AnalysisError;
}

/** How many are named beside a path that is not there. */
const NEAREST = 3;

/** The paths of an input, by what is printed of them. */
export function shownPaths({ manifest, kindNames, tables, known }: NamedInput): ShownPaths {
  const { kinds, paths, parts } = manifest;
  const labels = kinds.map(({ id, table }) => ({ id, label: kindNames[id] ?? table ?? id }));
  const hasHeader =
    new Set(parts.map(({ format }) => format)).size > 1 || parts.some(({ format }) => isTable(format));
  const gate = nameGate({ kinds: labels, fields: paths, hasHeader, known });
  const called = new Map(
    labels.map(({ id, label }, i) => {
      const table = kinds[i]?.table ?? label;
      return [id, [id, label, gate.kind(label), table, table.split('.').at(-1), tables[id]]] as const;
    }),
  );
  const nameOf = new Map(labels.map(({ id, label }) => [id, gate.kind(label)]));
  const shown = ({ kind, path }: StorePath) => `${nameOf.get(kind)}.${gate.path(path)}`;
  const isMeant = (text: string, { kind, path }: StorePath) =>
    [path, gate.path(path)].some((name) => {
      if (!text.endsWith(name)) return false;
      const before = text.slice(0, text.length - name.length);
      const end = /^(.*?)(?:\.|: ?)$/u.exec(before)?.[1];
      return before === '' || (end !== undefined && called.get(kind)?.includes(end));
    });
  return {
    meant: (text) => {
      const meant = paths.filter((entry) => isMeant(text, entry));
      // `a.b` may be a path of its own, and path `b` of the table `a`.
      const whole = meant.filter(({ path }) => path === text);
      return whole.length > 0 ? whole : meant;
    },
    shown,
    unknown: (text) => {
      const often = new Map<string, number>();
      for (const { path } of paths) often.set(path, (often.get(path) ?? 0) + 1);
      // Asked with a kind before it, or several kinds have it: then the kind is said.
      const isPlain = (path: string) => !text.includes('.') && often.get(path) === 1;
      const all = paths.map((entry) => (isPlain(entry.path) ? gate.path(entry.path) : shown(entry)));
      const near = nearestWords(text, all, NEAREST);
      return new AnalysisError('PATH_UNKNOWN', {
        argument: text,
        known: (near.length > 0 ? near : all.slice(0, NEAREST)).join(', '),
      });
    },
  };
}
