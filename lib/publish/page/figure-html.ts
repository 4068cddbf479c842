import type { Figure } from '../../figures/figure';
import type { Html } from './html';
import { html, trusted } from './html';
import { toSvg } from '../svg/to-svg';

/** A figure twice, for a laptop and for a phone: a picture that only shrinks cannot be read. */
export function figureHtml(figure: Figure, id: string): Html {
  return html`<figure>
    <div class="wide">${trusted(toSvg(figure, { width: 704, id: `${id}-wide` }))}</div>
    <div class="narrow">${trusted(toSvg(figure, { width: 344, id: `${id}-narrow` }))}</div>
  </figure>`;
}
