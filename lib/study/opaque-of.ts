import { loadTaxonomy } from '../cases/load-taxonomy';
import type { Field } from '../contract/field';
import type { PeopleDefinition } from '../contract/people';
import type { PathLook } from '../contract/review';
import type { Store } from '../contract/store';
import { pathForms } from '../fields/forms/path-forms';
import { opaqueUnits } from '../measures/account/opaque-units';
import type { AccountSources } from '../measures/account/with-account';

/** Which fields could hold what claims speak of and were not looked at, by the forms of their values and by a review. */
export async function opaqueOf(
  store: Store,
  { fields, main, looks }: { fields: Field[]; main: PeopleDefinition | null; looks: readonly PathLook[] },
): Promise<AccountSources['opaque']> {
  const forms = await pathForms(store, loadTaxonomy());
  return opaqueUnits({ store, fields, main, forms, looks });
}
