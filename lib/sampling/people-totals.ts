import type { Counted, DrawTotals } from '../contract/evidence';
import { parseMeasureId } from '../contract/measure-id';
import { attributeOf } from '../measures/attributes/person-attributes';
import { meets } from '../measures/attributes/masked';
import type { LabelledDocuments } from './document-totals';
import type { Pattern, Patterns } from './draw-patterns';
import { type Row, sumByCluster, sumByDocument, sumByStratum } from './sum-rows';
import type { TotalsContext } from './totals-context';

/** What {@link peopleTotals} adds up. */
export interface PeopleRows extends TotalsContext {
  patterns: Patterns;
  documents: readonly LabelledDocuments[];
  /** Everybody of whom the records do not tell is counted in. */
  withUntold: boolean;
}

/**
 * How the people, or the documents of people, that a measure counts lie over the clusters, the documents or the strata that
 * were drawn.
 *
 * @returns null where the measure counts no people by what they have
 */
export function peopleTotals(quantity: Counted, source: PeopleRows): DrawTotals | null {
  const { evidence, main, labelling, documents, patterns } = source;
  if (attributeOf(quantity.id) === null && quantity.id !== main?.id) return null;
  const { isCounted, isAmong } = testsOf(quantity, source);
  const rows = patterns.rows.map((row) => {
    const { label, units } = row;
    const of = isAmong(row) ? units : 0;
    const holders = isCounted(row) ? units : 0;
    return {
      label,
      units,
      of,
      holders,
      weightOf: of / row.documents,
      weightHolders: holders / row.documents,
    };
  });
  if (evidence.strata) return sumByStratum(rows, evidence.strata.length);
  const heaviest = 1 / patterns.rows.reduce((least, row) => Math.min(least, row.documents), Infinity);
  return labelling.by === 'nothing'
    ? sumByDocument(rows, heaviest, evidence.examined ?? 0)
    : sumByCluster([...rows, ...withoutPeople(documents, patterns)], heaviest);
}

/** Whether units are counted by a measure, and whether they belong to its denominator. */
function testsOf({ id, of }: Counted, { patterns, caseFile, withUntold }: PeopleRows) {
  const has = (attribute: string | null) => {
    if (attribute === null) return () => true;
    const masks = patterns.bits.masks(patterns.counts.get(attribute) ?? []);
    return ({ words }: Pattern) => meets(words, masks);
  };
  const known = parseMeasureId(id);
  const isHolder = has(attributeOf(id));
  const set =
    known?.family === 'share.of-all' && withUntold ? caseFile?.measures[known.parameter] : undefined;
  const isTold = set ? has(`with:${set.category}`) : null;
  return {
    isCounted: (row: Pattern) => isHolder(row) || (isTold !== null && !isTold(row)),
    isAmong: has(known?.family === 'share.of' && of !== null ? attributeOf(of) : null),
  };
}

/** Documents of each cluster that no person stands behind. */
function withoutPeople(documents: readonly LabelledDocuments[], patterns: Patterns): Row[] {
  const rest = new Map<number, number>();
  for (const { label, units } of documents) rest.set(label, (rest.get(label) ?? 0) + units);
  for (const { label, units } of patterns.rows)
    if (rest.has(label)) rest.set(label, (rest.get(label) ?? 0) - units);
  return [...rest].map(([label, units]) => ({
    label,
    units,
    of: 0,
    holders: 0,
    weightOf: 0,
    weightHolders: 0,
  }));
}
