import { categoryCounts } from '../../figures/category-counts';
import { categoryWords } from '../../figures/category-words';
import { fieldsFigure } from '../../figures/fields-figure';
import { formatCount, formatNumber } from '../../figures/format-number';
import { healthFigure } from '../../figures/health-figure';
import { estimateWords, inFileWords } from '../estimate-words';
import type { Html } from '../html';
import { html } from '../html';
import { tableOf } from '../tables/table-of';
import { tableHtml } from '../tables/table';
import type { BriefContext } from './context';
import { figureHtml } from './figure-html';

/** Section 2: people under each definition, documents, what data, and health data with their limits. */
export function recordsSection({ results }: BriefContext): Html {
  return html`<h2 id="records">2. What these records show</h2>
    ${results.inputs.map(
      (input) =>
        html`<p>
          ${input.label}: ${formatNumber(input.documents)} documents could be read,
          ${formatNumber(input.rejected)} could not.
        </p>`,
    )}
    <p>
      A document is one stored line; one person can be behind many of them, so documents are never people.
    </p>
    ${results.kinds.length > 0 && html`<p>By kind: ${results.kinds.map((kind) => `${kind.label} ${formatCount(kind.documents)}`).join(', ')}.</p>`}
    <h3>How many people</h3>
    ${
      results.people.length > 0
        ? html`<p>It depends on who counts as one person:</p>
            ${tableHtml(peopleTable(results.people), 'People under each definition')}`
        : html`<p>Nothing in these records tells people apart.</p>`
    }
    <h3>Which data</h3>
    ${figureHtml(fieldsFigure(results), 'fields')} ${nobody(results)} ${disputedFields(results.fields)}
    <h3>Health data</h3>
    ${healthWords(results)}
    ${results.measures.some((measure) => measure.id === 'people.with-any:health') && figureHtml(healthFigure(results), 'health')}`;
}

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

/** What was looked for and is not there, for the whole file at once. */
function nobody(results: BriefContext['results']): Html | false {
  const { unit, rows } = categoryCounts(results);
  const none = rows.filter((row) => row.count === 0).map((row) => categoryWords(row.category));
  const who = unit === 'people' ? 'Nobody in this file has' : 'No document in this file holds';
  return none.length > 0 && html`<p>${who}: ${none.join(', ')}.</p>`;
}

function healthWords(results: BriefContext['results']): Html {
  const health = results.measures.find((measure) => measure.id === 'people.with-any:health');
  if (!health) return html`<p>No health data were recognised.</p>`;
  return html`<p>
    People in this file with any health data (body measures such as height and weight; not age or gender):
    <strong>${inFileWords(health)}</strong>. ${estimateWords(health, results)}
  </p>`;
}

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
              ${field.definitions.map((each) => `${categoryWords(each.category)} (${each.because})`).join('; or ')}
            </li>`,
        )}
      </ul>`
  );
}
