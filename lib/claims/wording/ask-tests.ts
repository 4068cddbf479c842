import type { CaseFile, Claim, ClaimTest, FieldNotes, Hedge } from '../../contract/case';
import type { Field } from '../../contract/field';
import { formatMeasureId, measureEntry, parseMeasureId } from '../../contract/measure-id';
import type { Definition } from '../../contract/reasons';
import { numberKindOf } from './number-kind-of';
import { type Regions, regionsOfWording } from './regions-of-wording';

/** One measure that a claim is to be tested on, under one definition. */
export interface AskedTest {
  measure: string;
  regions: Regions;
  /** The words that it is claimed in; null where they name nothing. */
  hedge: Hedge | null;
  /** Tests of one group are joined; groups are compared. null belongs to every group. */
  group: string | null;
  /** What the thing is taken to be; null where only one thing can be meant. */
  definition: Definition | null;
}

/** What is known of an input when its tests are laid out. */
export interface AskContext {
  fields: readonly Field[];
  notes: FieldNotes;
  /** People in all as the check of the draw knows them; null where it does not. */
  population: number | null;
  /** Measures that were counted; a share of all people is asked for where it is one. */
  counted: ReadonlySet<string>;
  file: CaseFile;
}

/**
 * Lays out the tests of a claim. A test on a category that a disputed path may or may not hold is made twice: counting
 * that path, and not counting it; one on a share where the records do not tell of everybody too: among those they tell
 * of, and among all.
 */
export function askTests(claim: Claim, context: AskContext): AskedTest[] {
  return claim.tests.flatMap((test): AskedTest[] => {
    const regions = regionsOf(test, claim, context);
    const stated = test.definition ?? null;
    const whole: AskedTest = {
      measure: test.measure,
      regions,
      hedge: claim.wording?.hedge ?? null,
      group: stated,
      definition: stated === null ? null : { code: 'STATED', text: stated },
    };
    const id = parseMeasureId(test.measure);
    if (id === null || stated !== null) return [whole];
    if (id.family === 'share.of') {
      const all = formatMeasureId({ family: 'share.of-all', parameter: id.parameter });
      const category = context.file.measures[id.parameter]?.category ?? 'unknown';
      if (!context.counted.has(all)) return [whole];
      return [
        { ...whole, group: 'told', definition: { code: 'AMONG_HOLDERS', category } },
        { ...whole, measure: all, group: 'all', definition: { code: 'AMONG_ALL' } },
      ];
    }
    const disputed = id.family === 'people.with' ? disputedPath(id.parameter, context) : null;
    if (id.family !== 'people.with' || disputed === null) return [whole];
    const category = id.parameter;
    const { field, others } = disputed;
    const certain = formatMeasureId({ family: 'people.with-certain', parameter: category });
    return [
      { ...whole, group: 'counting', definition: { code: 'TAKEN_FOR', field, category } },
      {
        ...whole,
        measure: certain,
        group: 'leaving out',
        definition: { code: 'NOT_TAKEN_FOR', field, category, others },
      },
    ];
  });
}

function regionsOf(test: ClaimTest, claim: Claim, { population }: AskContext): Regions {
  const { region, measure } = test;
  const partOfPeople = measureEntry(measure)?.of === 'main';
  const asked = { kind: numberKindOf(measure), population, everybody: partOfPeople ? population : null };
  if (region && 'strict' in region) return region;
  if (region) return { strict: region, conventional: region, lenient: region };
  return claim.wording
    ? regionsOfWording(claim.wording, asked)
    : { strict: null, conventional: null, lenient: null };
}

interface Disputed {
  field: string | null;
  /** What else it may hold, where anybody says so. */
  others: string[];
}

/** The case's own name of a path that may hold the category or something else; never a name out of the input. */
function disputedPath(category: string, { fields, notes }: AskContext): Disputed | null {
  const field = fields.find(
    ({ definitions }) =>
      definitions.length > 1 && definitions.some((definition) => definition.category === category),
  );
  if (!field) return null;
  const others = field.definitions
    .map((definition) => definition.category)
    .filter((other) => other !== category && other !== 'unknown');
  const note = notes.fields.find(
    ({ definitions }) =>
      definitions?.length === field.definitions.length &&
      definitions.every((definition, i) => definition.category === field.definitions[i]?.category),
  );
  return { field: note?.path ?? null, others };
}
