import { AnalysisError } from '../../contract/errors';
import type { Field } from '../../contract/field';
import { FIELD_REFUSALS } from '../../words/reasons/field-refusals';
import type { Relations, UserWord } from './relate';

/**
 * Refuses an account number that the user says of a table whose documents are told by another column: it would change nothing.
 *
 * @throws FIELD_REFUSED
 */
export function requireKeysUsed(fields: readonly Field[], { owned }: Relations, { paths }: UserWord): void {
  const isTold = ({ entry, category }: Field) =>
    category === 'account-id' &&
    owned.some(
      ({ kind, chain }) =>
        kind === entry.kind && !chain.some(({ from, to }) => from === entry || to === entry),
    );
  for (const written of new Set(paths.values())) {
    const said = fields.filter(({ entry }) => paths.get(entry) === written);
    if (said.length > 0 && said.every(isTold))
      throw new AnalysisError('FIELD_REFUSED', { argument: written, rule: FIELD_REFUSALS['told-by-join'] });
  }
}
