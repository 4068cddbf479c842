import { INSPECT } from '../contract/leaked';
import type { Results } from '../contract/results';
import { brief } from './brief/brief';
import { html } from './page/html';
import { summary } from './summary';

/** The brief of a leak: a page of HTML that needs nothing else, and its summary where a page cannot be shown. */
export class BriefPage {
  readonly #results: Results;

  constructor(results: Results) {
    this.#results = results;
  }

  /** The whole page, to be saved and opened in a browser. */
  get page(): string {
    return brief(this.#results);
  }

  /** The summary for a cell. */
  html(): string {
    return html`<pre style="white-space:pre-wrap">${this.text()}</pre>`.markup;
  }

  /** The summary as plain text. */
  text(): string {
    return summary(this.#results).join('\n').trimEnd();
  }

  [INSPECT](): string {
    return this.text();
  }
}
