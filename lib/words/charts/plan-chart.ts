import { formatNumber } from '../numbers/format-number';

/** A claim that names a number, and the sizes of the draws that it needs. */
export interface PlanBar {
  /** What it is about, with the people that it names. */
  about: string;
  /** People to see one. */
  see: number;
  /** Documents to see one if pages are drawn. */
  documents: number;
  /** People to decide the number; null: only everybody. */
  decide: number | null;
}

/** Title of the chart of a plan. */
export const PLAN_TITLE = 'How large a random draw each claim would need';

/** What its axis counts. */
export const PLAN_AXIS = 'People or documents drawn';

/** What a claim is about, with the people that it names. */
export function planAbout(subject: string, claimed: number): string {
  return `${subject}, ${formatNumber(claimed)}`;
}

/** Labels of the three rows of a claim. */
export function planLabels(about: string): { see: string; documents: string; decide: string } {
  return {
    see: `${about}: people to see one`,
    documents: 'documents, if whole pages are drawn',
    decide: 'people to decide the number',
  };
}

/** How many people decide a number. */
export function decideLabel(decide: number | null): string {
  return decide === null ? 'everybody' : formatNumber(decide);
}

/** The chart for those who cannot see it. */
export function planAlt(bars: readonly PlanBar[], population: number): string {
  const people = (count: number) => `${formatNumber(count)} people`;
  const said = bars.map(
    ({ about, see, documents, decide }) =>
      `${about}: ${people(see)} to see one, ${formatNumber(documents)} documents if whole pages are drawn, ` +
      `${decide === null ? 'everybody' : people(decide)} to decide the number`,
  );
  return `How many of ${people(population)} would have to be drawn at random, claim by claim. ${said.join('; ') || 'No claim names a number'}.`;
}
