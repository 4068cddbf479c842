import type { Field } from '../contract/field';
import type { PathLook } from '../contract/review';

/** What was said of a field by those who looked at its values. */
export function looksAt(
  { entry: { kind, path } }: Pick<Field, 'entry'>,
  looks: readonly PathLook[],
): PathLook[] {
  return looks.filter((look) => look.kind === kind && look.path === path);
}
