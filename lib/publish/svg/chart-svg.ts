import type { ChartFigure, ChartTrace } from '../../figures/is-own-figure';
import { escapeText } from '../../figures/escape-text';
import type { Area } from './scales';
import { GRID, INK, SOFT } from './axes';
import { plotlyLines, round, svgText } from './plotly-text';
import { dateTicks, numberTicks, type Tick } from './ticks';

/** Width of a character of 12 px, and height of a line, px. */
const CHARACTER = 6.8;
const LINE = 15;
const LEGEND = 150;
/** Characters of a name that stands upright; of a longer one its end is left out. */
const LONGEST_NAME = 24;
const ROOM = { title: 24, right: 16 };
/** Share of an axis that stays free at either end of points. */
const PAD = 0.04;

/** Where the data of a chart lie. */
interface Places {
  area: Area;
  x: (value: number) => number;
  y: (value: number) => number;
  at: (x: string | number) => number;
  /** Smallest distance between two places, in data units. */
  unit: number;
  xTicks: Tick[];
  yTicks: Tick[];
  /** Names are too long to stand side by side. */
  upright: boolean;
}

/** Axes and marks of a chart of one's own, for the frame that `toSvg` draws. The same figure gives the same text. */
export function chartSvg(figure: ChartFigure, width: number): string {
  const places = placesOf(figure, width);
  return [
    axes(figure, places),
    ...figure.data.map((trace, i) => (trace.type === 'bar' ? bars(figure, i, places) : line(trace, places))),
    figure.layout.showlegend ? legend(figure, places.area) : '',
  ].join('');
}

function placesOf({ data, layout }: ChartFigure, width: number): Places {
  const at = positionOf(layout.xaxis.type, data);
  const xs = data.flatMap((trace) => trace.x.map(at)).filter(Number.isFinite);
  const ys = data.flatMap((trace) => trace.y.filter((y): y is number => y !== null));
  const unit = smallestGap(xs);
  const isBars = data.some(({ type }) => type === 'bar') || layout.xaxis.type === 'category';
  const [left, right] = spanOf(xs);
  const pad = isBars ? unit / 2 : PAD * (right - left || 1);
  const across: [number, number] = [left - pad, right + pad];
  const up = heightOf(ys, layout.yaxis.rangemode);
  const yTicks = numberTicks(...up, 5);
  const labels = Math.max(0, ...yTicks.map(({ text }) => text.length)) * CHARACTER;
  const area = { left: ROOM.title + labels + 12, right: width - (layout.showlegend ? LEGEND : ROOM.right) };
  const ticks = xTicksOf({ data, layout }, across, at);
  const longest = Math.max(
    0,
    ...ticks.flatMap(({ text }) => plotlyLines(text)).map(({ text }) => text.length),
  );
  const lines = Math.max(1, ...ticks.map(({ text }) => plotlyLines(text).length));
  const upright = longest * CHARACTER * ticks.length > area.right - area.left;
  const below = upright ? Math.min(LONGEST_NAME, longest) * CHARACTER + 12 : lines * LINE;
  const whole: Area = { ...area, top: layout.margin.t, bottom: layout.height - below - 40 };
  return {
    area: whole,
    x: (value) => between(whole.left, whole.right, value, across),
    y: (value) => between(whole.bottom, whole.top, value, up),
    at,
    unit,
    xTicks: upright ? thinned(ticks, (whole.right - whole.left) / LINE) : ticks,
    yTicks,
    upright,
  };
}

