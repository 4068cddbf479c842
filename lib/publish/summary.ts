import type { Results } from '../contract/results';
import { headline } from '../figures/headline';
import { categoryCounts } from '../figures/category-counts';
import { categoryTitle } from '../words/names/category-names';
import { formatCount, formatNumber } from '../words/numbers/format-number';
import { PAGE_WORD } from '../words/names/verdict-names';
import { isSynthetic } from '../figures/is-synthetic';
import { SYNTHETIC_STAMP } from '../words/names/synthetic-stamp';
import type { VerdictCell, VerdictRow } from '../figures/verdict-rows';
import { decidable, verdictRows } from '../figures/verdict-rows';
import { wrapText } from '../figures/wrap-text';
import { windowWords } from '../words/dates/window-words';
import { estimateWords, inFileWords } from '../words/results/estimate-words';
import { notFound, ownerlessWords } from '../words/results/not-found-words';
import { inputNotes } from '../words/results/input-notes';
import { joinSentence, moreJoins } from '../words/results/join-words';
import { kindTitle } from '../words/results/kind-title';
import { totalWords } from '../words/results/total-words';
import { listWords } from '../words/text/list-words';

const MOST_FINDINGS = 4;
const MOST_JOINS = 8;
const COLUMNS = 96;

/**
 * The short summary for a terminal, line by line: what the public record settles, people under each definition,
 * documents, fields by category, health data with limits, window, and a line per disputed subject.
 */
export function summary(results: Results): string[] {
  return [
    ...section('What the public record alone settles (the only finding about the real incident)', [
      ...results.windows.map(windowWords),
      ...results.publicRecord.slice(0, MOST_FINDINGS).map((row) => row.finding),
      ...more(results.publicRecord.length - MOST_FINDINGS),
    ]),
    ...(isSynthetic(results) ? [SYNTHETIC_STAMP.toUpperCase(), ''] : []),
    ...section('People in this file', people(results)),
    ...section('Documents in this file', documents(results)),
    ...section('Data in this file', fields(results)),
    ...section('People with health data', health(results)),
    ...section('Disputed subjects', disputes(results)),
  ];
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.flatMap(wrapped), ''];
}

/** Lines of at most {@link COLUMNS} characters, the following ones set in. */
function wrapped(text: string): string[] {
  return wrapText(text, COLUMNS).map((line, i) => `${i === 0 ? '  ' : '    '}${line}`);
}

function more(left: number): string[] {
  return left > 0 ? [`… and ${formatNumber(left)} more findings in the brief.`] : [];
}

/** The middle of its range is nobody’s count. */
const NAMES = 'people.linked-names';

function people(results: Results): string[] {
  return [
    headline(results),
    ...results.people.map(
      (row) =>
        `${row.id === NAMES && row.range ? row.range.map((limit) => formatCount(limit)).join(' to ') : formatCount(row.count)} ${row.unit}${row.main ? ' (the main count)' : ''}: ${row.definition}`,
    ),
    ...results.joins.slice(0, MOST_JOINS).map(joinSentence),
    ...(results.joins.length > MOST_JOINS ? [moreJoins(results.joins.length - MOST_JOINS)] : []),
  ];
}

function documents({ inputs, kinds, fields: all }: Results): string[] {
  return [
    ...inputs.flatMap((input) => [
      `${input.label}: ${formatNumber(input.documents)} read${totalWords(input)}, ${formatNumber(input.rejected)} rejected`,
      ...inputNotes(input),
    ]),
    ...kinds.map((kind) => `${kindTitle(kind, all)}: ${formatCount(kind.documents)}`),
  ];
}

function fields(results: Results): string[] {
  const counts = categoryCounts(results);
  const { unit, rows } = counts;
  const { ownerless, unseen } = notFound(counts, results.measures);
  const one = unit === 'people' ? 'person' : 'document';
  return [
    ...rows
      .filter((row) => row.count !== 0)
      .map(
        (row) =>
          `${categoryTitle(row.category)}: ${formatCount(row.count)} ${row.count === 1 ? one : unit}` +
          takenFor(results, row.category),
      ),
    ...ownerless,
    ...(unseen.length > 0 ? [`not recognised in what was read: ${unseen.join(', ')}`] : []),
  ];
}

/** Which disputed fields a count rests on, where it rests on nothing else. */
function takenFor({ fields: all }: Results, category: string): string {
  const own = all.filter(
    (field) => field.category === category || field.definitions.some((each) => each.category === category),
  );
  if (own.length === 0 || own.some(({ definitions }) => definitions.length < 2)) return '';
  const paths = listWords([...new Set(own.map(({ path }) => `“${path}”`))]);
  return `, if ${paths} ${own.length === 1 ? 'is' : 'are'} taken for it`;
}

function health(results: Results): string[] {
  const any = results.measures.find((measure) => measure.id === 'people.with-any:health');
  if (!any) return [];
  const nobodys = any.unknowns?.nobodys ?? 0;
  if (any.inFile !== 0)
    return [
      `${inFileWords(any)} in this file. ${estimateWords(any, results)}`,
      ...(nobodys === 0 ? [] : [`${ownerlessWords(nobodys, true)}.`]),
    ];
  return [
    nobodys === 0
      ? `Not recognised in what was read.${any.high === null ? '' : ` ${estimateWords(any, results)}`}`
      : `${ownerlessWords(nobodys, false)}.`,
  ];
}

function disputes(results: Results): string[] {
  const { rows, never } = decidable(verdictRows(results));
  const columns = results.worlds.map((row) => row.world);
  const word = (verdict: VerdictCell) => (verdict ? PAGE_WORD[verdict] : 'no verdict');
  const cells = (row: VerdictRow) =>
    row.cells.map((cell, i) => `${columns.length > 1 ? `${columns[i]} ` : ''}${word(cell)}`).join(', ');
  return [
    ...(columns.length > 1 ? [`in the worlds ${columns.join(', ')}:`] : []),
    ...rows.map((row) => `${row.subject}, ${row.party}: ${cells(row)}`),
    ...(never.length > 0 ? [`records cannot tell: ${never.join(', ')}`] : []),
  ];
}
