import type { Axis } from './figure';
import { formatNumber } from '../words/numbers/format-number';

/** An axis of counts and where a value lies on it. */
export interface CountAxis {
  axis: Axis;
  /** Position of a value for an annotation: log10 of it on a log axis, as Plotly wants; a value below the axis lies at its start. */
  at: (value: number) => number;
  /** Smallest value the axis shows; on a log axis zero cannot be drawn. */
  start: number;
}

/**
 * An axis from nothing to the largest value: logarithmic where the numbers span more than two decades, with the factor
 * named in the title, else linear from zero.
 *
 * @param values the numbers to be drawn; zeros do not count for the span
 * @param title with its unit
 * @param room share of the axis kept free on the right for labels
 */
export function countAxis(values: number[], title: string, room = 0.3): CountAxis {
  const positive = values.filter((value) => value > 0);
  const largest = Math.max(1, ...positive);
  const logarithmic = positive.length > 1 && largest / Math.min(...positive) > 100;
  return logarithmic ? logAxis(largest, title, room) : linearAxis(largest, title, room);
}

function logAxis(largest: number, title: string, room: number): CountAxis {
  const top = Math.log10(largest);
  const powers = Array.from({ length: Math.floor(top) + 1 }, (_, power) => 10 ** power);
  const step = powers.length > 6 ? 3 : powers.length > 4 ? 2 : 1;
  const ticks = powers.filter((_, i) => i % step === 0);
  return {
    start: 0.7,
    at: (value) => Math.log10(Math.max(0.7, value)),
    axis: {
      type: 'log',
      range: [Math.log10(0.7), top + room * top],
      title: {
        text: `${title}<br>(each mark ${formatNumber(10 ** step)} × the last)`,
        standoff: 8,
      },
      tickvals: ticks,
      ticktext: ticks.map(formatNumber),
      fixedrange: true,
      zeroline: false,
    },
  };
}

function linearAxis(largest: number, title: string, room: number): CountAxis {
  const step = niceStep(largest);
  const ticks = Array.from({ length: Math.floor(largest / step) + 1 }, (_, i) => i * step);
  return {
    start: 0,
    at: (value) => Math.max(0, value),
    axis: {
      type: 'linear',
      range: [0, largest * (1 + room)],
      title: { text: title, standoff: 8 },
      tickvals: ticks,
      ticktext: ticks.map(formatNumber),
      fixedrange: true,
      zeroline: false,
    },
  };
}

/** 1, 2 or 5 times a power of ten: three or more steps fill the axis, fewer where the numbers are long. */
function niceStep(largest: number): number {
  const rough = largest / (largest < 100 ? 3 : largest < 100_000 ? 1.5 : 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [5, 2, 1].find((candidate) => candidate * power <= rough) ?? 1;
  return Math.max(1, factor * power);
}
