import { formatNumber } from '../../words/numbers/format-number';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { SYNTHETIC_STAMP } from '../../words/names/synthetic-stamp';
import type { BriefContext } from './context';

/** Title, what the page is, and the stamps. */
export function opening(context: BriefContext): Html {
  const { results } = context;
  const title = results.title ?? results.case ?? 'What an exposed file holds';
  return html`<h1>${title}</h1>
    <p class="soft">
      What the public record settles, what the records show, and which of the parties’ claims they bear out.
      Exposed means that strangers could read it; whether anybody did, records cannot show.
    </p>
    ${results.sharing === 'private' && html`<div class="stamp">Not for sharing: this page shows exact small counts.</div>`}
    ${context.synthetic && stamp(context)}`;
}

function stamp({ results }: BriefContext): Html {
  const worlds = results.inputs.flatMap((input) => input.synthetic?.world ?? []);
  const people = results.people.find((row) => row.main)?.count;
  const size = typeof people === 'number' ? ` of ${formatNumber(people)} people` : '';
  const which =
    worlds.length > 0
      ? `The records${size} below were made up by this kit so that one account is true: the “${worlds.join('”, “')}” world.`
      : `The records${size} below carry the marks of made-up data.`;
  return html`<div class="stamp">
    ${SYNTHETIC_STAMP}.
    <p>
      ${which} What can be learned from sections 2 to 4 is which claims such records could decide, not what
      happened. Only section 1 is about the real incident.
    </p>
  </div>`;
}
