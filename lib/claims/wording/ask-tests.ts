import type { CaseFile, Claim, ClaimTest, FieldNotes, Region } from '../../contract/case';
import type { Field } from '../../contract/field';
import type { Reading } from '../../contract/results';
import { formatMeasureId, parseMeasureId } from '../../contract/measure-id';
import { categoryNoun } from '../../words/category-names';
import { type Regions, regionsOfWording } from './regions-of-wording';

/** One measure that a claim is to be tested on, under one definition. */
export interface AskedTest {
  measure: string;
  regions: Regions;
  /** Tests of one group are joined; groups are compared. null belongs to every group. */
  group: string | null;
  /** The group in words; null where only one thing can be meant. */
  definition: string | null;
}

/** What is known of an input when its tests are laid out. */
export interface AskContext {
  fields: readonly Field[];
  notes: FieldNotes;
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
  return claim.tests.flatMap((test) => {
    const regions = regionsOf(test, claim, context.population);
    const whole = {
      measure: test.measure,
      regions,
      group: test.definition ?? null,
      definition: test.definition ?? null,
    };
    const id = parseMeasureId(test.measure);
    const ofAll = id?.family === 'share.of' ? formatMeasureId({ ...id, family: 'share.of-all' }) : null;
    if (
      id?.family === 'share.of' &&
      ofAll !== null &&
      context.counted.has(ofAll) &&
      test.definition === undefined
    ) {
      const noun = categoryNoun(context.file.measures[id.parameter]?.category ?? 'unknown');
      const among = `counted among the people with ${noun}`;
      return [
        { ...whole, group: 'told', definition: among },
        { ...whole, group: 'all', definition: 'counted among all people', measure: ofAll },
      ];
    }
    const disputed = id?.family === 'people.with' ? disputedPath(id.parameter, context) : null;
    if (id?.family !== 'people.with' || disputed === null || test.definition !== undefined) return [whole];
    const [counting, leaving] = wordsOf(disputed, id.parameter);
    const certain = formatMeasureId({ ...id, family: 'people.with-certain' });
    return [
      { ...whole, group: 'counting', definition: counting },
      { ...whole, group: 'leaving out', definition: leaving, measure: certain },
    ];
  });
}

function regionsOf(test: ClaimTest, claim: Claim, population: number | null): Regions {
  const { region } = test;
  if (region && 'strict' in region) return region;
  if (region)
    return { strict: region, conventional: region, lenient: region } satisfies Record<Reading, Region>;
  return claim.wording
    ? regionsOfWording(claim.wording, population)
    : { strict: null, conventional: null, lenient: null };
}

interface Disputed {
  name: string;
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
    .filter((other) => other !== category);
  const note = notes.fields.find(
    ({ definitions }) =>
      definitions?.length === field.definitions.length &&
      definitions.every((definition, i) => definition.category === field.definitions[i]?.category),
  );
  return { name: note ? `"${note.path}"` : 'the disputed field', others };
}

function wordsOf({ name, others }: Disputed, category: string): [string, string] {
  const known = others.filter((other) => other !== 'unknown').map(categoryNoun);
  const counting = `taking the field ${name} for ${categoryNoun(category)}`;
  const leaving =
    known.length > 0
      ? `taking the field ${name} for ${known.join(' or ')} instead`
      : `not taking the field ${name} for ${categoryNoun(category)}`;
  return [counting, leaving];
}
