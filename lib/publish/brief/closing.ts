import { KIT } from '../../contract/kit';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { drawnWords } from '../../words/results/drawn-words';
import type { BriefContext } from './context';

/** Section 5: the limits that hold for every file of this sort. */
export function limitsSection(): Html {
  return html`<h2 id="limits">5. What this cannot show</h2>
    <ul>
      <li>
        Whether anybody read or took the data. Exposed means that it could be read; only the server’s own
        access logs could show more.
      </li>
      <li>
        How many people there are behind the records, beyond the ways of counting in section 2. One person can
        have two accounts, and two people can share an address.
      </li>
      <li>How long the server stood open. Dates inside records are dates of use.</li>
      <li>
        Where the data were sent, who made the mistake, and what was not in this file. A file that is a part
        of something says nothing about the rest, unless it was picked at random.
      </li>
      <li>
        That nobody has something. A random draw can show that few people can have it, never that none has.
      </li>
    </ul>`;
}

/** Section 6: what to ask whom. */
export function questionsSection(context: BriefContext): Html {
  const { questions } = context.results;
  const parties = [...new Set(questions.map((row) => row.party))];
  return html`<h2 id="questions">6. Questions to ask</h2>
    ${questions.length === 0 && html`<p>None.</p>`}
    ${parties.map(
      (party) =>
        html`<h3>${party}</h3>
          <ul>
            ${questions.filter((row) => row.party === party).map((row) => html`<li>${row.question}</li>`)}
          </ul>`,
    )}`;
}

/** Section 7: how the input came to be, versions, and the way to the same numbers. */
export function provenanceSection({ results }: BriefContext): Html {
  const { provenance, inputs, drawn } = results;
  return html`<h2 id="provenance">7. Where the numbers come from</h2>
    <ul>
      ${drawn.map(
        (row) => html`<li>${inputs[row.input]?.label ?? `input ${row.input + 1}`}: ${drawnWords(row)}</li>`,
      )}
    </ul>
    <dl>
      <dt>Made with</dt>
      <dd>
        breachscope ${provenance.version}, ${provenance.engine}, Node.js
        ${provenance.node}${provenance.commit !== null && html`, commit <code>${provenance.commit.slice(0, 12)}</code>`},
        on ${provenance.ranAt}
      </dd>
      ${
        provenance.seed !== null &&
        html`<dt>Seed</dt>
          <dd><code>${provenance.seed}</code></dd>`
      }
      ${
        results.ledger !== null &&
        html`<dt>Ledger of claims (SHA-256)</dt>
          <dd><code>${results.ledger}</code></dd>`
      }
      ${inputs.map(
        (input) =>
          html`<dt>Commitment to ${input.label}</dt>
            <dd><code>${input.commitment}</code></dd>`,
      )}
      <dt>The same numbers again</dt>
      <dd>${again(results)}</dd>
    </dl>
    <p class="soft small">
      Small counts of real people are shown as “fewer than 10”; “withheld” stands for a number from which such
      a count could be worked out.
    </p>`;
}

function again({ inputs, case: name }: BriefContext['results']): Html {
  const run = name === null ? 'run' : `run ${name}`;
  return inputs.some((input) => input.synthetic !== null)
    ? html`In a checkout of the same commit: <code>npm ci && ${KIT} ${run}</code>. The seed makes the same
        records.`
    : html`In a checkout of the same commit, with the same file:
        <code>npm ci && ${KIT} ${run} --data FILE</code>.`;
}
