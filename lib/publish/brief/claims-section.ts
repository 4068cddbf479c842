import type { ResultClaim, Verdict } from '../../contract/results';
import { PAGE_WORD, PAGE_WORD_MEANS } from '../../figures/page-words';
import { VERDICT_FILL } from '../../figures/palette';
import type { Html } from '../html';
import { html } from '../html';
import { printableSentence } from '../printable-sentence';
import type { BriefContext } from './context';
import { saidBy } from './context';
import { capital, stopped } from './sentences';

const ORDER = Object.keys(PAGE_WORD) as Verdict[];

/** Section 4: every claim with its verdict, reason, sources, and the sentence that can be printed. */
export function claimsSection(context: BriefContext): Html {
  const { claims } = context.results;
  return html`<h2 id="claims">4. Every claim</h2>
    ${claims.length === 0 && html`<p>No claims were held against these records.</p>`}
    ${
      claims.length > 0 &&
      html`<p>The five words:</p>
        <ul>
          ${ORDER.map((verdict) => html`<li>${word(verdict)} ${PAGE_WORD_MEANS[verdict]}</li>`)}
        </ul>`
    }
    ${subjects(claims).map(
      (subject) =>
        html`<h3>${capital(subject)}</h3>
          ${claims.filter((claim) => claim.subject === subject).map((claim) => article(claim, context))}`,
    )}`;
}

function article(claim: ResultClaim, context: BriefContext): Html {
  const printable = printableSentence(claim, context.synthetic);
  return html`<div class="claim" id="${claim.id}">
    <p>${word(claim.verdict)} ${claim.said}</p>
    <p class="soft small">
      ${saidBy(context, claim)}. ${claim.sources.length > 1 ? 'Sources' : 'Source'}:
      ${claim.sources.map((source, i) => html`${i > 0 && '; '}${cited(source)}`)}.${claim.basis === 'public' && ' From the public record, not from these records.'}
    </p>
    <p>${claim.because}</p>
    ${claim.wouldSettle !== null && html`<p class="small"><strong>What would settle it:</strong> ${stopped(claim.wouldSettle)}</p>`}
    <p class="print small">
      ${printable === null ? html`<strong>Nothing to print yet</strong>${context.synthetic && claim.basis === 'records' ? ': these records are made up.' : '.'}` : html`<strong>Can be printed:</strong> ${printable}`}
    </p>
  </div>`;
}

/** A source as the ledger cites it: a text that may end in its address. */
function cited(source: string): Html {
  const [, text, url] = /^(.*?),? ?(https?:\/\/\S+)$/.exec(source) ?? [];
  return url === undefined ? html`${source}` : html`<a href="${url}" rel="noreferrer">${text || url}</a>`;
}

function word(verdict: Verdict): Html {
  return html`<span class="word" style="background:${VERDICT_FILL[verdict]}">${PAGE_WORD[verdict]}</span>`;
}

function subjects(claims: ResultClaim[]): string[] {
  return [...new Set(claims.map((claim) => claim.subject))];
}
