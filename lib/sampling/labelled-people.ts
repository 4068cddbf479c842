import type { PeopleDefinition } from '../contract/people';
import type { Store } from '../contract/store';
import { filledSql } from '../people/filled-sql';
import { keyEntry, personKeySql } from '../people/person-key-sql';
import { type Labelling, labelSql } from './label-sql';

/** SQL of the documents that carry a person's key, as `_doc`, `person` and `label`. */
export function labelledPeople(store: Store, main: PeopleDefinition, labelling: Labelling): string {
  const carriers = [...new Set(main.keys.map(({ kind }) => kind))];
  return carriers
    .flatMap((kind) => {
      const people = documentsOfPeople(store, main, kind);
      if (people === null) return [];
      return `select people._doc, people.person, labels.label from (${people}) as people
        join (${labelSql(store, kind, labelling)}) as labels using (_doc)`;
    })
    .join(' union all ');
}

/** SQL of the documents of one kind that carry a person's key, as `_doc` and `person`; null where the kind carries none. */
export function documentsOfPeople(store: Store, main: PeopleDefinition, kind: string): string | null {
  const sql = personKeySql(store, main, kind);
  const entry = keyEntry(store, main, kind);
  if (!sql || !entry) return null;
  return `select _doc, ${sql.key} as person from ${sql.from} where ${filledSql(entry, sql.key)}`;
}
