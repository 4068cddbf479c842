import { planClaims } from '../claims/plan-claims';
import type { Plan } from '../contract/plan';
import { planFigure } from '../figures/plan-figure';
import { toCsv } from '../publish/tables/csv';
import { planPage } from '../publish/page/plan-page';
import { planSections } from '../words/results/plan-words';
import { toSvg } from '../publish/svg/to-svg';
import { writeOut } from '../publish/write-out';
import type { Arguments } from './arguments';
import { loadCaseFolder } from './load-case-folder';
import type { Session } from '../study/session';

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

/** `plan CASE`: for each claim, which evidence would settle it; needs no records. */
export function planCommand(args: Arguments, session: Session): Promise<number> {
  const plan = planClaims(loadCaseFolder(args.names[0]));
  if (args.out !== null) session.say(`Written to ${writeOut(args.out, 'plan', planFiles(plan))}.`);
  if (args.json) session.print(`${JSON.stringify(plan, null, 1)}\n`);
  else session.print(`${planText(plan).join('\n')}\n`);
  return Promise.resolve(0);
}

function planText(plan: Plan): string[] {
  return [
    `What would settle the claims of: ${plan.title}`,
    'About evidence that is held already or that a party can hand over; never a reason to fetch more.',
    ...planSections(plan).flatMap(({ said, lines }) => ['', said, ...lines.map((line) => `  ${line}`)]),
  ];
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
