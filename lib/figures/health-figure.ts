import { categoriesIn } from '../contract/categories';
import { isDocuments } from '../contract/measure-id';
import type { ResultMeasure, Results } from '../contract/results';
import {
  ANY_HEALTH_DATA,
  HEALTH_TITLE,
  healthAlt,
  healthAxis,
  healthLabel,
  type HealthRow,
} from '../words/charts/health-chart';
import { categoryTitle } from '../words/names/category-names';
import { type DotRow, dotChart } from './dot-chart';
import { drawnAt } from './drawn-at';
import type { Figure } from './figure';
import { isSynthetic } from './is-synthetic';
import { PALETTE } from './palette';

/**
 * People with health data: per kind of data a dot for the best estimate of the whole population and a line for its
 * limits. Where nothing follows for the population the dot is what is in the file, and the axis says so.
 */
export function healthFigure(results: Results): Figure {
  const rows = healthRows(results.measures);
  const estimated = rows.some(({ measure }) => typeof measure.value === 'number');
  const [draw] = results.drawn;
  const population = isDocuments(draw?.unit ?? null) ? null : (draw?.population ?? null);
  const synthetic = isSynthetic(results);
  return dotChart({
    title: HEALTH_TITLE,
    alt: healthAlt(rows, estimated, synthetic),
    axis: healthAxis(estimated, population),
    name: estimated ? 'estimate' : 'in this file',
    rows: rows.map((row) => dotOf(row, estimated)),
    shown: rows.flatMap(({ measure: { value, low, high, inFile } }) =>
      (estimated ? [value, low, high] : [inFile]).map(drawnAt),
    ),
    synthetic,
    look: {
      rowHeight: 38,
      labels: 130,
      labelWidth: 18,
      bottom: 80,
      dot: 11,
      gap: 10,
      line: { color: PALETTE.mark, thickness: 2, width: 5 },
    },
  });
}

/** The whole group first, then each category somebody has or a claim speaks of. */
function healthRows(measures: ResultMeasure[]): HealthRow[] {
  const find = (id: string) => measures.find((measure) => measure.id === id);
  const any = find('people.with-any:health');
  const rows = categoriesIn('health').flatMap((category) => {
    const measure = find(`people.with:${category}`);
    return measure ? [{ label: categoryTitle(category), measure }] : [];
  });
  return any ? [{ label: ANY_HEALTH_DATA, measure: any }, ...rows] : rows;
}

function dotOf({ label, measure }: HealthRow, estimated: boolean): DotRow {
  const { value, low, high, inFile } = measure;
  const dot = { label, text: healthLabel(measure, estimated) };
  if (!estimated) return { ...dot, value: drawnAt(inFile) };
  return {
    ...dot,
    value: drawnAt(value),
    ...(typeof low === 'number' && { low }),
    ...(typeof high === 'number' && { high }),
  };
}
