import type { Annotation, Axis, Layout } from './figure';
import { escapeLines } from './escape-lines';
import { PALETTE } from './palette';
import { SYNTHETIC_STAMP } from '../words/names/synthetic-stamp';

const FONT = { family: 'system-ui, sans-serif', size: 12 };
/** Characters of a title line that fit a phone of 360 px. */
const TITLE_WIDTH = 33;
/** Plotly anchors the last line of a title of several: each further line stands this much higher, px. */
const TITLE_LINE = 14;

/** What differs between the figures. */
export interface LayoutOptions {
  title: string;
  rows: number;
  rowHeight: number;
  /** Width kept for the row labels, px. */
  labels: number;
  xaxis: Axis;
  yaxis: Axis;
  synthetic: boolean;
  bottom: number;
}

/** The frame that every figure shares: title, fonts, margins, and the stamp inside the picture where the input was made up. */
export function baseLayout(options: LayoutOptions): Layout {
  const title = escapeLines(options.title, TITLE_WIDTH);
  const titleLines = title.split('<br>').length;
  const titleHeight = 18 + 20 * titleLines;
  const top = titleHeight + (options.synthetic ? 30 : 8) + (options.xaxis.side === 'top' ? 34 : 0);
  const inner = Math.max(1, options.rows) * options.rowHeight;
  const height = top + inner + options.bottom;
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
    margin: { l: options.labels, r: 12, t: top, b: options.bottom },
    font: FONT,
    xaxis: options.xaxis,
    yaxis: options.yaxis,
    annotations: options.synthetic ? [stamp(top - titleHeight, options.labels)] : [],
    shapes: [],
  };
}

function stamp(above: number, labels: number): Annotation {
  return {
    text: SYNTHETIC_STAMP,
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
    font: { size: 11, color: PALETTE.warn },
  };
}
