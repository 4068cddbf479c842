import type { Plan } from '../../contract/plan';
import { planSections } from '../../words/results/plan-words';
import type { Figure } from '../../figures/figure';
import { html } from './html';
import { figureHtml } from './figure-html';
import { page } from './page';

/** The plan as one page that works offline: the chart, then every claim. */
export function planPage(plan: Plan, chart: Figure): string {
  return page(
    `What would settle it: ${plan.title}`,
    html`<h1>What would settle it</h1>
      <p>
        ${plan.title}. For each claim: what the parties’ own records would settle first, then how many people
        a random draw would need. It speaks of evidence that is held already or that a party can hand over;
        nothing here is a reason to fetch more.
      </p>
      ${figureHtml(chart, 'plan')}
      ${planSections(plan).map(
        ({ said, lines }) =>
          html`<section>
            <h2>${said}</h2>
            <ul>
              ${lines.map((line) => html`<li>${line}</li>`)}
            </ul>
          </section>`,
      )}`,
  );
}
