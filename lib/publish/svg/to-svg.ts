import { escapeText } from '../../figures/escape-text';
import type { Annotation, Figure } from '../../figures/figure';
import { type ChartFigure, isOwnFigure } from '../../figures/is-own-figure';
import { PALETTE } from '../../figures/palette';
import { INK, svgAxes } from './axes';
import { chartSvg } from './chart-svg';
import { svgMarks } from './marks';
import { round, svgText } from './plotly-text';
import type { Area, Scales } from './scales';
import { scalesOf } from './scales';

/** How large the picture is. */
export interface SvgOptions {
  /** px, from 320; the height is the figure's own. Defaults to 720. */
  width?: number;
  /** Makes the ids of title and description unique in a page. Defaults to "figure". */
  id?: string;
  /** Draws a background, for a picture that stands alone. Defaults to false. */
  background?: boolean;
}

/** Where the annotations of a figure lie. */
type Ground = Pick<Scales, 'xAt' | 'y'> & { area: Area };

/**
 * A figure as static SVG, without a browser: exactly the Plotly forms that `figures/` uses. Colours follow the page's
 * CSS variables where it has them. The same figure gives the same text.
 */
export function toSvg(
  figure: Figure | ChartFigure,
  { width = 720, id = 'figure', background = false }: SvgOptions = {},
): string {
  const { layout } = figure;
  const titleLines = layout.title.text.split('<br>').length;
  const [ground, marks] = drawnOf(figure, width);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${layout.height}" width="${width}" height="${layout.height}"`,
    ` role="img" aria-labelledby="${id}-title ${id}-desc" font-family="${layout.font.family}" font-size="13">`,
    `<title id="${id}-title">${escapeText(figure.title)}</title><desc id="${id}-desc">${escapeText(figure.alt)}</desc>`,
    background ? `<rect width="100%" height="100%" style="fill:var(--paper,#fff)"/>` : '',
    svgText(`<b>${layout.title.text}</b>`, {
      x: 8,
      y: 10 + titleLines * 10,
      anchor: 'start',
      size: 16,
      color: INK,
    }),
    marks,
    ...layout.annotations.map((note) => annotation(note, ground)),
    '</svg>',
  ].join('');
}

function drawnOf(figure: Figure | ChartFigure, width: number): [ground: Ground, marks: string] {
  if (isOwnFigure(figure)) {
    const scales = scalesOf(figure, width);
    return [scales, svgAxes(figure, scales) + svgMarks(figure, scales)];
  }
  // Notes of a chart stand in its frame, and not at its data.
  const { margin, height } = figure.layout;
  const area = { left: margin.l, right: width - margin.r, top: margin.t, bottom: height - margin.b };
  return [{ area, xAt: () => area.left, y: () => area.top }, chartSvg(figure, width)];
}

function annotation(note: Annotation, { area, xAt, y: yAt }: Ground): string {
  const x = note.xref === 'x' ? xAt(note.x) : area.left + note.x * (area.right - area.left);
  const y = note.yref === 'y' ? yAt(note.y) : area.bottom - note.y * (area.bottom - area.top);
  const lower = note.yanchor === 'top' ? note.font.size * 0.75 : 0;
  const anchor = note.xanchor === 'left' ? 'start' : note.xanchor === 'right' ? 'end' : 'middle';
  return svgText(note.text, {
    x: Number(round(x + (note.xshift ?? 0))),
    y: Number(round(y - (note.yshift ?? 0) + lower)),
    anchor,
    size: note.font.size,
    color: note.font.color === PALETTE.warn ? `var(--warn,${PALETTE.warn})` : (note.font.color ?? INK),
  });
}
