import { today } from '../../records/review/today';
import { CATEGORIES } from '../../contract/categories';
import type { Field } from '../../contract/field';
import type { PathLook } from '../../contract/review';
import type { Truth } from '../../contract/truth';

/**
 * Looks at the paths of a world as a reviewer would, with its truth file for eyes. A path that the file does not know is not
 * looked at, and a disputed one stays disputed.
 *
 * @param kindNames kind id → the case's name for it
 */
export function looksOfTruth(
  { fields: known }: Truth,
  fields: readonly Field[],
  kindNames: Record<string, string>,
): PathLook[] {
  const on = today();
  return fields.flatMap(({ entry: { kind, path }, definitions }): PathLook[] => {
    const category = known.find((each) => each.kind === kindNames[kind] && each.path === path)?.category;
    const [holds] = CATEGORIES.filter((id) => id === category && id !== 'unknown');
    if (category === undefined) return [];
    const possible = [holds, ...definitions.map((definition) => definition.category)];
    const cannot = CATEGORIES.filter((id) => id !== 'unknown' && !possible.includes(id));
    return [{ kind, path, cannot, holds: definitions.length > 1 ? null : (holds ?? null), by: 'truth', on }];
  });
}
