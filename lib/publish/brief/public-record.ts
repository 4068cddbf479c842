import type { Html } from '../html';
import { html } from '../html';
import type { BriefContext } from './context';
import { windowWords } from './window-words';

/** Section 1: what needs no records at all, the only finding about the real incident. */
export function publicRecordSection({ results }: BriefContext): Html {
  const { publicRecord, windows } = results;
  return html`<h2 id="public">1. What the public record alone settles</h2>
    <p class="soft">
      From the public record, not from these records: the arithmetic of dates, statements that changed, claims
      that exclude each other.
    </p>
    ${publicRecord.length === 0 && windows.length === 0 && html`<p>Nothing: no case with public statements was named.</p>`}
    <ul>
      ${publicRecord.map((row) => html`<li><strong>${capital(row.subject)}.</strong> ${row.finding}</li>`)}
    </ul>
    ${
      windows.length > 0 &&
      html`<h3>How long it stood open</h3>
        <ul>
          ${windows.map((window) => html`<li>${windowWords(window)}</li>`)}
        </ul>
        <p class="soft">
          Dates as the parties gave them. The dates of records show when something happened to a user, never
          when the server was open.
        </p>`
    }`;
}

/** First letter upper case. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
