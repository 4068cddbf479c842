import type { Count, ResultMeasure, Results } from '../contract/results';
import { categoriesIn } from '../contract/categories';
import { isDocuments } from '../contract/measure-id';
import { baseLayout } from './base-layout';
import { categoryTitle } from '../words/names/category-names';
import { countAxis } from './count-axis';
import type { Annotation, Figure, Trace } from './figure';
import { formatCount } from '../words/numbers/format-number';
import { labelRoom } from './label-room';
import { PALETTE } from './palette';
import { rowAxis } from './row-axis';
import { isSynthetic, SYNTHETIC_STAMP } from './synthetic-stamp';

/** One row of the chart. */
interface Row {
  label: string;
  measure: ResultMeasure;
}

/**
 * People with health data: per kind of data a dot for the best estimate of the whole population and a line for its
 * limits. Where nothing follows for the population the dot is what is in the file, and the axis says so.
 */
export function healthFigure(results: Results): Figure {
  const rows = healthRows(results.measures);
  const estimated = rows.some((row) => typeof row.measure.value === 'number');
  const [draw] = results.drawn;
  const population = isDocuments(draw?.unit ?? null) ? null : (draw?.population ?? null);
  const title = 'How many people have health data';
  const numbers = rows.flatMap(({ measure }) =>
    estimated ? [measure.value, measure.low, measure.high] : [measure.inFile],
  );
  const unit = estimated
    ? `People among all ${population === null ? 'people' : formatCount(population)}<br>(dot: best estimate, line: limits)`
    : 'People in this file';
  const room = labelRoom(rows.map(({ measure }) => words(measure, estimated)));
  const x = countAxis(numbers.map(plain), unit, room);
  const synthetic = isSynthetic(results);
  const layout = baseLayout({
    title,
    rows: rows.length,
    rowHeight: 38,
    labels: 130,
    bottom: 80,
    synthetic,
    xaxis: x.axis,
    yaxis: rowAxis(
      rows.map((row) => row.label),
      18,
    ),
  });
  const ends = rows.map(({ measure }) =>
    estimated ? Math.max(plain(measure.value), plain(measure.high)) : plain(measure.inFile),
  );
  layout.annotations.push(
    ...rows.map((row, i) => note(words(row.measure, estimated), i, x.at(ends[i] ?? 0))),
  );
  const data = rows.length === 0 ? [] : [dots(rows, estimated, x.start)];
  return { title, alt: sentence(rows, estimated, synthetic), data, layout };
}

/** The whole group first, then each category somebody has or a claim speaks of. */
function healthRows(measures: ResultMeasure[]): Row[] {
  const find = (id: string) => measures.find((measure) => measure.id === id);
  const any = find('people.with-any:health');
  const rows = categoriesIn('health').flatMap((category) => {
    const measure = find(`people.with:${category}`);
    return measure ? [{ label: categoryTitle(category), measure }] : [];
  });
  return any ? [{ label: 'any health data', measure: any }, ...rows] : rows;
}

const plain = (count: Count | null): number => (typeof count === 'number' ? count : count === '<10' ? 9 : 0);

function dots(rows: Row[], estimated: boolean, start: number): Trace {
  const at = rows.map(({ measure }) => Math.max(start, plain(estimated ? measure.value : measure.inFile)));
  const limit = (side: 'low' | 'high', i: number) => {
    const value = rows[i]?.measure[side] ?? null;
    return typeof value === 'number' && estimated ? Math.abs(Math.max(start, value) - (at[i] ?? 0)) : 0;
  };
  return {
    type: 'scatter',
    mode: 'markers',
    name: estimated ? 'estimate' : 'in this file',
    x: at,
    y: rows.map((_, i) => i),
    marker: { color: PALETTE.mark, size: 11, symbol: 'circle' },
    error_x: {
      type: 'data',
      symmetric: false,
      array: rows.map((_, i) => limit('high', i)),
      arrayminus: rows.map((_, i) => limit('low', i)),
      color: PALETTE.mark,
      thickness: 2,
      width: 5,
    },
    hoverinfo: 'skip',
    showlegend: false,
  };
}

/** The direct label: what is in the file, then what follows. */
function words(measure: ResultMeasure, estimated: boolean): string {
  const inFile = `${measure.inFile === 0 ? 'none' : formatCount(measure.inFile)} in this file`;
  if (!estimated || measure.value === null) return inFile;
  const exact = measure.low === measure.value && measure.high === measure.value;
  const limits = exact ? '' : ` (${formatCount(measure.low)} to ${formatCount(measure.high)})`;
  return `${formatCount(measure.value)}${limits}<br>${inFile}`;
}

function note(text: string, row: number, x: number): Annotation {
  return {
    text,
    x,
    y: row,
    xref: 'x',
    yref: 'y',
    xanchor: 'left',
    yanchor: 'middle',
    xshift: 10,
    align: 'left',
    showarrow: false,
    font: { size: 12 },
  };
}

function sentence(rows: Row[], estimated: boolean, synthetic: boolean): string {
  const said = rows.map(
    ({ label, measure }) => `${label}: ${words(measure, estimated).replace('<br>', ', ')}`,
  );
  const start = estimated
    ? 'People with health data, best estimate for everybody and its limits'
    : 'People with health data';
  return `${start}. ${said.join('; ') || 'No health data were found'}.${synthetic ? ` ${SYNTHETIC_STAMP}.` : ''}`;
}
