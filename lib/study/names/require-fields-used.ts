import { AnalysisError } from '../../contract/errors';
import type { Field } from '../../contract/field';
import { distinctValues } from '../../fields/no-values/no-values-at';
import { FIELD_REFUSALS, type FieldRefusal } from '../../words/reasons/field-refusals';
import type { SaidField } from './require-paths';

/**
 * Refuses a category that was given to a path where it could change nothing: nobody is told by it, and nothing is counted.
 *
 * @param fields with what the user says of them
 * @throws FIELD_REFUSED
 */
export function requireFieldsUsed(fields: readonly Field[], said: readonly SaidField[]): void {
  for (const { written, category } of said) {
    const own = said.filter((each) => each.written === written && each.category === category);
    const reasons = own.map(({ kind, path }) =>
      reasonOf(fields.find(({ entry }) => entry.path === path && entry.kind === kind)),
    );
    const [reason] = reasons;
    if (reason && reasons.every((each) => each !== null))
      throw new AnalysisError('FIELD_REFUSED', { argument: written, rule: FIELD_REFUSALS[reason] });
  }
}

function reasonOf(field: Field | undefined): FieldRefusal | null {
  if (!field || field.entry.column === null) return 'no-texts';
  if (distinctValues(field.entry) === 0) return 'no-values';
  // Addresses of others are counted as theirs; accounts and numbers of others tell nobody of these records apart.
  const isKey = field.category === 'account-id' || field.category === 'phone';
  return isKey && field.whose !== 'own' ? 'somebody-elses' : null;
}
