import type { Count, ResultClaim, Results } from '../../contract/results';
import { isSynthetic } from '../../figures/is-synthetic';
import { categoryTitle } from '../../words/names/category-names';
import { partyWords } from '../../words/names/party-words';
import { claimWord } from '../../words/names/record-names';
import { PAGE_WORD } from '../../words/names/verdict-names';
import { saidOn, settlesNote, turnsNote, sourceNote, verdictNote } from '../../words/results/answer-words';
import { Answer } from '../notebook/answer';

/** One test of a claim. */
export interface TestRow {
  /** What is counted, in words; null where no records are laid beside the claim. */
  measure: string | null;
  /** What the thing claimed is taken to be; null where only one thing can be meant. */
  meaning: string | null;
  /** What the wording is taken to mean; null where it names no number. */
  taken: string | null;
  /** In these records. */
  found: Count | null;
  verdict: string;
  because: string;
}

/** One claim with every test that it was put to. */
export function claimAnswer(results: Results, claim: ResultClaim): Answer<TestRow> {
  const { said, because, wouldSettle, turnsOver, sources, date, party, tests } = claim;
  const word = claimWord(claim);
  const measures = new Map(results.measures.map((measure) => [measure.id, measure]));
  const rows = tests.map((test): TestRow => ({
    measure: measures.get(test.measure)?.title ?? test.measure,
    meaning: test.definition === null ? null : categoryTitle(test.definition),
    taken: test.taken.conventional,
    found: measures.get(test.measure)?.inFile ?? null,
    verdict: PAGE_WORD[test.verdict],
    because: test.because,
  }));
  const none = {
    measure: null,
    meaning: null,
    taken: null,
    found: null,
    verdict: word,
    because,
  };
  return new Answer({
    title: said,
    rows: rows.length > 0 ? rows : [none],
    columns: [
      ['measure', 'what is counted'],
      ['meaning', 'if it means'],
      ['taken', 'the claim is taken as'],
      ['found', 'found in these records'],
      ['verdict', 'verdict'],
      ['because', 'because'],
    ],
    notes: [
      verdictNote(word, because),
      ...(wouldSettle === null ? [] : [settlesNote(wouldSettle)]),
      ...(turnsOver === null ? [] : [turnsNote(turnsOver)]),
      saidOn(partyWords(party), date),
      ...sources.map(sourceNote),
    ],
    synthetic: isSynthetic(results),
  });
}
