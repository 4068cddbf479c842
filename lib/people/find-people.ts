import type { FieldNotes } from '../contract/case';
import type { Field } from '../contract/field';
import { measureTitle, type PeopleId } from '../contract/measure-id';
import { MEASURES } from '../contract/measure-table';
import type { People, PeopleDefinition } from '../contract/people';
import type { Store } from '../contract/store';
import { categoriesOf } from '../fields/categories-of';
import { pathKeys } from '../fields/path-keys';
import type { CandidateKey } from './candidate-keys';
import { candidateKeys } from './candidate-keys';
import { countKeys } from './count-keys';
import { linkedDefinitions } from './linked-definitions';
import type { MailProviders } from './normalise';
import { NO_PROVIDERS } from './normalise';
import { makeProviderFolds } from './provider-folds';

const DEFINITIONS: Record<CandidateKey['category'], PeopleId[]> = {
  'account-id': ['people.accounts'],
  email: ['people.emails-l0', 'people.emails-l1', 'people.emails-l2', 'people.emails-l3'],
  phone: ['people.phones'],
};

/** What {@link findPeople} goes by. */
export interface PeopleOptions {
  /** Notes of the case; `people` names the main definition, `links` the limits. */
  notes?: FieldNotes | null;
  /** Mail providers by domain, for level 3; defaults to none. */
  providers?: MailProviders;
  /** People under the main definition where more is counted of them anyway; null leaves it to {@link findPeople}. */
  countMain?: (main: PeopleDefinition) => Promise<number | null>;
}

/**
 * Who stands behind the records: one definition for each own key and level, and the people that links between keys make,
 * each with its exact count.
 *
 * The main definition is the case's, else accounts, else e-mails at level 2, else the first there is.
 *
 * @returns no definitions and the warning NO_PERSON_KEY where nothing identifies people
 */
export async function findPeople(
  store: Store,
  fields: readonly Field[],
  { notes = null, providers = NO_PROVIDERS, countMain }: PeopleOptions = {},
): Promise<People> {
  const emails = fields.filter((field) => categoriesOf(field).includes('email')).map(({ entry }) => entry);
  if (emails.length > 0) await makeProviderFolds(store, emails, providers);
  const candidates = candidateKeys(fields, (path) => pathKeys(path).at(-1) ?? '');
  const definitions = candidates.flatMap((key): PeopleDefinition[] => {
    const keys = key.carriers.map(({ entry }) => ({ kind: entry.kind, path: entry.path }));
    return DEFINITIONS[key.category].map((id) => ({
      id,
      definition: measureTitle(id),
      unit: MEASURES[id].unit,
      keys,
      count: 0,
      range: null,
      links: null,
    }));
  });
  const main =
    [notes?.people, 'people.accounts', 'people.emails-l2']
      .map((id) => definitions.find((definition) => definition.id === id))
      .find((definition) => definition !== undefined) ?? definitions[0];
  for (const definition of definitions) {
    // One key is in the inventory.
    const known = definition === main && definition.keys.length > 1 ? await countMain?.(main) : null;
    definition.count = known ?? (await countKeys(store, definition));
  }
  if (main) definitions.push(...(await linkedDefinitions({ store, fields, candidates, definitions, notes })));
  return { definitions, main: main ?? null, warnings: main ? [] : ['NO_PERSON_KEY'] };
}
