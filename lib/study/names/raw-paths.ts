import type { FieldNotes } from '../../contract/case';
import type { Manifest } from '../../contract/manifest';
import { nameGate } from '../../publish/gate/name-gate';
import { isTable } from '../../publish/gate/names-of-results';

/**
 * Takes paths as results show them (`users.{key 1}`) for the paths of the input that they stand for; what is no such path stays.
 *
 * @param known names that the case knows, as they were when the paths were shown
 */
export function rawPaths<T extends { path: string }>(
  asked: readonly T[],
  { paths, parts }: Manifest,
  known: readonly string[],
): T[] {
  if (!asked.some(({ path }) => path.includes('key '))) return [...asked];
  const gate = nameGate({
    kinds: [],
    fields: paths,
    hasHeader:
      new Set(parts.map(({ format }) => format)).size > 1 || parts.some(({ format }) => isTable(format)),
    known,
  });
  const raw = new Map(paths.map(({ path }) => [gate.path(path), path]));
  return asked.map((each) => ({ ...each, path: raw.get(each.path) ?? each.path }));
}

/** A case's notes with the paths as they are, where it names some as results show them. */
export function rawNotes(
  notes: FieldNotes | null,
  manifest: Manifest,
  known: readonly string[],
): FieldNotes | null {
  return notes && { ...notes, fields: rawPaths(notes.fields, manifest, known) };
}
