import { html, type Html } from '../page/html';

/** A sentence above or below what a cell shows: small, with inline styles only, since notebooks drop others. */
export function smallHtml(content: string | Html): Html {
  return html`<p style="font-size:0.9em;margin:4px 0">${content}</p>`;
}
