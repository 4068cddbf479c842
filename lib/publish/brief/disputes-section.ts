import { decidable, verdictRows } from '../../figures/verdict-rows';
import { verdictsFigure } from '../../figures/verdicts-figure';
import type { Html } from '../page/html';
import { html } from '../page/html';
import type { BriefContext } from './context';
import { figureHtml } from '../page/figure-html';
import { capital, stopped } from '../../words/text/sentence';

/** Section 3: the disputed subjects, verdicts side by side over the worlds, and who is borne out here. */
export function disputesSection(context: BriefContext): Html {
  const { results, synthetic } = context;
  const { disagreements, worlds } = results;
  const split = decidable(verdictRows(results));
  return html`<h2 id="disputes">3. Who is borne out, subject by subject</h2>
    ${disagreements.length === 0 && html`<p>No two parties of this case contradict each other on a subject.</p>`}
    ${worlds.length > 1 && html`<p>The same claims were held against ${worlds.length} made-up worlds: ${worlds.map((world) => world.world).join(', ')}. Where the words in a row differ, records like these can tell one account from the other.</p>`}
    ${split.rows.length > 0 && figureHtml(verdictsFigure(results), 'verdicts')}
    ${split.never.length > 0 && html`<p>No records of this sort can tell: ${split.never.join(', ')}.</p>`}
    ${synthetic && worlds.length > 1 && html`<p class="soft">The sentences below are those of the “${results.inputs[0]?.synthetic?.world ?? 'first'}” world.</p>`}
    <ul>
      ${disagreements.map((pair) => html`<li><strong>${capital(pair.subject)}</strong>: ${stopped(pair.because)}</li>`)}
    </ul>`;
}
