import type { Plan } from '../contract/plan';
import { planFigure } from '../figures/plan-figure';
import { planPage } from '../publish/page/plan-page';
import { toSvg } from '../publish/svg/to-svg';
import { toCsv } from '../publish/tables/csv';
import { writeOut } from '../publish/write-out';

const COLUMNS = [
  'claim',
  'party',
  'subject',
  'measure',
  'asks',
  'claimed',
  'see',
  'pages',
  'documents',
  'decide',
  'ask',
];

/**
 * Writes a plan into `OUT/plan/` as table, chart, page and JSON.
 *
 * @returns the folder
 * @throws OUT_UNWRITABLE
 */
export function writePlan(plan: Plan, out: string): string {
  return writeOut(out, 'plan', planFiles(plan));
}

function planFiles(plan: Plan): Record<string, string> {
  const chart = planFigure(plan);
  const rows = plan.rows.map(({ pages, ask, ...row }) => ({
    ...row,
    pages: pages?.draw ?? null,
    documents: pages?.documents ?? null,
    ask: ask.join(' | '),
  }));
  return {
    'plan.json': `${JSON.stringify(plan, null, 1)}\n`,
    'plan.csv': toCsv(rows, COLUMNS),
    'plan.svg': toSvg(chart, { background: true }),
    'plan.html': planPage(plan, chart),
  };
}
