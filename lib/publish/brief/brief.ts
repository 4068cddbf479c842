import type { Results } from '../../contract/results';
import { isSynthetic } from '../../figures/synthetic-stamp';
import { html, trusted } from '../html';
import { claimsSection } from './claims-section';
import { limitsSection, provenanceSection, questionsSection } from './closing';
import { disputesSection } from './disputes-section';
import { opening } from './opening';
import { publicRecordSection } from './public-record';
import { recordsSection } from './records-section';
import { STYLE } from './style';

/** Nothing may be fetched, run or sent by the page. */
const CSP =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * The brief: one static page for a journalist, without scripts or requests, made from the published document. What the
 * public record settles comes first: it is the only finding about the real incident.
 *
 * @returns the text of one HTML file
 */
export function brief(results: Results): string {
  const context = { results, synthetic: isSynthetic(results) };
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${trusted(CSP)}" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <link rel="icon" href="data:," />
        <title>${results.title ?? results.case ?? 'Brief'}</title>
        <style>
          ${trusted(STYLE)}
        </style>
      </head>
      <body>
        <main>
          ${opening(context)} ${publicRecordSection(context)} ${recordsSection(context)}
          ${disputesSection(context)} ${claimsSection(context)} ${limitsSection()}
          ${questionsSection(context)} ${provenanceSection(context)}
        </main>
      </body>
    </html> `;
  return page.markup;
}
