import type { PeopleDefinition } from '../../contract/people';
import type { Store } from '../../contract/store';
import { noValuesAt } from '../../fields/no-values/no-values-at';
import { filledSql } from '../../people/filled-sql';
import { keyEntry } from '../../people/person-key-sql';
import { attributeBitmask } from '../attributes/attribute-bitmask';
import { masked } from '../attributes/masked';
import type { AttributeSources } from '../attributes/people-by-attribute';
import { countedAttributes, type PersonAttribute, personAttributes } from '../attributes/person-attributes';

/** Documents that hold something and whose person could not be told. */
export interface Nobodys {
  documents: number;
  /** The most people who may stand behind them: one a document, and in lists one a value. */
  people: number;
}

/**
 * Documents that hold what is counted of people and name nobody whose it is: those of kinds without the person's key, and
 * those that leave it empty. They belong to no count of people, and whoever says "nobody" must know of them.
 *
 * @param main null: nothing identifies people, so that all documents are nobody's
 * @returns by the ids of `countedAttributes`; what no such document holds is not in it
 */
export async function nobodysByAttribute(
  { store, fields, caseFile }: AttributeSources,
  main: PeopleDefinition | null,
): Promise<Map<string, Nobodys>> {
  const documents = Object.fromEntries(store.manifest.kinds.map((kind) => [kind.id, kind.documents]));
  const attributes = personAttributes({ fields, caseFile, documents });
  const counts = countedAttributes({ fields, caseFile });
  const found = new Map<string, Nobodys>();
  for (const kind of new Set(attributes.map((attribute) => attribute.kind))) {
    const condition = withoutPerson(store, main, kind);
    if (condition === null) continue;
    const own = attributes.filter((attribute) => attribute.kind === kind);
    const bits = attributeBitmask(own);
    const patterns = await store.engine.numbers(patternsSql(store, { kind, condition, own, bits }));
    for (const [id, any] of counts) {
      const sum = masked(patterns, bits.masks(any));
      if (sum === 0) continue;
      const holding = own.filter((each) => any.includes(each.id));
      const listed = holding.filter(({ table }) => table !== kind);
      const single = listed.length === holding.length ? 0 : sum;
      const people = single + listed.reduce((all, { values }) => all + values, 0);
      const known = found.get(id) ?? { documents: 0, people: 0 };
      found.set(id, {
        documents: known.documents + sum,
        people: known.people + Math.max(sum, people),
      });
    }
  }
  return found;
}

/** SQL condition on `_doc`s of a kind that name no person; null where all do. */
function withoutPerson(store: Store, main: PeopleDefinition | null, kind: string): string | null {
  const entry = main ? keyEntry(store, main, kind) : undefined;
  if (!entry || entry.column === null) return 'true';
  const documents = store.manifest.kinds.find(({ id }) => id === kind)?.documents;
  if (entry.table === kind && entry.filled === documents && noValuesAt(entry) === null) return null;
  return `_doc not in (select _doc from ${store.source(entry.table)} where ${filledSql(entry)})`;
}

/** SQL of the patterns of bits over documents, each with how many documents have it. */
function patternsSql(
  store: Store,
  question: {
    kind: string;
    condition: string;
    own: PersonAttribute[];
    bits: ReturnType<typeof attributeBitmask>;
  },
): string {
  const { kind, condition, own, bits } = question;
  const rows = [...new Set(own.map(({ table }) => table))].map((table) => {
    const words = bits.columns(
      kind,
      own.filter((attribute) => attribute.table === table),
    );
    return `select _doc, ${words} from ${store.source(table)} where ${condition}`;
  });
  const [only] = rows;
  const each =
    rows.length === 1 && own[0]?.table === kind
      ? only
      : `select ${bits.words.map((word) => `bit_or(${word}) as ${word}`).join(', ')}
         from (${rows.join(' union all ')}) group by _doc`;
  return `select ${bits.words.join(', ')}, count(*) from (${each}) group by ${bits.words.join(', ')}`;
}
