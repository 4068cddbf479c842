import type { CaseFile } from '../../contract/case';
import type { Field } from '../../contract/field';
import type { PeopleDefinition } from '../../contract/people';
import type { Store } from '../../contract/store';
import { countByAttribute, type PeopleByAttribute } from './count-by-attribute';
import { countedAttributes, personAttributes } from './person-attributes';
import { mainKeyOf } from './person-patterns';

/** What {@link peopleByAttribute} goes by. */
export interface AttributeSources {
  store: Store;
  fields: Field[];
  /** null: no case; its sets of values are not counted. */
  caseFile: CaseFile | null;
}

/**
 * People under the main definition by what they have.
 *
 * @param main null: nothing identifies people, and nobody is counted
 */
export async function peopleByAttribute(
  { store, fields, caseFile }: AttributeSources,
  main: PeopleDefinition | null,
): Promise<PeopleByAttribute> {
  if (main === null) return { with: new Map(), all: null };
  const documents = Object.fromEntries(store.manifest.kinds.map((kind) => [kind.id, kind.documents]));
  return countByAttribute({
    store,
    attributes: personAttributes({ fields, caseFile, documents }),
    counts: countedAttributes({ fields, caseFile }),
    ...mainKeyOf(store, main),
  });
}
