import type { LeftOut } from '../words/charts/own-chart';
import { chartAlt, chartTitle, leftOutNotes, otherGroups } from '../words/charts/own-chart';
import { layoutFrame } from './base-layout';
import { escapeLines } from './escape-lines';
import { escapeText } from './escape-text';
import type { PlotlyFigure } from './figure';
import { GROUP_COLORS, PALETTE } from './palette';

/** A point of a chart. */
export interface ChartPoint {
  x: string | number;
  /** null leaves a gap in a line. */
  y: number | null;
  /** What its colour tells; null for one colour. */
  group: string | null;
}

/** A chart of one's own. */
export interface OwnChart {
  points: readonly ChartPoint[];
  kind: 'bar' | 'line' | 'scatter';
  /** How the horizontal axis is read. */
  axis: 'category' | 'linear' | 'date';
  x: string;
  y: string;
  title?: string | undefined;
  leftOut: LeftOut;
  synthetic: boolean;
}

const PLOT_HEIGHT = 300;
const LABEL_WIDTH = 22;

/** A chart in the style of the kit's figures: axes named, the stamp in it where records were made up, what is not drawn said. */
export function ownChart(chart: OwnChart): PlotlyFigure {
  const { points, kind, x, y, leftOut, synthetic } = chart;
  const title = chart.title ?? chartTitle(y, x);
  const groups = foldedGroups(points);
  const places = placesOf(chart);
  const notes = leftOutNotes(leftOut).map(escapeText);
  const legend = groups.size > 1;
  const frame = layoutFrame({
    title,
    rows: 1,
    rowHeight: PLOT_HEIGHT,
    labels: 64,
    synthetic,
    notes,
    bottom: 64,
  });
  const data = [...groups].map(([name, own], i) => ({
    type: kind === 'bar' ? 'bar' : 'scatter',
    ...(kind !== 'bar' && { mode: kind === 'line' ? 'lines+markers' : 'markers' }),
    ...(name !== null && { name: escapeText(name) }),
    x: own.map(places.at),
    y: own.map((point) => point.y),
    marker: { color: GROUP_COLORS[i] ?? PALETTE.faint },
  }));
  const layout = {
    ...frame,
    xaxis: {
      ...places.axis,
      title: { text: escapeText(x), standoff: 8 },
      automargin: true,
      fixedrange: true,
    },
    yaxis: {
      title: { text: escapeText(y), standoff: 8 },
      automargin: true,
      fixedrange: true,
      rangemode: kind === 'scatter' ? 'normal' : 'tozero',
      separatethousands: true,
    },
    showlegend: legend,
    ...(kind === 'bar' && { barmode: 'group', bargap: 0.25 }),
  };
  return {
    title,
    alt: chartAlt(
      title,
      points.flatMap((point) => (point.y === null ? [] : [{ x: String(point.x), y: point.y }])),
      leftOut,
    ),
    data,
    layout,
  };
}

/** Where points lie on the horizontal axis. Bars of one name get a place each, since Plotly would add them up in one. */
function placesOf({ points, kind, axis }: OwnChart): {
  at: (point: ChartPoint) => string | number;
  axis: object;
} {
  const label = ({ x }: ChartPoint) => (axis === 'category' ? escapeLines(String(x), LABEL_WIDTH) : x);
  const names = new Set(points.map(({ x }) => x));
  const single = points.every(({ group }) => group === null);
  if (kind !== 'bar' || !single || names.size === points.length) return { at: label, axis: { type: axis } };
  const place = new Map(points.map((point, i) => [point, i]));
  const axisOfPlaces = { type: 'linear', tickvals: [...place.values()], ticktext: points.map(label) };
  return { at: (point) => place.get(point) ?? 0, axis: axisOfPlaces };
}

/** Points by what their colour tells; groups for which there is no colour are drawn as one. */
function foldedGroups(points: readonly ChartPoint[]): Map<string | null, ChartPoint[]> {
  const groups = new Map<string | null, ChartPoint[]>();
  for (const point of points) groups.set(point.group, [...(groups.get(point.group) ?? []), point]);
  const entries = [...groups];
  if (entries.length <= GROUP_COLORS.length) return groups;
  const others = entries.slice(GROUP_COLORS.length);
  const folded = new Map(entries.slice(0, GROUP_COLORS.length));
  return folded.set(
    otherGroups(others.length),
    others.flatMap(([, own]) => own),
  );
}
