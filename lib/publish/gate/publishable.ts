import type {
  Count,
  PrivateResults,
  ResultField,
  ResultMeasure,
  ResultPeople,
  Results,
} from '../../contract/results';
import { hideSmall } from '../../contract/results';
import type { SuppressionTable } from './suppression-table';
import { fieldCell, kindCell, suppressionTableOf, presentCell } from './suppression-table-of';
import { joinsShown } from './joins-shown';
import { measureCells } from './measure-cells';
import { formatMeasureId, measureTitle, parseMeasureId } from '../../contract/measure-id';
import { type NameGate, nameGate } from './name-gate';
import { namesOfResults } from './names-of-results';
import { publishableClaims } from './publishable-claims';

/**
 * The disclosure gate: the private document without what must not be published (docs/contract.md, results.json). People
 * counts from 1 to 9 become `'<10'`; what would give one back becomes `'withheld'`; names that may be values become
 * numbers; the private part goes. Counts stay where every input is synthetic.
 *
 * @returns a document of its own; the private one is not changed
 */
export function publishable(document: PrivateResults): Results {
  const open: Results & { private?: unknown } = structuredClone(document);
  delete open.private;
  const synthetic = document.inputs.length > 0 && document.inputs.every((input) => input.synthetic !== null);
  const results = synthetic ? open : hideCounts(open, document);
  return named({ ...results, sharing: 'publishable' }, nameGate(namesOfResults(document)));
}

function hideCounts(open: Results, document: PrivateResults): Results {
  const cells = suppressionTableOf(document);
  return {
    ...open,
    kinds: open.kinds.map((kind) => ({
      ...kind,
      documents: shown(cells, kindCell(kind.id), kind.documents),
    })),
    fields: open.fields.map((field) => hideField(field, cells)),
    people: open.people.map((row) => hidePeople(row, cells)),
    joins: joinsShown(document, cells),
    measures: open.measures.map((measure) => {
      const ranged = document.people.find((row) => row.id === measure.id && row.range);
      const shut = ranged ? { ...measure, ...nearLimitsWithheld(measure, ranged.count) } : measure;
      return hideUnknowns(hideMeasure(shut, cells));
    }),
    ...publishableClaims(document, cells),
  };
}

function hideField(field: ResultField, cells: SuppressionTable): ResultField {
  const of = (name: string, count: Count) => shown(cells, fieldCell(field, name), count);
  // That there are several types says that there are several values: of few, none is named.
  const types = Object.entries(field.types);
  const isNamed = types.length === 1 || !cells.isHidden(fieldCell(field, 'values'));
  return {
    ...field,
    documents: shown(cells, kindCell(field.kind), field.documents),
    present: shown(cells, presentCell(field), field.present),
    filled: of('filled', field.filled),
    values: of('values', field.values),
    distinct: field.distinct === null ? null : of('distinct', field.distinct),
    types: Object.fromEntries(isNamed ? types.map(([type, count]) => [type, of(`type ${type}`, count)]) : []),
  };
}

function hidePeople(row: ResultPeople, cells: SuppressionTable): ResultPeople {
  const hidden = cells.isHidden(row.id);
  const beside = (value: Count): Count => (hidden || isNear(value, row.count) ? 'withheld' : value);
  const open: ResultPeople = {
    ...row,
    ...(row.range && nearLimitsWithheld(row, row.count)),
    range: row.range && [beside(row.range[0]), beside(row.range[1])],
    links: row.links && {
      ...row.links,
      withoutLimit: beside(row.links.withoutLimit),
      withoutDevices: beside(row.links.withoutDevices),
    },
  };
  if (!hidden) return open;
  return {
    ...open,
    count: row.count === null ? null : shown(cells, row.id, row.count),
    ...limitsWithheld(row),
  };
}

/** The limits of a count that leaves a range open, without those that say how few a link joined. */
function nearLimitsWithheld(
  { low, high }: { low: Count | null; high: Count | null },
  count: Count | null,
): { low: Count | null; high: Count | null } {
  const beside = (value: Count | null) => (value !== null && isNear(value, count) ? 'withheld' : value);
  return { low: beside(low), high: beside(high) };
}

/** Another count of the same people, so near that the difference says how few a link joined. */
function isNear(value: Count, count: Count | null): boolean {
  if (typeof value !== 'number' || typeof count !== 'number') return false;
  return value !== count && Math.abs(value - count) < 10;
}

