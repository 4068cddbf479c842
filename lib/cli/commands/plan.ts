import type { Plan } from '../../contract/plan';
import type { PlanSection } from '../../words/results/plan-words';
import { command } from '../options/command';
import { TIME_LIMIT } from '../options/input-options';
import { flag, text } from '../options/option';

/** `plan CASE`: for each claim, which evidence would settle it; needs no records. */
export const plan = command({
  name: 'plan',
  takes: 'CASE',
  most: 1,
  says: 'which evidence would settle which claim, and how many people a draw would need',
  example: 'plan wyze-2019 --out plans',
  options: {
    out: text('DIR', 'writes the plan there as table, chart, page and JSON'),
    json: flag('the plan as one document on standard output, and nothing else'),
    ...TIME_LIMIT,
  },
  act: async ({ names: [name], out, json }, session) => {
    const [{ planClaims }, { planSections }, { loadCaseFolder }, { writePlan }] = await Promise.all([
      import('../../claims/plan-claims'),
      import('../../words/results/plan-words'),
      import('../../cases/load-case-folder'),
      import('../../study/write-plan'),
    ]);
    const made = planClaims(loadCaseFolder(name));
    if (out !== null) session.say(`Written to ${writePlan(made, out)}.`);
    const lines = json ? [JSON.stringify(made, null, 1)] : planText(made, planSections(made));
    session.print(`${lines.join('\n')}\n`);
    return 0;
  },
});

function planText({ title }: Plan, sections: PlanSection[]): string[] {
  return [
    `What would settle the claims of: ${title}`,
    'About evidence that is held already or that a party can hand over; never a reason to fetch more.',
    ...sections.flatMap(({ said, lines }) => ['', said, ...lines.map((line) => `  ${line}`)]),
  ];
}
