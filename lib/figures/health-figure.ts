import { categoriesIn } from '../contract/categories';
import { isDocuments } from '../contract/measure-id';
import type { Results } from '../contract/results';
import {
  ANY_HEALTH_DATA,
  HEALTH_TITLE,
  healthAlt,
  healthAxis,
  healthClaimLines,
  healthLabel,
  type HealthClaim,
  type HealthRow,
} from '../words/charts/health-chart';
import { categoryTitle } from '../words/names/category-names';
import { type DotRow, dotChart } from './dot-chart';
import { drawnAt } from './drawn-at';
import { escapeText } from './escape-text';
import type { Figure } from './figure';
import { healthClaims } from './health-claims';
import { isSynthetic } from './is-synthetic';
import { PALETTE } from './palette';

/** Height of a row, and of each line that a claim adds to it, px. */
const ROW = 38;
const LINE = 15;

/**
 * People with health data: per kind of data a dot for the best estimate of the whole population and a line for its
 * limits, and what the parties claimed. Where nothing follows for the population the dot is what is in the file, and the axis says so.
 *
 * @example healthFigure(leak.results).title // 'How many people have health data'
 */
export function healthFigure(results: Results): Figure {
  const rows = healthRows(results);
  const estimated = rows.some(({ measure }) => typeof measure.value === 'number');
  const [draw] = results.drawn;
  const population = isDocuments(draw?.unit ?? null) ? null : (draw?.population ?? null);
  const synthetic = isSynthetic(results);
  const claims = rows.flatMap((row) => row.claims);
  return dotChart({
    title: HEALTH_TITLE,
    alt: healthAlt(rows, estimated, synthetic),
    axis: healthAxis(estimated, population, claims.some(isSpan)),
    name: estimated ? 'estimate' : 'in this file',
    rows: rows.map((row) => dotOf(row, estimated)),
    shown: rows.flatMap(({ measure: { value, low, high, inFile } }) =>
      (estimated ? [value, low, high] : [inFile]).map(drawnAt),
    ),
    synthetic,
    look: {
      rowHeight: ROW,
      labels: 130,
      labelWidth: 18,
      bottom: claims.some(isSpan) ? 96 : 80,
      dot: 11,
      gap: 10,
      line: { color: PALETTE.mark, thickness: 2, width: 5 },
    },
  });
}

/** The whole group first, then each category somebody has or a claim speaks of. */
function healthRows(results: Results): HealthRow[] {
  const rowOf = (label: string, id: string): HealthRow[] => {
    const measure = results.measures.find((candidate) => candidate.id === id);
    return measure ? [{ label, measure, claims: healthClaims(results, id) }] : [];
  };
  return [
    ...rowOf(ANY_HEALTH_DATA, 'people.with-any:health'),
    ...categoriesIn('health').flatMap((category) =>
      rowOf(categoryTitle(category), `people.with:${category}`),
    ),
  ];
}

function dotOf({ label, measure, claims }: HealthRow, estimated: boolean): DotRow {
  const { value, low, high, inFile } = measure;
  const text = [healthLabel(measure, estimated), ...healthClaimLines(claims).map(escapeText)].join('<br>');
  const bands = claims.filter(isSpan).map((claim) => ({ from: claim.low, to: claim.high - 1 }));
  const further = text.split('<br>').length - (estimated ? 2 : 1);
  const dot = { label, text, bands, height: 1 + (LINE * further) / ROW };
  if (!estimated) return { ...dot, value: drawnAt(inFile) };
  return {
    ...dot,
    value: drawnAt(value),
    ...(typeof low === 'number' && { low }),
    ...(typeof high === 'number' && { high }),
  };
}

/** A claim of a number, from two sides: it can be drawn. */
function isSpan(claim: HealthClaim): claim is HealthClaim & { low: number; high: number } {
  return claim.low !== null && claim.high !== null && claim.high > 1;
}