/** Names lie side by side in the order in which they come; times are read as UTC. */
function positionOf(
  type: 'category' | 'linear' | 'date',
  data: readonly ChartTrace[],
): (x: string | number) => number {
  if (type === 'linear') return Number;
  if (type === 'date')
    return (x) => {
      const text = String(x).replace(' ', 'T');
      return Date.parse(/T/.test(text) && !/(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? `${text}Z` : text);
    };
  const names = new Map<string | number, number>();
  for (const { x } of data) for (const name of x) if (!names.has(name)) names.set(name, names.size);
  return (x) => names.get(x) ?? 0;
}

function xTicksOf(
  { data, layout }: Pick<ChartFigure, 'data' | 'layout'>,
  [from, to]: [number, number],
  at: (x: string | number) => number,
): Tick[] {
  const { type, tickvals, ticktext } = layout.xaxis;
  if (tickvals) return tickvals.map((place, i) => ({ at: place, text: ticktext?.[i] ?? '' }));
  if (type === 'date') return dateTicks(from, to, 6);
  if (type === 'linear') return numberTicks(from, to, 6);
  return [...new Set(data.flatMap(({ x }) => x))].map((name) => ({ at: at(name), text: String(name) }));
}

function axes({ layout }: ChartFigure, { area, x, y, xTicks, yTicks, upright }: Places): string {
  const rows = yTicks.map(({ at, text }) => {
    const grid = `<path d="M${round(area.left)} ${round(y(at))}H${round(area.right)}" style="stroke:${GRID}" stroke-width="1"/>`;
    return grid + svgText(text, { x: area.left - 8, y: y(at), anchor: 'end', size: 12, color: SOFT });
  });
  const columns = xTicks.map(({ at, text }) => {
    const place = { x: x(at), y: area.bottom + 12 };
    if (!upright) {
      const lines = plotlyLines(text).length;
      return svgText(text, {
        x: place.x,
        y: place.y + ((lines - 1) * LINE) / 2,
        anchor: 'middle',
        size: 12,
        color: INK,
      });
    }
    const flat = svgText(shortened(text.replaceAll('<br>', ' ')), {
      x: 0,
      y: 0,
      anchor: 'end',
      size: 12,
      color: INK,
    });
    return `<g transform="translate(${round(place.x)} ${round(area.bottom + 6)}) rotate(-90)">${flat}</g>`;
  });
  const middle = (area.left + area.right) / 2;
  const below = svgText(layout.xaxis.title.text, {
    ...{ x: middle, y: layout.height - 16, anchor: 'middle', size: 12, color: SOFT },
  });
  const beside = svgText(layout.yaxis.title.text, { x: 0, y: 0, anchor: 'middle', size: 12, color: SOFT });
  const turned = `<g transform="translate(14 ${round((area.top + area.bottom) / 2)}) rotate(-90)">${beside}</g>`;
  return [...rows, ...columns, below, turned].join('');
}

/** Bars of one place stand side by side, one for each colour. */
function bars({ data, layout }: ChartFigure, index: number, { x, y, at, unit }: Places): string {
  const trace = data[index];
  if (!trace) return '';
  const all = Math.abs(x(unit) - x(0)) * (1 - (layout.bargap ?? 0.2));
  const thickness = all / data.length;
  return trace.x
    .map((place, i) => {
      const value = trace.y[i] ?? null;
      if (value === null) return '';
      const left = x(at(place)) - all / 2 + index * thickness;
      const [top, bottom] = [Math.min(y(value), y(0)), Math.max(y(value), y(0))];
      return `<rect class="bar" x="${round(left)}" y="${round(top)}" width="${round(thickness)}" height="${round(bottom - top)}" fill="${trace.marker.color}"/>`;
    })
    .join('');
}

/** Points, joined where it is a line; a missing value leaves a gap. */
function line(trace: ChartTrace, { x, y, at }: Places): string {
  const points = trace.x.map((place, i) => {
    const value = trace.y[i] ?? null;
    return value === null ? null : { x: round(x(at(place))), y: round(y(value)) };
  });
  const dots = points.map((point) =>
    point === null
      ? ''
      : `<circle class="dot" cx="${point.x}" cy="${point.y}" r="3" fill="${trace.marker.color}"/>`,
  );
  if (trace.mode !== 'lines+markers') return dots.join('');
  const path = points
    .map((point, i) => (point === null ? '' : `${i > 0 && points[i - 1] ? 'L' : 'M'}${point.x} ${point.y}`))
    .join('');
  return `<path class="line" d="${path}" stroke="${trace.marker.color}" stroke-width="2" fill="none"/>${dots.join('')}`;
}

function legend({ data }: ChartFigure, area: Area): string {
  return data
    .map(({ name = '', marker }, i) => {
      const y = area.top + 10 + i * 20;
      const text = svgText(name, { x: area.right + 28, y, anchor: 'start', size: 12, color: INK });
      return `<rect x="${round(area.right + 12)}" y="${round(y - 5)}" width="10" height="10" fill="${marker.color}"/>${text}`;
    })
    .join('');
}

function heightOf(ys: readonly number[], mode: 'normal' | 'tozero'): [number, number] {
  const [low, high] = spanOf(ys);
  if (mode === 'normal') return [low - PAD * (high - low || 1), high + PAD * (high - low || 1)];
  return [Math.min(0, low * 1.05), Math.max(0, high * 1.05) || 1];
}

function spanOf(values: readonly number[]): [number, number] {
  return values.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [values[0] ?? 0, values[0] ?? 1],
  );
}

function smallestGap(values: readonly number[]): number {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((value, i) => value - (sorted[i] ?? 0));
  return gaps.reduce((least, gap) => Math.min(least, gap), gaps[0] ?? 1);
}

function between(start: number, end: number, value: number, [from, to]: [number, number]): number {
  return start + ((value - from) / (to - from || 1)) * (end - start);
}

function shortened(name: string): string {
  const [{ text } = { text: '' }] = plotlyLines(name);
  return text.length > LONGEST_NAME ? `${escapeText(text.slice(0, LONGEST_NAME - 1))}…` : name;
}

function thinned(ticks: readonly Tick[], most: number): Tick[] {
  const every = Math.max(1, Math.ceil(ticks.length / most));
  return ticks.filter((_, i) => i % every === 0);
}
