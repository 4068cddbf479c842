import type { Count, Results } from '../../contract/results';
import { headline } from '../../figures/headline';
import { isSynthetic } from '../../figures/is-synthetic';
import { peopleFigure } from '../../figures/people-figure';
import { refusalWords } from '../../words/results/estimate-words';
import { ONE_NUMBER, PEOPLE_QUESTION } from '../../words/results/answer-words';
import { joinSentence, moreJoins } from '../../words/results/join-words';
import { peopleLabel } from '../../words/names/people-labels';
import { capital } from '../../words/text/sentence';
import { Answer } from '../notebook/answer';

/** One way of counting people, and what it gives. */
export interface PeopleRow {
  /** Measure id: `people.accounts`. */
  id: string;
  /** The way in a few words. */
  counted: string;
  /** The unit: accounts, e-mail addresses, people. */
  unit: string;
  /** In these records. */
  people: Count | null;
  /** The fewest and the most that the way itself leaves open; null where it leaves nothing open. */
  fewest: Count | null;
  most: Count | null;
  /** For everybody, at 95 % confidence; null where nothing follows. */
  low: Count | null;
  high: Count | null;
  /** It is the way by which shares and groups are counted. */
  main: boolean;
  /** Who counts as one, in a sentence. */
  definition: string;
}

/** One row per way of counting people. */
export function peopleAnswer(results: Results): Answer<PeopleRow> {
  const rows = results.people.map((row) => ({
    id: row.id,
    counted: peopleLabel(row.id),
    unit: row.unit,
    people: row.count,
    fewest: row.range?.[0] ?? null,
    most: row.range?.[1] ?? null,
    low: row.low,
    high: row.high,
    main: row.main,
    definition: row.definition,
  }));
  const main = results.people.find((row) => row.main);
  return new Answer({
    title: PEOPLE_QUESTION,
    rows,
    columns: [
      ['definition', 'who counts as one'],
      ['unit', 'unit'],
      ['people', 'in these records'],
      ['fewest', 'at least'],
      ['most', 'at most'],
      ['main', 'used for shares'],
    ],
    notes: [headline(results), ...joins(results), ...(main ? [ONE_NUMBER, ...refusal(main.refused)] : [])],
    figure: rows.length > 0 ? peopleFigure(results) : null,
    synthetic: isSynthetic(results),
  });
}

/** Joins that are told below the table; the document has them all. */
const MOST_JOINS = 6;

function joins({ joins: all }: Results): string[] {
  const left = all.length - MOST_JOINS;
  return [...all.slice(0, MOST_JOINS).map(joinSentence), ...(left > 0 ? [moreJoins(left)] : [])];
}

function refusal(code: string | null): string[] {
  return code === null ? [] : [capital(refusalWords(code)) + '.'];
}
