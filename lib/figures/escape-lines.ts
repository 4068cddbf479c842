import { escapeText } from './escape-text';
import { wrapText } from './wrap-text';

/** A text, escaped and broken into lines for a Plotly string. */
export function escapeLines(text: string, width: number): string {
  return wrapText(text, width).map(escapeText).join('<br>');
}
