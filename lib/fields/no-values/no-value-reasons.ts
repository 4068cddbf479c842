import type { StorePath } from '../../contract/manifest';
import { distinctValues, noValuesAt } from './no-values-at';

/** What is said of the values of a path that are nobody's, as clauses; none where all are somebody's. */
export function noValueReasons(entry: StorePath): string[] {
  const none = noValuesAt(entry);
  if (none === null) return [];
  if (none.constant) return ['there is one value for everybody, which is nobody’s own and is not counted'];
  const { masked, placeholders } = none;
  const all = distinctValues(entry) === 0;
  const said = (sort: string) =>
    `${all && masked * placeholders === 0 ? 'all' : 'some'} of its values are ${sort}`;
  if (all && masked === 1 && placeholders === 0) return ['one masked value stands in place of all others'];
  return [
    ...(masked > 0 ? [`${said('masked')} and are not counted`] : []),
    ...(placeholders > 0 ? [`${said('placeholders')} and are not counted`] : []),
  ];
}
