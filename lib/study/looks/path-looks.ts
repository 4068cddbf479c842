import { today } from '../../records/review/today';
import { CATEGORIES, type Category } from '../../contract/categories';
import type { Field } from '../../contract/field';
import type { PathLook } from '../../contract/review';
import type { Truth } from '../../contract/truth';
import { looksOfTruth } from './looks-of-truth';

/** Who may have looked at paths. */
export interface LookSources {
  /** Categories that the user gave to paths: whoever names one has looked. */
  overrides: readonly { path: string; category: Category }[];
  /** Looks that were kept with the input. */
  kept: readonly PathLook[];
  /** A world's truth that was asked to answer; it takes the place of those that were kept. */
  truth: Truth | null;
  kindNames: Record<string, string>;
}

/** Every look at a path that counts for an input: the user's own word before all others. */
export function pathLooks(fields: readonly Field[], sources: LookSources): PathLook[] {
  const { overrides, kept, truth, kindNames } = sources;
  const on = today();
  const said = fields.flatMap(({ entry: { kind, path } }): PathLook[] => {
    const category = overrides.find((each) => each.path === path)?.category;
    if (category === undefined) return [];
    const [holds = null] = [category].filter((id) => id !== 'unknown');
    return [{ kind, path, cannot: CATEGORIES.filter((id) => id !== category), holds, by: 'you', on }];
  });
  const others = truth ? looksOfTruth(truth, fields, kindNames) : kept;
  return [...said, ...others.filter(({ path }) => !said.some((look) => look.path === path))];
}
