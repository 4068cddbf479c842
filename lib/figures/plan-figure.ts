import type { Plan } from '../claims/plan-claims';
import { baseLayout } from './base-layout';
import { countAxis } from './count-axis';
import type { Figure } from './figure';
import { formatNumber } from '../words/numbers/format-number';
import { labelRoom } from './label-room';
import { PALETTE } from './palette';
import { rowAxis } from './row-axis';

/** One claim of a plan that names a number, as the chart needs it. */
interface PlanBar {
  /** What it is about, with the people that the claim names. */
  about: string;
  /** People to see one. */
  see: number;
  /** Documents to see one if pages are drawn. */
  documents: number;
  /** People to decide the number; null: only everybody. */
  decide: number | null;
}

/**
 * How large a random draw would have to be for each claim that names a number: to see one at all, to see one if whole pages
 * were drawn, and to decide the number.
 */
export function planFigure(plan: Plan): Figure {
  const population = plan.population ?? 0;
  const bars = barsOf(plan);
  const title = 'How large a random draw each claim would need';
  const rows = bars.flatMap((bar) => rowsOf(bar, population));
  const x = countAxis(
    [...rows.map(({ value }) => value), population],
    'People or documents drawn',
    labelRoom(rows.map(({ text }) => text)),
  );
  const layout = baseLayout({
    title,
    rows: rows.length,
    rowHeight: 44,
    labels: 150,
    bottom: 80,
    synthetic: false,
    xaxis: x.axis,
    yaxis: rowAxis(
      rows.map(({ label }) => label),
      22,
    ),
  });
  layout.annotations.push(
    ...rows.map(({ value, text }, i) => ({
      text,
      x: x.at(value),
      y: i,
      xref: 'x' as const,
      yref: 'y' as const,
      xshift: 10,
      xanchor: 'left' as const,
      yanchor: 'middle' as const,
      align: 'left' as const,
      showarrow: false as const,
      font: { size: 12 },
    })),
  );
  const marker = { color: rows.map(({ color }) => color), size: 10, symbol: 'circle' };
  const drawn = { x: rows.map(({ value }) => value), y: rows.map((_, i) => i), marker };
  const look = { hoverinfo: 'skip' as const, showlegend: false as const };
  const trace = {
    type: 'scatter' as const,
    mode: 'markers' as const,
    name: 'to be drawn',
    ...drawn,
    ...look,
  };
  return { title, alt: sentence(bars, population), data: rows.length === 0 ? [] : [trace], layout };
}

/** The claims of a plan that name a number, each subject and number once. */
function barsOf({ rows }: Plan): PlanBar[] {
  const bars = new Map<string, PlanBar>();
  for (const { subject, claimed, see, pages, decide } of rows) {
    if (claimed === null || see === null || pages === null) continue;
    const about = `${subject}, ${formatNumber(claimed)}`;
    if (!bars.has(about)) bars.set(about, { about, see, documents: pages.documents, decide });
  }
  return [...bars.values()];
}

function rowsOf(
  { about, see, documents, decide }: PlanBar,
  population: number,
): { label: string; value: number; text: string; color: string }[] {
  const number = decide === null ? 'everybody' : formatNumber(decide);
  return [
    { label: `${about}: people to see one`, value: see, text: formatNumber(see), color: PALETTE.mark },
    {
      label: 'documents, if whole pages are drawn',
      value: documents,
      text: formatNumber(documents),
      color: PALETTE.faint,
    },
    {
      label: 'people to decide the number',
      value: decide ?? population,
      text: number,
      color: PALETTE.warn,
    },
  ];
}

function people(count: number): string {
  return `${formatNumber(count)} people`;
}

function sentence(bars: PlanBar[], population: number): string {
  const said = bars.map(
    ({ about, see, documents, decide }) =>
      `${about}: ${people(see)} to see one, ${formatNumber(documents)} documents if whole pages are drawn, ` +
      `${decide === null ? 'everybody' : people(decide)} to decide the number`,
  );
  return `How many of ${formatNumber(population)} people would have to be drawn at random, claim by claim. ${said.join('; ') || 'No claim names a number'}.`;
}