function hideMeasure(measure: ResultMeasure, cells: SuppressionTable): ResultMeasure {
  const { count, outOf } = measureCells(measure);
  const hidesCount = count !== null && cells.isHidden(count);
  const hidesOutOf = outOf !== null && cells.isHidden(outOf);
  const examined =
    hidesOutOf && measure.examined !== null ? shown(cells, outOf, measure.examined) : measure.examined;
  if (!hidesCount && !(hidesOutOf && measure.unit === 'share')) return { ...measure, examined };
  const isShare = measure.unit === 'share';
  const own = (value: Count | null): Count | null =>
    value === null || count === null ? value : isShare ? 'withheld' : shown(cells, count, value);
  return {
    ...measure,
    inFile: own(measure.inFile),
    value:
      measure.value !== null && measure.value === measure.inFile
        ? own(measure.value)
        : withheld(measure.value),
    ...limitsWithheld(measure),
    numerator:
      measure.numerator === null || count === null
        ? measure.numerator
        : shown(cells, count, measure.numerator),
    examined,
  };
}

/** Small parts of the account, and the upper limit that would give them back. */
function hideUnknowns(measure: ResultMeasure): ResultMeasure {
  const { unknowns } = measure;
  if (unknowns === null) return measure;
  const nobodys = hideSmall(unknowns.nobodys);
  const inOpaque = hideSmall(unknowns.inOpaque);
  const hides = nobodys !== unknowns.nobodys || inOpaque !== unknowns.inOpaque;
  return {
    ...measure,
    ...(hides && { high: withheld(measure.high) }),
    unknowns: { ...unknowns, nobodys, inOpaque },
  };
}

function limitsWithheld(row: { low: Count | null; high: Count | null }): {
  low: Count | null;
  high: Count | null;
} {
  return { low: withheld(row.low), high: withheld(row.high) };
}

const withheld = (value: Count | null): Count | null => (value === null ? null : 'withheld');

function shown(cells: SuppressionTable, id: string, count: Count): Count {
  return typeof count === 'number' ? cells.shown(id, count) : count;
}

/** Every place where a name of the input stands, or could stand in a sentence of ours. */
function named(results: Results, gate: NameGate): Results {
  const ids = new Map(results.measures.map((measure) => [measure.id, namedMeasure(measure, gate)]));
  return {
    ...results,
    kinds: results.kinds.map((kind) => ({ ...kind, label: gate.kind(kind.label) })),
    fields: results.fields.map((field) => ({
      ...field,
      path: gate.path(field.path),
      why: field.why.map(gate.text),
      definitions: field.definitions.map((each) => ({ ...each, because: gate.text(each.because) })),
    })),
    people: results.people.map((row) => ({
      ...row,
      definition: gate.text(row.definition),
      keys: row.keys.map(gate.key),
    })),
    joins: results.joins.map((join) => ({
      ...join,
      from: gate.key(join.from),
      to: gate.key(join.to),
      over: join.over.map(gate.key),
    })),
    measures: results.measures.map((measure) => ({
      ...measure,
      ...ids.get(measure.id),
      of: measure.of === null ? null : (ids.get(measure.of)?.id ?? measure.of),
      method: gate.text(measure.method),
      wouldSettle: measure.wouldSettle === null ? null : gate.text(measure.wouldSettle),
    })),
    drawn: results.drawn.map((row) => ({
      ...row,
      unit: row.unit === null ? null : (ids.get(row.unit)?.id ?? row.unit),
    })),
    claims: results.claims.map((claim) => ({
      ...claim,
      because: gate.text(claim.because),
      tests: claim.tests.map((test) => ({ ...test, because: gate.text(test.because) })),
    })),
    disagreements: results.disagreements.map((pair) => ({ ...pair, because: gate.text(pair.because) })),
  };
}

/** A measure of one kind under the name that the kind has in what is shared. */
function namedMeasure({ id, title }: ResultMeasure, gate: NameGate): { id: string; title: string } {
  const known = parseMeasureId(id);
  if (known?.family !== 'documents.kind') return { id, title };
  const parameter = gate.kind(known.parameter);
  if (parameter === known.parameter) return { id, title };
  return {
    id: formatMeasureId({ ...known, parameter }),
    title: measureTitle(known.family, [parameter]),
  };
}
