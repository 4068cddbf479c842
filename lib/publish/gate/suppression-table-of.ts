import { type Count, isSmall, type PrivateResults, type ResultField } from '../../contract/results';
import { formatMeasureId, parseMeasureId } from '../../contract/measure-id';
import { SuppressionTable } from './suppression-table';
import { IDENTIFYING_CATEGORIES } from './identifying-categories';
import { exactCount, measureCells } from './measure-cells';

/** Id of the cell of a field's number. */
export function fieldCell(field: ResultField, name: string): string {
  return `${field.kind}|${field.path}|${name}`;
}

/** Id of the cell of a kind's documents. */
export const kindCell = (id: string): string => `kind|${id}`;

/**
 * Enters every number from which a small count could be worked out, hides the small ones and those whose complement is
 * small, and withholds what sums would give back. The totals of an input are not entered: they say how large it is, not
 * who is in it, and are never hidden.
 */
export function suppressionTableOf(results: PrivateResults): SuppressionTable {
  const cells = new SuppressionTable();
  enterPeople(cells, results);
  enterKinds(cells, results);
  const oneEach = kindsOfOneEach(results);
  for (const field of results.fields) enterField(cells, field, oneEach.has(field.kind));
  cells.settle();
  hideEqualKeys(cells, results);
  return cells;
}

const exact = (count: Count | null): number => (typeof count === 'number' ? count : 0);

function enterPeople(cells: SuppressionTable, results: PrivateResults): void {
  for (const { id, count } of results.people) enter(cells, id, exact(count));
  const counts = new Map(results.people.map(({ id, count }) => [id, exact(count)]));
  for (const measure of results.measures) {
    const { count } = measureCells(measure);
    const value = exactCount(measure);
    if (count === null || value === null) continue;
    enter(cells, count, value);
    counts.set(count, value);
  }
  for (const measure of results.measures) {
    const { count, outOf } = measureCells(measure);
    if (count !== null && outOf !== null && isSmall((counts.get(outOf) ?? 0) - (counts.get(count) ?? 0)))
      cells.hide(count);
  }
  // How many the records do not tell of stands between a share of those they tell of and the same of all.
  for (const measure of results.measures) {
    const { count, outOf } = measureCells(measure);
    const isSet = parseMeasureId(measure.id)?.family === 'share.of';
    if (isSet && count !== null && outOf !== null && cells.isHidden(outOf)) cells.hide(count);
  }
  cells.sum('people.emails-any', ['people.emails-l2', 'people.share-only']);
  // Those who are named by somebody and are also people of the records' own stand between the two.
  const named = counts.get('people.emails-others') ?? 0;
  if (isSmall(named - (counts.get('people.share-only') ?? 0))) cells.hide('people.emails-others');
  // Who is in both and who is in either give each other back with the different keys of each.
  for (const { id } of results.measures) {
    const union = parseMeasureId(id);
    if (union?.family !== 'union') continue;
    if (cells.isHidden(formatMeasureId({ ...union, family: 'overlap' }))) cells.hide(id);
  }
}

function enterKinds(cells: SuppressionTable, results: PrivateResults): void {
  for (const { id, documents } of results.kinds) enter(cells, kindCell(id), exact(documents));
}

/** Kinds of which each document is about somebody else: how many lack something there is a number of people. */
function kindsOfOneEach({ fields }: PrivateResults): ReadonlySet<string> {
  return new Set(
    fields
      .filter(
        ({ category, distinct, documents }) => IDENTIFYING_CATEGORIES.has(category) && distinct === documents,
      )
      .map(({ kind }) => kind),
  );
}

/**
 * A field of which any number is small shows coarse ones alone: of its types not one, since together with how many are filled
 * they would say which small number it is.
 */
function enterField(cells: SuppressionTable, field: ResultField, isOneEach: boolean): void {
  const whole = fieldCell(field, 'values');
  enter(cells, whole, exact(field.values));
  enter(cells, presentCell(field), exact(field.present));
  enter(cells, fieldCell(field, 'filled'), exact(field.filled));
  const types = Object.entries(field.types);
  for (const [type, count] of types) {
    const id = fieldCell(field, `type ${type}`);
    if (type === 'null') cells.add(id, exact(count));
    else enter(cells, id, exact(count));
  }
  const parts = types.map(([type]) => fieldCell(field, `type ${type}`));
  cells.sum(whole, parts);
  const distinct = fieldCell(field, 'distinct');
  cells.add(distinct, exact(field.distinct));
  const [documents, present, filled] = [field.documents, field.present, field.filled].map(exact);
  const lacksFew = isOneEach && isSmall((documents ?? 0) - (present ?? 0));
  const emptyFew = isOneEach && isSmall((present ?? 0) - (filled ?? 0));
  const numbers = [whole, presentCell(field), fieldCell(field, 'filled'), ...parts];
  if (lacksFew || emptyFew || numbers.some((id) => cells.isHidden(id))) {
    if (lacksFew) for (const id of [whole, presentCell(field)]) cells.hide(id);
    if (!isSmall(filled ?? 0) && (types.length > 1 || filled !== exact(field.values) || lacksFew))
      cells.withhold(fieldCell(field, 'filled'));
    if (types.length > 1 || lacksFew) for (const id of parts) cells.withhold(id);
  }
  if (
    isSmall(exact(field.distinct)) &&
    (isSmall(exact(field.filled)) || IDENTIFYING_CATEGORIES.has(field.category))
  )
    cells.hide(distinct);
}

/** Outside arrays a path occurs once a document: `present` and `values` are then one quantity. */
export function presentCell(field: ResultField): string {
  return fieldCell(field, field.present === field.values ? 'values' : 'present');
}

/** A key path's different values are its people: where those are hidden, so are they. */
function hideEqualKeys(cells: SuppressionTable, results: PrivateResults): void {
  const hidden = new Set(
    results.people.flatMap(({ id, count }) => (cells.isHidden(id) ? [exact(count)] : [])),
  );
  for (const field of results.fields) {
    if (IDENTIFYING_CATEGORIES.has(field.category) && hidden.has(exact(field.distinct)))
      cells.hide(fieldCell(field, 'distinct'));
  }
}

function enter(cells: SuppressionTable, id: string, value: number): void {
  cells.add(id, value);
  if (isSmall(value)) cells.hide(id);
}
