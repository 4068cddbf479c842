import type { Results, Verdict } from '../../contract/results';
import { stamped } from '../names/synthetic-stamp';
import { PAGE_WORD } from '../names/verdict-names';

/** Title of the table of verdicts. */
export function verdictsTitle(columns: readonly string[]): string {
  return columns.length > 1 ? 'Which claims the records could decide' : 'Who is borne out by these records';
}

/** Its columns: one for each world, one in all for a single input. */
export function verdictsColumns({ worlds }: Pick<Results, 'worlds'>): string[] {
  return worlds.length > 0 ? worlds.map(({ world }) => `${world} world`) : ['this file'];
}

/** A verdict in a cell or a sentence; null where the column gives none. */
export function verdictWord(verdict: Verdict | null): string {
  return verdict ? PAGE_WORD[verdict] : 'no verdict';
}

/**
 * The table for those who cannot see it.
 *
 * @param never subjects that no records can decide
 */
export function verdictsAlt(
  rows: readonly { subject: string; party: string; cells: (Verdict | null)[] }[],
  { never, columns, synthetic }: { never: string[]; columns: string[]; synthetic: boolean },
): string {
  const said = rows.map(({ subject, party, cells }) => {
    const words = cells.map((cell, i) => `${columns[i] ?? ''} ${verdictWord(cell)}`);
    return `${subject}, ${party}: ${words.join(', ')}`;
  });
  const rest = never.length > 0 ? ` Records cannot tell: ${never.join(', ')}.` : '';
  return stamped(`Table of verdicts. ${said.join('; ') || 'No subject can be decided'}.${rest}`, synthetic);
}
