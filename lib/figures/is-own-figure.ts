import type { Annotation, Figure, PlotlyFigure } from './figure';

/** A figure that `chart` made: bars, a line or points over one axis, with nothing added by hand. */
export interface ChartFigure extends PlotlyFigure {
  data: readonly ChartTrace[];
  layout: ChartLayout;
}

/** What is drawn in one colour. */
export interface ChartTrace {
  type: 'bar' | 'scatter';
  mode?: 'lines+markers' | 'markers';
  name?: string;
  x: readonly (string | number)[];
  y: readonly (number | null)[];
  marker: { color: string };
}

/** What of a chart's layout tells how it is drawn. */
export interface ChartLayout {
  height: number;
  title: { text: string };
  margin: { l: number; r: number; t: number; b: number };
  font: { family: string };
  xaxis: {
    type: 'category' | 'linear' | 'date';
    title: { text: string };
    tickvals?: readonly number[];
    ticktext?: readonly string[];
  };
  yaxis: { title: { text: string }; rangemode: 'normal' | 'tozero' };
  annotations: readonly Annotation[];
  showlegend: boolean;
  bargap?: number;
}

const OF_A_TRACE = ['type', 'mode', 'name', 'x', 'y', 'marker'];
const OF_A_LAYOUT = [
  'title',
  'height',
  'margin',
  'font',
  'annotations',
  'xaxis',
  'yaxis',
  'showlegend',
  'barmode',
  'bargap',
];

/** Whether a picture can be made of a figure: of the kit's own, and of what `chart` made. */
export function isDrawable(figure: PlotlyFigure): figure is Figure | ChartFigure {
  return isOwnFigure(figure) || isOwnChart(figure);
}

/** Whether a figure is one of the kit's own. */
export function isOwnFigure(figure: PlotlyFigure): figure is Figure {
  const own = (trace: object) => 'hoverinfo' in trace && trace.hoverinfo === 'skip';
  return 'shapes' in figure.layout && 'annotations' in figure.layout && figure.data.every(own);
}

/** Whether a figure is as `chart` made it. */
export function isOwnChart(figure: PlotlyFigure): figure is ChartFigure {
  const { data, layout } = figure;
  const only = (value: object, names: readonly string[]) =>
    Object.keys(value).every((key) => names.includes(key));
  return (
    only(layout, OF_A_LAYOUT) &&
    ['annotations', 'xaxis', 'yaxis', 'showlegend'].every((name) => name in layout) &&
    data.every((trace) => only(trace, OF_A_TRACE) && 'marker' in trace)
  );
}
