import type { CaseFile } from '../contract/case';
import type { Field } from '../contract/field';
import type { PeopleDefinition } from '../contract/people';
import type { Store } from '../contract/store';
import { personKeySql } from '../people/person-key-sql';
import { countPeople, type PeopleByMark } from './count-people';
import { countsOf, marksOf } from './person-attributes';

/** What {@link peopleByMark} goes by. */
export interface MarkedPeople {
  store: Store;
  fields: Field[];
  /** null: no case; its sets of values are not counted. */
  caseFile: CaseFile | null;
}

const known = new WeakMap<PeopleDefinition, Promise<PeopleByMark>>();

/** People under the main definition by what they have; counted once for a definition that `findPeople` gave. */
export function peopleByMark(context: MarkedPeople, main: PeopleDefinition): Promise<PeopleByMark> {
  const { store, fields, caseFile } = context;
  const documents = Object.fromEntries(store.manifest.kinds.map((kind) => [kind.id, kind.documents]));
  const counted =
    known.get(main) ??
    countPeople({
      store,
      marks: marksOf({ fields, caseFile, documents }),
      counts: countsOf({ fields, caseFile }),
      personKey: (kind) => personKeySql(store, main, kind),
      keyPaths: main.keys.flatMap(({ kind, path }) => store.find(kind, path) ?? []),
    });
  known.set(main, counted);
  return counted;
}
