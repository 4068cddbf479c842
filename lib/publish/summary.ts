import type { ResultMeasure, Results } from '../contract/results';
import { categoryCounts } from '../figures/category-counts';
import { categoryWords } from '../figures/category-words';
import { formatCount, formatNumber } from '../figures/format-number';
import { PAGE_WORD } from '../figures/page-words';
import { isSynthetic, SYNTHETIC_STAMP } from '../figures/synthetic-stamp';
import { verdictRows } from '../figures/verdict-rows';
import { windowWords } from './brief/window-words';
import { estimateWords, inFileWords } from './estimate-words';

/**
 * The short summary for a terminal, line by line: what the public record settles, people under each definition,
 * documents, fields by category, health data with limits, window, and a line per disputed subject.
 */
export function summary(results: Results): string[] {
  return [
    ...section('What the public record alone settles (the only finding about the real incident)', [
      ...results.publicRecord.map((row) => row.finding),
      ...results.windows.map(windowWords),
    ]),
    ...(isSynthetic(results) ? [SYNTHETIC_STAMP.toUpperCase(), ''] : []),
    ...section('People in this file', people(results)),
    ...section('Documents in this file', documents(results)),
    ...section('Data in this file', fields(results)),
    ...section('People with health data', health(results.measures)),
    ...section('Disputed subjects', disputes(results)),
  ];
}

function section(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`), ''];
}

function people({ people: rows }: Results): string[] {
  return rows.length === 0
    ? ['nothing tells people apart']
    : rows.map(
        (row) =>
          `${formatCount(row.count)} ${row.unit}${row.main ? ' (the main count)' : ''}: ${row.definition}`,
      );
}

function documents({ inputs, kinds }: Results): string[] {
  return [
    ...inputs.map(
      (input) =>
        `${input.label}: ${formatNumber(input.documents)} read, ${formatNumber(input.rejected)} rejected`,
    ),
    ...kinds.map((kind) => `${kind.label}: ${formatCount(kind.documents)}`),
  ];
}

function fields(results: Results): string[] {
  const { unit, rows } = categoryCounts(results);
  return rows.map(
    (row) =>
      `${categoryWords(row.category)}: ${row.count === 0 ? 'none' : `${formatCount(row.count)} ${row.count === 1 && unit === 'people' ? 'person' : unit}`}`,
  );
}

function health(measures: ResultMeasure[]): string[] {
  const any = measures.find((measure) => measure.id === 'people.with-any:health');
  return any ? [`${inFileWords(any)} in this file; for everybody: ${estimateWords(any)}`] : [];
}

function disputes(results: Results): string[] {
  const rows = verdictRows({ ...results, worlds: [] });
  return [...new Set(rows.map((row) => row.subject))].map((subject) => {
    const sides = rows.filter((row) => row.subject === subject);
    const parties = [...new Set(sides.map((row) => row.party))];
    const words = (party: string) =>
      sides
        .filter((row) => row.party === party)
        .map(({ cells: [verdict] }) => (verdict ? PAGE_WORD[verdict] : 'no verdict'));
    return `${subject}: ${parties.map((party) => `${party}: ${words(party).join(' / ')}`).join(' · ')}`;
  });
}
