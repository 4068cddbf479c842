import { escapeText } from '../../figures/escape-text';

/** One line of a Plotly string: plain text, and whether it is bold. */
export interface TextLine {
  text: string;
  bold: boolean;
}

const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

/** The lines of a Plotly string of ours: `<br>` breaks, `<b>` around the whole, five entities. Every other tag is text. */
export function plotlyLines(text: string): TextLine[] {
  const bold = /^<b>.*<\/b>$/s.test(text);
  const inner = bold ? text.slice(3, -4) : text;
  return inner.split('<br>').map((line) => ({
    text: line.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity),
    bold,
  }));
}

/** Where and how a text is drawn. */
export interface TextOptions {
  x: number;
  /** Middle of the block of lines. */
  y: number;
  anchor: 'start' | 'middle' | 'end';
  size: number;
  /** A CSS colour. */
  color: string;
}

/** SVG of a Plotly string, one `tspan` a line, centred on `y`. */
export function svgText(text: string, { x, y, anchor, size, color }: TextOptions): string {
  const lines = plotlyLines(text);
  const height = size * 1.25;
  const first = y - ((lines.length - 1) * height) / 2 + size * 0.35;
  const spans = lines.map(
    (line, i) => `<tspan x="${round(x)}" y="${round(first + i * height)}">${escapeText(line.text)}</tspan>`,
  );
  const weight = lines[0]?.bold ? ' font-weight="bold"' : '';
  return `<text text-anchor="${anchor}" font-size="${size}"${weight} style="fill:${color}">${spans.join('')}</text>`;
}

/** A coordinate with one decimal, so that the same figure is the same text. */
export function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
