import { today } from '../../records/review/today';
import type { CaseFile } from '../../contract/case';
import type { Field } from '../../contract/field';
import { categoriesAbout } from '../../contract/measure-id';
import type { Category } from '../../contract/categories';
import type { PeopleDefinition } from '../../contract/people';
import type { Review, ReviewAnswer } from '../../contract/review';
import type { Store } from '../../contract/store';
import type { Truth } from '../../contract/truth';
import { decidingRecords, type DecidingRecord } from '../../measures/deciding-records';

/** What the truth of a world is asked about. */
export interface TruthAsked {
  store: Store;
  fields: Field[];
  main: PeopleDefinition | null;
  caseFile: CaseFile | null;
  /** Kind id → the case's name for it. */
  kindNames: Record<string, string>;
  /** Measures whose records somebody would have to look at. */
  measures: readonly string[];
}

/**
 * Looks at the records of a world as a reviewer would, with its truth file for eyes: one record for each person found, planted
 * where the file says so, what it seems where the file says that its path holds that. Only where a run asks for it.
 */
export async function answersOfTruth(truth: Truth, asked: TruthAsked): Promise<ReviewAnswer[]> {
  const { store, fields, main, caseFile, measures } = asked;
  const on = today();
  const answers: ReviewAnswer[] = [];
  for (const measure of measures) {
    const people = { main, definitions: [], warnings: [] };
    const records = await decidingRecords(measure, { store, fields, people, caseFile });
    const wanted = categoriesAbout(measure);
    answers.push(
      ...records.map((record): ReviewAnswer => ({
        measure,
        part: record.part,
        line: record.line,
        answer: isPlanted(truth, record, store)
          ? 'planted'
          : holds(truth, record, { asked, wanted })
            ? 'yes'
            : 'no',
        by: 'truth',
        on,
      })),
    );
  }
  return answers;
}

/** A review that the truth file answered: results say so. */
export function reviewOfTruth(commitment: string, parts: Pick<Review, 'answers' | 'paths'>): Review {
  return { schema: 'breachscope/review@1', commitment, from: 'truth', ...parts };
}

function isPlanted(truth: Truth, { part, line }: DecidingRecord, { manifest }: Store): boolean {
  const sha256 = manifest.parts.find(({ id }) => id === part)?.sha256;
  const names = truth.files.filter((file) => file.sha256 === sha256).map(({ name }) => name);
  return (truth.known?.planted ?? []).some((each) => each.line === line && names.includes(each.file));
}

/** Whether the truth has one of the record's paths for what it was found for; without a category it is what it seems. */
function holds(
  truth: Truth,
  { kind, paths }: DecidingRecord,
  { asked, wanted }: { asked: TruthAsked; wanted: readonly Category[] },
): boolean {
  if (wanted.length === 0) return true;
  const disputed = asked.fields.filter(
    ({ entry, definitions }) => entry.kind === kind && definitions.length > 1,
  );
  return paths.some((path) => {
    const known = truth.fields.find((each) => each.kind === asked.kindNames[kind] && each.path === path);
    return (
      disputed.some(({ entry }) => entry.path === path) ||
      wanted.some((category) => category === known?.category)
    );
  });
}
