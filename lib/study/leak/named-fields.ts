import { AnalysisError } from '../../contract/errors';
import type { Field } from '../../contract/field';
import { categoriesOf } from '../../fields/categories-of';
import { type NamesOfInput, nameGate } from '../../publish/gate/name-gate';
import { categoryTitle } from '../../words/names/category-names';
import { nearestWords } from '../../words/text/nearest-words';

/** What a question names: the paths of a category, or a path. */
export interface NamedFields {
  /** As it was asked for. */
  name: string;
  /** The category's title, or the path. */
  title: string;
  fields: Field[];
}

/**
 * The fields that a question names: by a path as results show it, by `kind: path`, or by a category's id or title. A path with
 * a key that may be a value is named by what stands for it there.
 *
 * @param names what kinds are called in results, by id; and what decides which names are shown there
 * @throws NAME_UNKNOWN with the nearest; FIELD_AMBIGUOUS where the path holds different things in different kinds
 */
export function namedFields(
  name: string,
  fields: readonly Field[],
  { kinds, ...names }: { kinds: ReadonlyMap<string, string> } & Pick<NamesOfInput, 'hasHeader' | 'known'>,
): NamedFields {
  const asked = name.trim();
  const gate = nameGate({ ...names, kinds: [], fields: fields.map(({ entry }) => entry) });
  const path = ({ entry }: Field) => gate.path(entry.path);
  const full = (field: Field) => `${kinds.get(field.entry.kind) ?? field.entry.kind}: ${path(field)}`;
  const one = fields.filter((field) => full(field) === asked);
  if (one.length > 0) return { name, title: asked, fields: one };
  const atPath = fields.filter((field) => path(field) === asked);
  if (new Set(atPath.map((field) => categoriesOf(field).join())).size > 1)
    throw new AnalysisError('FIELD_AMBIGUOUS', { argument: asked, known: atPath.map(full).join(', ') });
  if (atPath.length > 0) return { name, title: asked, fields: atPath };
  const category = [...new Set(fields.flatMap(categoriesOf))].find((id) =>
    [id, categoryTitle(id)].some((word) => word.toLowerCase() === asked.toLowerCase()),
  );
  if (category !== undefined)
    return {
      name,
      title: categoryTitle(category),
      fields: fields.filter((field) => categoriesOf(field).includes(category)),
    };
  throw new AnalysisError('NAME_UNKNOWN', {
    argument: asked,
    things: 'paths and categories',
    known: nearest(asked, fields, fields.map(path)),
  });
}

/** Paths and categories: the nearest, else the categories that most documents have. */
function nearest(asked: string, fields: readonly Field[], paths: readonly string[]): string {
  const byUse = [...fields].sort((a, b) => b.entry.filled - a.entry.filled).flatMap(categoriesOf);
  const categories = [...new Set(byUse)].filter((id) => id !== 'unknown');
  const near = nearestWords(asked, [...paths, ...categories, ...categories.map(categoryTitle)], 5);
  return (near.length > 0 ? near : categories.slice(0, 5)).join(', ');
}
