/** A trace in Plotly's words; only the forms that the kit draws. */
export interface Trace {
  type: 'bar' | 'scatter';
  name: string;
  orientation?: 'h';
  mode?: 'markers';
  /** Horizontal position: a number on the x axis. */
  x: number[];
  /** Row, from 0 at the top. */
  y: number[];
  marker: {
    color: string | string[];
    size?: number;
    symbol?: string;
    line?: { color: string; width: number };
  };
  error_x?: {
    type: 'data';
    symmetric: false;
    array: number[];
    arrayminus: number[];
    color: string;
    thickness: number;
    width: number;
  };
  hoverinfo: 'skip';
  showlegend: false;
}

/** A text inside the picture. `x` in data units with `xref: 'x'` (log10 of it on a log axis, as Plotly wants), else 0 to 1. */
export interface Annotation {
  text: string;
  x: number;
  y: number;
  xref: 'x' | 'paper';
  yref: 'y' | 'paper';
  xanchor: 'left' | 'center' | 'right';
  yanchor: 'top' | 'middle' | 'bottom';
  xshift?: number;
  yshift?: number;
  align?: 'left' | 'center';
  showarrow: false;
  font: { size: number; color?: string };
}

/** A filled cell of a table drawn as a picture, in data units. */
export interface Rectangle {
  type: 'rect';
  xref: 'x';
  yref: 'y';
  x0: number;
  x1: number;
  y0: number;
  y1: number;
  fillcolor: string;
  line: { color: string; width: number };
  layer: 'below';
}

/** One axis. */
export interface Axis {
  type: 'linear' | 'log';
  range: [number, number];
  title?: { text: string; standoff?: number };
  tickvals?: number[];
  ticktext?: string[];
  visible?: boolean;
  showgrid?: boolean;
  zeroline?: boolean;
  fixedrange: true;
  side?: 'top' | 'bottom';
  ticklen?: number;
  ticks?: '' | 'outside';
}

/** Layout in Plotly's words. */
export interface Layout {
  title: {
    text: string;
    x: number;
    xanchor: 'left';
    y: number;
    yref: 'container';
    yanchor: 'top';
    font: { size: number };
  };
  height: number;
  margin: { l: number; r: number; t: number; b: number };
  font: { family: string; size: number };
  xaxis: Axis;
  yaxis: Axis;
  annotations: Annotation[];
  shapes: Rectangle[];
  bargap?: number;
  barmode?: 'overlay';
}

/** Any figure in Plotly's words, the kit's own or one made with `chart`, with its title and a sentence for those who cannot see it. */
export interface PlotlyFigure {
  title: string;
  /** One or two sentences: what is drawn and what stands out. */
  alt: string;
  /** Traces in Plotly's words. */
  data: readonly object[];
  /** Layout in Plotly's words; the height in px. */
  layout: object & { height: number };
}

/** A figure of the kit's own: a Plotly specification, its title and a sentence for those who cannot see it. Texts in it are already escaped. */
export interface Figure {
  title: string;
  /** One or two sentences: what is drawn and what stands out. */
  alt: string;
  data: Trace[];
  layout: Layout;
}
