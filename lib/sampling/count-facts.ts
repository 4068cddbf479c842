import { Leaked } from '../contract/leaked';
import { ranker } from '../contract/rank';
import type { CountFacts } from '../contract/draw/draw-facts';
import { quoteIdentifier } from '../engine/quote';
import type { DrawContext } from './draw-context';
import { documentsOfPeople } from './labelled-people';

/** Table of `person` and `m`, how many documents a person has in all: whole numbers that the kit wrote. */
export const DOCUMENT_COUNTS = 'documents_of_people';

/**
 * How many documents each person of the input has in all, from the documents themselves or from the proof's file, laid
 * down as {@link DOCUMENT_COUNTS}.
 */
export async function countFacts(context: DrawContext): Promise<CountFacts> {
  const { store, proof, people, countsFile } = context;
  const { counts, draw } = proof;
  const { main } = people;
  const named = main?.keys.some(({ path }) => path === counts?.person) ?? false;
  const facts: CountFacts = { people: null, fileHolds: true, missing: 0, beyond: 0 };
  if (!counts || !main || !named || draw?.rule !== 'lowest-rank') return facts;
  if ('file' in counts && countsFile === null) return { ...facts, people: main.id, fileHolds: false };
  const rank = ranker(draw.seed);
  const rows = await store.engine.texts(
    `select person, min(m), max(m), cast(count(*) as varchar) from (${personRows(context)}) group by person`,
  );
  const table: string[][] = [];
  for (const [person, least, most, documents] of rows) {
    if (!person || !documents) continue;
    const key = Leaked.unseal(person);
    const own = 'file' in counts ? String(countsFile?.get(rank(key)) ?? '') : one(least, most);
    if (!/^[1-9]\d{0,8}$/.test(own)) facts.missing++;
    else if (Number(Leaked.unseal(documents)) > Number(own)) facts.beyond++;
    table.push([key, own]);
  }
  await store.engine.fill(DOCUMENT_COUNTS, ['person', 'm'], table);
  return { ...facts, people: main.id };
}

function one(least: Leaked | null | undefined, most: Leaked | null | undefined): string {
  if (!least || !most) return '';
  const text = Leaked.unseal(least);
  return text === Leaked.unseal(most) ? text : '';
}

/** SQL of every document with a person's key, and the number that stands in it. */
function personRows({ store, proof, people: { main } }: DrawContext): string {
  const { counts } = proof;
  if (!main || !counts) return '';
  const kinds = [...new Set(main.keys.map(({ kind }) => kind))];
  return kinds
    .flatMap((kind) => {
      const people = documentsOfPeople(store, main, kind);
      if (people === null) return [];
      const entry = 'path' in counts ? store.find(kind, counts.path) : undefined;
      if (!entry?.column || entry.table !== kind)
        return `select person, cast(null as varchar) as m from (${people})`;
      const numbers = `select _doc, ${quoteIdentifier(entry.column)} as m from ${store.source(kind)}`;
      return `select person, m from (${people}) as people join (${numbers}) as numbers using (_doc)`;
    })
    .join(' union all ');
}
