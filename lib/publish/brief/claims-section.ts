import { type ResultClaim, VERDICTS } from '../../contract/results';
import { claimWord, RECORD_WORD_MEANS } from '../../words/names/record-names';
import { PAGE_WORD, PAGE_WORD_MEANS } from '../../words/names/verdict-names';
import { NO_FILL, VERDICT_FILL } from '../../figures/palette';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { printableSentence } from '../gate/printable-sentence';
import type { BriefContext } from './context';
import { saidBy } from './context';
import { capital, stopped } from '../../words/text/sentence';

/** Section 4: every claim with its verdict, reason, sources, and the sentence that can be printed. */
export function claimsSection(context: BriefContext): Html {
  const { claims } = context.results;
  return html`<h2 id="claims">4. Every claim</h2>
    ${claims.length === 0 && html`<p>No claims were held against these records.</p>`}
    ${
      claims.length > 0 &&
      html`<p>The five words, and how many claims end so:</p>
        <ul>
          ${VERDICTS.map((verdict) => html`<li>${word(PAGE_WORD[verdict], VERDICT_FILL[verdict])} ${claims.filter((claim) => claim.verdict === verdict).length}. ${PAGE_WORD_MEANS[verdict]}</li>`)}
        </ul>
        ${badgesList(claims)}
        ${context.synthetic && html`<p><strong>Nothing in this section can be printed</strong>: the records are made up. What is marked “from the public record” holds without them.</p>`}
        <p class="soft">Open a claim for the reason, what would settle it, and the sources.</p>`
    }
    ${subjects(claims).map(
      (subject) =>
        html`<h3>${capital(subject)}</h3>
          ${claims.filter((claim) => claim.subject === subject).map((claim) => article(claim, context))}`,
    )}`;
}

function article(claim: ResultClaim, context: BriefContext): Html {
  const printable = printableSentence(claim, context.synthetic);
  return html`<details class="claim" id="${claim.id}">
    <summary>
      ${word(claimWord(claim), claim.verdict ? VERDICT_FILL[claim.verdict] : NO_FILL)} ${claim.said}
    </summary>
    <p class="soft small">
      ${saidBy(claim)}. ${claim.sources.length > 1 ? 'Sources' : 'Source'}:
      ${claim.sources.map((source, i) => html`${i > 0 && '; '}${cited(source)}`)}.${claim.basis === 'public' && ' From the public record, not from these records.'}
    </p>
    <p>${claim.because}</p>
    ${claim.flags.includes('retelling') && claim.verdict !== null && html`<p class="small">This is about what was reported. Whether the report repeats its source faithfully is another question.</p>`}
    ${claim.wouldSettle !== null && html`<p class="small"><strong>What would settle it:</strong> ${stopped(claim.wouldSettle)}</p>`}
    ${claim.turnsOver !== null && html`<p class="small"><strong>What would turn it over:</strong> ${stopped(claim.turnsOver)}</p>`}
    ${printable !== null && html`<p class="print small"><strong>Can be printed:</strong> ${printable}</p>`}
  </details>`;
}

/** A source as the ledger cites it: a text that may end in its address. */
function cited(source: string): Html {
  const [, text, url] = /^(.*?),? ?(https?:\/\/\S+)$/.exec(source) ?? [];
  return url === undefined ? html`${source}` : html`<a href="${url}" rel="noreferrer">${text || url}</a>`;
}

/** The badges, where some claims have one. */
function badgesList(claims: readonly ResultClaim[]): Html | false {
  const rows = badges(claims).map(
    ([badge, count]) => html`<li>${word(badge, NO_FILL)} ${count}. ${RECORD_WORD_MEANS[badge] ?? ''}</li>`,
  );
  return (
    rows.length > 0 &&
    html`<p>What can only be said to have been said gets a badge and no verdict:</p>
      <ul>
        ${rows}
      </ul>`
  );
}

/** Each badge of these claims with how many have it. */
function badges(claims: readonly ResultClaim[]): [string, number][] {
  const all = claims.filter(({ verdict }) => verdict === null).map(claimWord);
  return [...new Set(all)].map((badge) => [badge, all.filter((each) => each === badge).length]);
}

function word(text: string, fill: string): Html {
  return html`<span class="word" style="background:${fill}">${text}</span>`;
}

function subjects(claims: ResultClaim[]): string[] {
  return [...new Set(claims.map((claim) => claim.subject))];
}
