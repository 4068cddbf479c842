import type { Results } from '../../contract/results';
import { isSynthetic } from '../../figures/is-synthetic';
import { html } from '../page/html';
import { page } from '../page/page';
import { claimsSection } from './claims-section';
import { limitsSection, provenanceSection, questionsSection } from './closing';
import { disputesSection } from './disputes-section';
import { opening } from './opening';
import { publicRecordSection } from './public-record';
import { recordsSection } from './records-section';

/**
 * The brief: one static page for a journalist, made from the published document. What the public record settles comes
 * first: it is the only finding about the real incident.
 *
 * @returns the text of one HTML file
 * @example brief(leak.results).slice(0, 15) // '<!doctype html>'
 */
export function brief(results: Results): string {
  const context = { results, synthetic: isSynthetic(results) };
  return page(
    results.title ?? results.case ?? 'Brief',
    html`${opening(context)} ${publicRecordSection(context)} ${recordsSection(context)}
    ${disputesSection(context)} ${claimsSection(context)} ${limitsSection()} ${questionsSection(context)}
    ${provenanceSection(context)}`,
  );
}
