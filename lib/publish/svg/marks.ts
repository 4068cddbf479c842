import type { Figure, Trace } from '../../figures/figure';
import { round } from './plotly-text';
import type { Scales } from './scales';

/** SVG of the cells, bars, dots and limits of a figure. */
export function svgMarks(figure: Figure, scales: Scales): string {
  const cells = figure.layout.shapes.map((cell) => {
    const [x, y] = [scales.xAt(cell.x0), Math.min(scales.y(cell.y0), scales.y(cell.y1))];
    const [width, height] = [scales.xAt(cell.x1) - x, Math.abs(scales.y(cell.y1) - scales.y(cell.y0))];
    return `<rect class="cell" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="3" fill="${cell.fillcolor}"/>`;
  });
  const traces = figure.data.map((trace) =>
    trace.type === 'bar' ? bars(trace, figure, scales) : dots(trace, scales),
  );
  return [...cells, ...traces].join('');
}

function bars(trace: Trace, { layout }: Figure, scales: Scales): string {
  const thickness = Math.abs(scales.y(1) - scales.y(0)) * (1 - (layout.bargap ?? 0.2));
  const start = scales.area.left;
  return trace.x
    .map((value, i) => {
      const length = value > 0 ? scales.x(value) - start : 0;
      const y = scales.y(trace.y[i] ?? 0) - thickness / 2;
      return length <= 0
        ? ''
        : `<rect class="bar" x="${round(start)}" y="${round(y)}" width="${round(length)}" height="${round(thickness)}" fill="${colorOf(trace, i)}"/>`;
    })
    .join('');
}

function dots(trace: Trace, scales: Scales): string {
  return trace.x
    .map((value, i) => {
      const [x, y] = [scales.x(value), scales.y(trace.y[i] ?? 0)];
      const size = (trace.marker.size ?? 8) / 2;
      return `${limits(trace, i, scales)}<circle class="dot" cx="${round(x)}" cy="${round(y)}" r="${round(size)}" fill="${colorOf(trace, i)}"/>`;
    })
    .join('');
}

function limits(trace: Trace, i: number, scales: Scales): string {
  const { error_x: error } = trace;
  const value = trace.x[i] ?? 0;
  const [minus, plus] = [error?.arrayminus[i] ?? 0, error?.array[i] ?? 0];
  if (!error || (minus === 0 && plus === 0)) return '';
  const [from, to, y] = [scales.x(value - minus), scales.x(value + plus), scales.y(trace.y[i] ?? 0)];
  const cap = (x: number) => `M${round(x)} ${round(y - error.width)}V${round(y + error.width)}`;
  return `<path class="limits" d="M${round(from)} ${round(y)}H${round(to)}${cap(from)}${cap(to)}" stroke="${error.color}" stroke-width="${error.thickness}" fill="none"/>`;
}

function colorOf(trace: Trace, i: number): string {
  const { color } = trace.marker;
  return typeof color === 'string' ? color : (color[i] ?? 'currentColor');
}
