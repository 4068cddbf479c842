import type { CaseFile } from '../contract/case';
import { CATEGORIES } from '../contract/categories';
import type { Counted } from '../contract/evidence';
import type { Field } from '../contract/field';
import type { PeopleDefinition } from '../contract/people';
import { categoryTitle } from '../words/category-names';
import { count } from './counted';
import { GROUPS } from './groups';
import { categoriesOf } from '../fields/categories-of';
import { deviceCategory } from './person-attributes';

/** What {@link peopleMeasures} is made of. */
export interface PeopleFindings {
  main: PeopleDefinition;
  /** People by what they have (`with:email`, `any:health` …); what is not there, nobody has. */
  byMark: Map<string, number>;
  fields: Field[];
  caseFile: CaseFile | null;
  /** Categories that are said even where nobody has them. */
  categories: string[];
}

/** People with each category and group under the main definition, and their shares. */
export function peopleMeasures(findings: PeopleFindings): Counted[] {
  const { main, byMark, fields, caseFile } = findings;
  const found = (mark: string) => byMark.get(mark) ?? 0;
  const rest = { of: main.id, under: main.id, drawnAs: main.id };
  const people = (id: string, title: string, mark: string) =>
    count(id, title, found(mark), { unit: 'people', ...rest });
  const share = (id: string, title: string, mark: string) =>
    count(id, title, found(mark), { unit: 'share', ...rest, outOf: main.count });
  const spoken = CATEGORIES.filter((category) => category !== 'unknown' && occursOrAsked(category, findings));
  const owners =
    deviceCategory(fields) === null ? [] : [people('people.owners', 'People with a device', 'owners')];
  return [
    ...owners,
    ...spoken.flatMap((category) => {
      const words = categoryTitle(category);
      return [
        people(`people.with:${category}`, `People with: ${words}`, `with:${category}`),
        people(
          `people.with-certain:${category}`,
          `People with: ${words}, certain in meaning`,
          `certain:${category}`,
        ),
        share(`share.with:${category}`, `Share of people with: ${words}`, `with:${category}`),
      ];
    }),
    ...Object.keys(GROUPS).flatMap((group) => [
      people(`people.with-any:${group}`, `People with any: ${group}`, `any:${group}`),
      share(`share.with-any:${group}`, `Share of people with any: ${group}`, `any:${group}`),
    ]),
    ...Object.entries(caseFile?.measures ?? {}).flatMap(([name, set]) => {
      const known = found(`with:${set.category}`);
      const of = { ...share(`share.of:${name}`, set.title, `of:${name}`) };
      const among: Counted = { ...of, of: `people.with:${set.category}`, outOf: known };
      const unknown = main.count - known;
      if (unknown === 0 || known === 0) return [among];
      const all = { ...of, id: `share.of-all:${name}`, title: `${set.title}, as a share of all people` };
      const upper = { ...all, id: `share.of-or-unknown:${name}`, count: found(`of:${name}`) + unknown };
      return [among, { ...all, upper }];
    }),
  ];
}

function occursOrAsked(
  category: (typeof CATEGORIES)[number],
  { fields, categories }: PeopleFindings,
): boolean {
  return categories.includes(category) || fields.some((field) => categoriesOf(field).includes(category));
}
