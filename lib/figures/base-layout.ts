import type { Annotation, Axis, Layout } from './figure';
import { escapeLines } from './escape-lines';
import { PALETTE } from './palette';
import { SYNTHETIC_STAMP } from '../words/names/synthetic-stamp';

const FONT = { family: 'system-ui, sans-serif', size: 12 };
/** Characters of a title line that fit a phone of 360 px. */
const TITLE_WIDTH = 33;
/** Plotly anchors the last line of a title of several: each further line stands this much higher, px. */
const TITLE_LINE = 14;
/** Of a line said below the title, px. */
const NOTE_LINE = 18;

/** What differs between the frames of figures. */
export interface FrameOptions {
  title: string;
  rows: number;
  rowHeight: number;
  /** Width kept for the row labels, px. */
  labels: number;
  synthetic: boolean;
  bottom: number;
  /** The horizontal axis has its labels above the picture. Defaults to false. */
  axisOnTop?: boolean;
  /** Said in the picture, below the title: a line each, escaped already. Defaults to none. */
  notes?: readonly string[];
}

/** What differs between the kit's own figures. */
export interface LayoutOptions extends Omit<FrameOptions, 'axisOnTop' | 'notes'> {
  xaxis: Axis;
  yaxis: Axis;
}

/** The frame that every figure shares: title, fonts, margins, and the stamp inside the picture where the input was made up. */
export function baseLayout({ xaxis, yaxis, ...options }: LayoutOptions): Layout {
  return { ...layoutFrame({ ...options, axisOnTop: xaxis.side === 'top' }), xaxis, yaxis, shapes: [] };
}

/** The same frame without axes, for a figure whose axes are of another kind. */
export function layoutFrame(options: FrameOptions): Omit<Layout, 'xaxis' | 'yaxis' | 'shapes'> {
  const { notes = [], synthetic, labels } = options;
  const title = escapeLines(options.title, TITLE_WIDTH);
  const titleLines = title.split('<br>').length;
  const titleHeight = 18 + 20 * titleLines;
  const told = (synthetic ? 30 : 8) + NOTE_LINE * notes.length;
  const top = titleHeight + told + (options.axisOnTop ? 34 : 0);
  const inner = Math.max(1, options.rows) * options.rowHeight;
  const height = top + inner + options.bottom;
  const above = top - titleHeight;
  const firstNote = above - (synthetic ? NOTE_LINE : 0);
  return {
    title: {
      text: title,
      x: 0.01,
      xanchor: 'left',
      y: 1 - (12 + TITLE_LINE * (titleLines - 1)) / height,
      yref: 'container',
      yanchor: 'top',
      font: { size: 16 },
    },
    height,
    margin: { l: labels, r: 12, t: top, b: options.bottom },
    font: FONT,
    annotations: [
      ...(synthetic ? [note(SYNTHETIC_STAMP, above, labels, PALETTE.warn)] : []),
      ...notes.map((text, i) => note(text, firstNote - NOTE_LINE * i, labels, PALETTE.line)),
    ],
  };
}

function note(text: string, above: number, labels: number, color: string): Annotation {
  return {
    text,
    x: 0,
    y: 1,
    xref: 'paper',
    yref: 'paper',
    xanchor: 'left',
    yanchor: 'top',
    xshift: 8 - labels,
    yshift: above,
    align: 'left',
    showarrow: false,
    font: { size: 11, color },
  };
}
