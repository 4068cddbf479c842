import type { Html } from '../page/html';
import { html } from '../page/html';
import type { BriefContext } from './context';
import { capital } from '../../words/text/sentence';
import { windowWords } from '../../words/dates/window-words';

/** Section 1: what needs no records at all, the only finding about the real incident. */
export function publicRecordSection({ results }: BriefContext): Html {
  const { publicRecord, windows } = results;
  const subjects = [...new Set(publicRecord.map((row) => row.subject))];
  return html`<h2 id="public">1. What the public record alone settles</h2>
    <p class="soft">
      From the public record, not from these records: the arithmetic of dates, statements that changed, claims
      that exclude each other.
    </p>
    ${publicRecord.length === 0 && windows.length === 0 && html`<p>Nothing: no case with public statements was named.</p>`}
    ${windows.length > 0 && openSection(windows)}
    ${subjects.map((subject) => findings(subject, publicRecord))}`;
}

function openSection(windows: BriefContext['results']['windows']): Html {
  return html`<h3>How long it stood open</h3>
    <ul>
      ${windows.map((window) => html`<li>${windowWords(window)}</li>`)}
    </ul>
    <p class="soft">
      Dates as the parties gave them. The dates of records show when something happened to a user, never when
      the server was open.
    </p>`;
}

function findings(subject: string, rows: BriefContext['results']['publicRecord']): Html {
  return html`<h3>${capital(subject)}</h3>
    <ul>
      ${rows.filter((row) => row.subject === subject).map((row) => html`<li>${row.finding}</li>`)}
    </ul>`;
}
