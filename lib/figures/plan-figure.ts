import type { Plan } from '../contract/plan';
import {
  decideLabel,
  PLAN_AXIS,
  PLAN_TITLE,
  planAbout,
  planAlt,
  type PlanBar,
  planLabels,
} from '../words/charts/plan-chart';
import { formatNumber } from '../words/numbers/format-number';
import { type DotRow, dotChart } from './dot-chart';
import type { Figure } from './figure';
import { PALETTE } from './palette';

/**
 * How large a random draw would have to be for each claim that names a number: to see one at all, to see one if whole pages
 * were drawn, and to decide the number.
 */
export function planFigure(plan: Plan): Figure {
  const population = plan.population ?? 0;
  const bars = barsOf(plan);
  const rows = bars.flatMap((bar) => rowsOf(bar, population));
  return dotChart({
    title: PLAN_TITLE,
    alt: planAlt(bars, population),
    axis: PLAN_AXIS,
    name: 'to be drawn',
    rows,
    shown: [...rows.map(({ value }) => value), population],
    synthetic: false,
    look: { rowHeight: 44, labels: 150, labelWidth: 22, bottom: 80, dot: 10, gap: 10 },
  });
}

/** The claims of a plan that name a number, each subject and number once. */
function barsOf({ rows }: Plan): PlanBar[] {
  const bars = new Map<string, PlanBar>();
  for (const { subject, claimed, see, pages, decide } of rows) {
    if (claimed === null || see === null || pages === null) continue;
    const about = planAbout(subject, claimed);
    if (!bars.has(about)) bars.set(about, { about, see, documents: pages.documents, decide });
  }
  return [...bars.values()];
}

function rowsOf({ about, see, documents, decide }: PlanBar, population: number): DotRow[] {
  const labels = planLabels(about);
  return [
    { label: labels.see, value: see, text: formatNumber(see), color: PALETTE.mark },
    { label: labels.documents, value: documents, text: formatNumber(documents), color: PALETTE.faint },
    {
      label: labels.decide,
      value: decide ?? population,
      text: decideLabel(decide),
      color: PALETTE.warn,
    },
  ];
}
