import type { CaseFile } from '../contract/case';
import type { Evidence } from '../contract/evidence';
import type { Field } from '../contract/field';
import type { PeopleDefinition } from '../contract/people';
import type { Store } from '../contract/store';
import type { Labelling } from './label-sql';

/** What measures are laid over. */
export interface TotalsContext {
  store: Store;
  fields: Field[];
  main: PeopleDefinition | null;
  caseFile: CaseFile | null;
  kindNames: Record<string, string>;
  evidence: Evidence;
  labelling: Labelling;
}
