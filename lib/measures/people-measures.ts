import type { CaseFile } from '../contract/case';
import { CATEGORIES } from '../contract/categories';
import { COUNTED_GROUPS } from '../contract/categories';
import type { Counted } from '../contract/evidence';
import type { Field } from '../contract/field';
import { formatMeasureId, type MeasureId } from '../contract/measure-id';
import { MEASURES } from '../contract/measure-table';
import type { CountedDefinition } from '../contract/people';
import { categoryTitle } from '../words/names/category-names';
import { categoriesOf } from '../fields/categories-of';
import { countOf } from './count-of';
import { attributeOf, deviceCategory } from './attributes/person-attributes';

/** What {@link peopleMeasures} is made of. */
export interface PeopleFindings {
  main: CountedDefinition;
  /** People by what they have (`with:email`, `any:health` …); what is not there, nobody has. */
  byAttribute: Map<string, number>;
  fields: Field[];
  caseFile: CaseFile | null;
  /** Categories that are said even where nobody has them. */
  categories: string[];
}

/** People with each category and group under the main definition, and their shares. */
export function peopleMeasures(findings: PeopleFindings): Counted[] {
  const { main, byAttribute, fields, caseFile } = findings;
  const spoken = CATEGORIES.filter((category) => category !== 'unknown' && occursOrAsked(category, findings));
  const own = (id: MeasureId, ...words: string[]) => {
    const found = byAttribute.get(attributeOf(formatMeasureId(id)) ?? '') ?? 0;
    return countOf(id, found, {
      main,
      words,
      outOf: MEASURES[id.family].unit === 'share' ? main.count : null,
    });
  };
  return [
    ...(deviceCategory(fields) === null ? [] : [own({ family: 'people.owners' })]),
    ...spoken.flatMap((parameter) => {
      const words = categoryTitle(parameter);
      return [
        own({ family: 'people.with', parameter }, words),
        own({ family: 'people.with-certain', parameter }, words),
        own({ family: 'share.with', parameter }, words),
      ];
    }),
    ...COUNTED_GROUPS.flatMap((parameter) => [
      own({ family: 'people.with-any', parameter }, parameter),
      own({ family: 'share.with-any', parameter }, parameter),
    ]),
    ...Object.entries(caseFile?.measures ?? {}).flatMap(([parameter, { title, category }]) => {
      const known = byAttribute.get(`with:${category}`) ?? 0;
      const share = own({ family: 'share.of', parameter }, title);
      const among: Counted = {
        ...share,
        of: formatMeasureId({ family: 'people.with', parameter: category }),
        outOf: known,
      };
      const unknown = main.count - known;
      if (unknown === 0 || known === 0) return [among];
      const all = own({ family: 'share.of-all', parameter }, title);
      return [among, { ...all, upper: { ...all, count: (all.count ?? 0) + unknown } }];
    }),
  ];
}

function occursOrAsked(
  category: (typeof CATEGORIES)[number],
  { fields, categories }: PeopleFindings,
): boolean {
  return categories.includes(category) || fields.some((field) => categoriesOf(field).includes(category));
}
