import type { Plan } from '../claims/plan-claims';
import { formatNumber } from './format-number';
import type { PlanBar } from './plan-figure';

/** The claims of a plan that name a number, each subject and number once. */
export function planBars({ rows }: Plan): PlanBar[] {
  const bars = new Map<string, PlanBar>();
  for (const { subject, claimed, see, pages, decide } of rows) {
    if (claimed === null || see === null || pages === null) continue;
    const about = `${subject}, ${formatNumber(claimed)}`;
    if (!bars.has(about)) bars.set(about, { about, see, documents: pages.documents, decide });
  }
  return [...bars.values()];
}
