import { AnalysisError } from '../../contract/errors';
import { isHidden } from '../../contract/results';
import { escapeText } from '../../figures/escape-text';
import type { PlotlyFigure } from '../../figures/figure';
import { specificationAlt } from '../../words/results/frame-words';
import { isFrame } from '../danfo/frame-table';

/** Traces that plotly.js-cartesian draws; a test asks it. */
export const TRACES = [
  ...['bar', 'box', 'contour', 'heatmap', 'histogram', 'histogram2d', 'histogram2dcontour', 'image'],
  ...['pie', 'scatter', 'scatterternary', 'violin'],
] as const;

const KEYS = ['data', 'layout', 'config', 'frames'];
const HEIGHT = 450;

/** A specification in Plotly's words, as somebody writes it by hand. */
export interface PlotlySpecification {
  data: readonly object[];
  layout?: { title?: string | { text?: string }; height?: number } & object;
}

/** Whether a value reads as a Plotly specification: traces, and a layout or nothing else. */
export function isSpecification(value: unknown): value is PlotlySpecification {
  if (typeof value !== 'object' || value === null || !('data' in value) || !Array.isArray(value.data))
    return false;
  const traces = value.data as unknown[];
  const layout = 'layout' in value && typeof value.layout === 'object' && value.layout !== null;
  const alone = Object.keys(value).every((key) => KEYS.includes(key));
  return (layout || alone) && traces.every((trace) => typeof trace === 'object' && trace !== null);
}

/**
 * A bare Plotly specification as a figure. Columns of a frame, typed arrays and times become plain lists.
 *
 * @throws TRACE_UNKNOWN where a trace is of a type that is not drawn: it would be an empty picture
 */
export function figureOf(specification: PlotlySpecification): PlotlyFigure {
  const data = specification.data.map((trace) => plain(trace) as { type?: string });
  const types = data.map(({ type = 'scatter' }) => type);
  const unknown = types.find((type) => !(TRACES as readonly string[]).includes(type));
  if (unknown !== undefined)
    throw new AnalysisError('TRACE_UNKNOWN', { argument: unknown, known: TRACES.join(', ') });
  const layout = plain(specification.layout ?? {}) as NonNullable<PlotlySpecification['layout']>;
  const title = typeof layout.title === 'string' ? layout.title : (layout.title?.text ?? '');
  const { height = HEIGHT } = layout;
  return { title, alt: specificationAlt(title, types), data, layout: { ...layout, height } };
}

/** Texts that stand in a specification are the caller's own markup; cells of a frame are not. */
function plain(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'object' || value === null) return value;
  if (isFrame(value))
    return value.values.map((cell) => (typeof cell === 'string' ? escapeText(cell) : plain(cell)));
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array, plain);
  if (Array.isArray(value))
    return value.some((item) => typeof item === 'number') ? value.map(count) : value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
}

/** A hidden count among numbers is left out: as a text it would turn the axis into one of names. */
function count(value: unknown): unknown {
  return isHidden(value) ? null : plain(value);
}
