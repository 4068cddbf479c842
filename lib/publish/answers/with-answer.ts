import { categoriesIn, CATEGORY_ROWS } from '../../contract/categories';
import { parseMeasureId } from '../../contract/measure-id';
import type { Count, Results } from '../../contract/results';
import { healthClaims } from '../../figures/health-claims';
import { healthFigure } from '../../figures/health-figure';
import { isSynthetic } from '../../figures/is-synthetic';
import { healthClaimLines } from '../../words/charts/health-chart';
import { categoryTitle, groupNoun } from '../../words/names/category-names';
import { claimWord } from '../../words/names/record-names';
import { estimateWords, refusalWords } from '../../words/results/estimate-words';
import { anyOf, saidNote, WITH_NONE, withQuestion } from '../../words/results/answer-words';
import { Answer } from '../notebook/answer';

/** People with one category of data. */
export interface WithRow {
  /** Id of the category; of the whole group, its id with `any:` before it. */
  id: string;
  /** In words. */
  category: string;
  /** In these records. */
  people: Count | null;
  /** For everybody, with limits at 95 % confidence; null where nothing follows. */
  estimate: Count | null;
  low: Count | null;
  high: Count | null;
  /** Why nothing follows for everybody; null where something does. */
  because: string | null;
  /** What the parties to a dispute said of it, in short: "Wyze: about 140"; null where they said nothing. */
  claimed: string | null;
}

/** Groups and categories that people can be asked with: those that some path holds or a claim speaks of. */
export function askableWith(results: Results): string[] {
  const categories = results.measures.flatMap(({ id }) => {
    const measure = parseMeasureId(id);
    return measure?.family === 'people.with' ? [measure.parameter] : [];
  });
  const groups = categories.map((category) => CATEGORY_ROWS.get(category)?.group ?? 'other');
  return [...new Set([...groups, ...categories, ...categories.map(categoryTitle)])];
}

/**
 * People with data of a group, one row for each category that somebody has or a claim speaks of; or with one category.
 *
 * @param what id of a group (`health`), or id or title of a category, in lower case
 * @returns null where there is no such group or category in these records
 */
export function withAnswer(results: Results, what: string): Answer<WithRow> | null {
  const isGroup = categoriesIn(what).length > 0;
  const categories = isGroup
    ? categoriesIn(what)
    : [...CATEGORY_ROWS.keys()].filter((id) => [id, categoryTitle(id).toLowerCase()].includes(what));
  const any = isGroup
    ? [{ measure: `people.with-any:${what}`, id: `any:${what}`, category: anyOf(groupNoun(what)) }]
    : [];
  const asked = categories.map((id) => ({ measure: `people.with:${id}`, id, category: categoryTitle(id) }));
  const rows = [...any, ...asked].flatMap(({ measure, id, category }): WithRow[] => {
    const found = results.measures.find((each) => each.id === measure);
    if (!found) return [];
    const { inFile, value, low, high, refused } = found;
    const because = refused === null ? null : refusalWords(refused);
    const claimed = healthClaimLines(healthClaims(results, measure)).join('; ') || null;
    return [{ id, category, people: inFile, estimate: value, low, high, because, claimed }];
  });
  if (rows.length === 0 && !isGroup) return null;
  const whole = isGroup && results.measures.find(({ id }) => id === `people.with-any:${what}`);
  return new Answer({
    title: withQuestion(isGroup ? groupNoun(what) : categoryTitle(categories[0] ?? what)),
    rows,
    columns: [
      ['category', 'what'],
      ['people', 'people in these records'],
      ['estimate', 'best estimate for everybody'],
      ['low', 'at least'],
      ['high', 'at most'],
      ['claimed', 'what was claimed'],
    ],
    notes: [
      ...(rows.length === 0 ? [WITH_NONE] : []),
      ...(whole ? [estimateWords(whole, results)] : []),
      ...said(results, [...any, ...asked]),
    ],
    figure: what === 'health' && rows.length > 0 ? healthFigure(results) : null,
    synthetic: isSynthetic(results),
  });
}

/** What the parties to a dispute said of any of these, with the verdicts. */
function said({ claims, disagreements }: Results, asked: readonly { measure: string }[]): string[] {
  const parties = new Set(disagreements.flatMap((each) => each.parties));
  return claims
    .filter(({ party, flags }) => parties.has(party) && !flags.includes('retelling'))
    .filter(({ tests }) => tests.some((test) => asked.some(({ measure }) => measure === test.measure)))
    .map((claim) => saidNote(claim.said, claimWord(claim)));
}
