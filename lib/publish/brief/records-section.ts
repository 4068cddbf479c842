import { categoryCounts } from '../../figures/category-counts';
import { categoryTitle } from '../../words/names/category-names';
import { fieldsFigure } from '../../figures/fields-figure';
import { formatCount, formatNumber } from '../../words/numbers/format-number';
import { healthFigure } from '../../figures/health-figure';
import { headline } from '../../figures/headline';
import { peopleFigure } from '../../figures/people-figure';
import { JOIN_LEAD, JOIN_TITLE, joinSentence } from '../../words/results/join-words';
import { kindTitle } from '../../words/results/kind-title';
import { totalWords } from '../../words/results/total-words';
import { notFound, ownerlessWords } from '../../words/results/not-found-words';
import { estimateWords, inFileWords } from '../../words/results/estimate-words';
import { inputNotes } from '../../words/results/input-notes';
import { capital } from '../../words/text/sentence';
import { unreadNotes } from '../../words/results/unread-notes';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { tableOf } from '../tables/table-of';
import { tableHtml } from '../tables/table';
import type { BriefContext } from './context';
import { figureHtml } from '../page/figure-html';

/** Section 2: people under each definition, documents, what data, and health data with their limits. */
export function recordsSection({ results }: BriefContext): Html {
  return html`<h2 id="records">2. What these records show</h2>
    ${results.inputs.map(
      (input) =>
        html`<p>
            ${input.label}: ${formatNumber(input.documents)} documents${totalWords(input)} could be read.
            ${unreadNotes(input.unread).join(' ')}
          </p>
          ${notes(input)}`,
    )}
    <p>
      A document is one stored item; one person can be behind many of them, so documents are never people.
    </p>
    ${results.kinds.length > 0 && html`<p>By kind: ${results.kinds.map((kind) => `${kindTitle(kind, results.fields)}: ${formatCount(kind.documents)}`).join('; ')}.</p>`}
    <h3>How many people</h3>
    ${
      results.people.length > 0
        ? html`<p>${headline(results)}</p>
            ${figureHtml(peopleFigure(results), 'people')} ${linkWords(results.people)}
            <details>
              <summary>What each of these counts</summary>
              ${tableHtml(peopleTable(results.people), 'People under each definition')}
            </details>`
        : html`<p>${headline(results)}</p>`
    }
    ${joinsList(results)}
    <h3>Which data</h3>
    ${figureHtml(fieldsFigure(results), 'fields')} ${notCounted(results)} ${disputedFields(results.fields)}
    <h3>Health data</h3>
    ${healthWords(results)}
    ${results.measures.some((measure) => measure.id === 'people.with-any:health') && figureHtml(healthFigure(results), 'health')}`;
}

/** What the limit on linked accounts did. */
function linkWords(people: BriefContext['results']['people']): Html | false {
  const links = people.find((row) => row.links)?.links ?? null;
  if (links === null) return false;
  const cut =
    links.cut === 0
      ? 'no group was larger'
      : `${formatNumber(links.cut)} larger ${links.cut === 1 ? 'group' : 'groups'} fell apart (without the limit: ${formatCount(links.withoutLimit)} people)`;
  return html`<p class="soft">
    People linked over their keys: accounts that share an e-mail address, a phone number or a device count as
    one person, at most ${formatNumber(links.limit)} together; ${cut}. A shared device may be a household’s
    and not one person’s: counted without devices there are ${formatCount(links.withoutDevices)}.
  </p>`;
}

/** What was joined so that people are told, a sentence each; all of it where it is short. */
function joinsList({ joins }: BriefContext['results']): Html | false {
  if (joins.length === 0) return false;
  const items = joins.map((join) => html`<li>${withCode(joinSentence(join))}</li>`);
  return html`<h4>${JOIN_TITLE}</h4>
    <p>${JOIN_LEAD}</p>
    <ul>
      ${items.slice(0, SHORT_LIST)}
    </ul>
    ${
      items.length > SHORT_LIST &&
      html`<details>
        <summary>${formatNumber(items.length - SHORT_LIST)} more</summary>
        <ul>
          ${items.slice(SHORT_LIST)}
        </ul>
      </details>`
    }`;
}

/** A sentence in which names stand between backticks. */
function withCode(sentence: string): Html {
  return html`${sentence.split('`').map((part, i) => (i % 2 === 0 ? part : html`<code>${part}</code>`))}`;
}

/** Sentences that a reader takes in at once. */
const SHORT_LIST = 8;

/** The columns of limits only where some definition has any. */
function peopleTable(rows: BriefContext['results']['people']) {
  const limits = rows.some((row) => row.low !== null || row.high !== null);
  if (limits) return tableOf(rows);
  return tableOf(
    rows.map(({ definition, unit, count }) => ({
      'who counts as a person': definition,
      unit,
      'in this file': count,
    })),
  );
}

/** What was looked for and nobody is counted with, for the whole file at once. */
function notCounted(results: BriefContext['results']): Html | false {
  const { ownerless, unseen } = notFound(categoryCounts(results), results.measures);
  return (
    ownerless.length + unseen.length > 0 &&
    html`${ownerless.map((each) => html`<p>${capital(each)}.</p>`)}
    ${unseen.length > 0 && html`<p>Not recognised in what was read: ${unseen.join(', ')}.</p>`}`
  );
}

function healthWords(results: BriefContext['results']): Html {
  const health = results.measures.find((measure) => measure.id === 'people.with-any:health');
  if (!health) return html`<p>No health data were recognised.</p>`;
  const nobodys = health.unknowns?.nobodys ?? 0;
  if (health.inFile !== 0)
    return html`<p>
      People in this file with any health data ${WHICH_HEALTH}: <strong>${inFileWords(health)}</strong>.
      ${estimateWords(health, results)}
      ${nobodys !== 0 && `Health data stand in ${ownerlessWords(nobodys, true)}.`}
    </p>`;
  return nobodys === 0
    ? html`<p>
        Health data ${WHICH_HEALTH} were not recognised in what was read.
        ${health.high !== null && estimateWords(health, results)}
      </p>`
    : html`<p>Health data ${WHICH_HEALTH} stand in <strong>${ownerlessWords(nobodys, false)}</strong>.</p>`;
}

const WHICH_HEALTH = '(body measures such as height and weight; not age or gender)';

/** Field names whose meaning the parties could argue about. */
function disputedFields(fields: BriefContext['results']['fields']): Html | false {
  const disputed = fields.filter((field) => field.definitions.length > 1);
  return (
    disputed.length > 0 &&
    html`<p>Field names that do not say what they hold:</p>
      <ul>
        ${disputed.map(
          (field) =>
            html`<li>
              <code>${field.path}</code>:
              ${field.definitions.map((each) => `${categoryTitle(each.category)} (${each.because})`).join('; or ')}
            </li>`,
        )}
      </ul>`
  );
}

/** What was noticed while the input was read, closed: few readers need it, and who doubts a number needs all of it. */
function notes(input: BriefContext['results']['inputs'][number]): Html | false {
  const shown = unreadNotes(input.unread);
  const sentences = inputNotes(input).filter((sentence) => !shown.includes(sentence));
  return (
    sentences.length > 0 &&
    html`<details>
      <summary>What was noticed while reading</summary>
      <ul class="small">
        ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
      </ul>
    </details>`
  );
}
