import { printable } from '../contract/errors';

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text as it may stand in a page, an SVG or a Plotly string (which reads a few tags and entities of its own): markup
 * characters become entities, control and direction characters go.
 */
export function escapeText(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
