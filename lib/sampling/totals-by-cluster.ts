import type { Counted, DrawTotals } from '../contract/evidence';
import { isDocuments, parseMeasureId } from '../contract/measure-id';
import { attributeOf } from '../measures/person-attributes';
import { type Pattern, type Patterns, patternsOf } from './draw-patterns';
import { labelSql } from './label-sql';
import type { TotalsContext } from './totals-context';
import { sumByCluster, sumByDocument, type Row, sumByStratum } from './sum-rows';

/**
 * Lays every measure that the evidence can speak of over the clusters, the documents or the strata that were drawn, so
 * that `estimate` knows how much they differ. Where people were drawn one by one there is nothing to lay out.
 *
 * @returns the same measures, those that it applies to with their `totals`
 */
export async function totalsByCluster(counted: Counted[], context: TotalsContext): Promise<Counted[]> {
  const { evidence, main } = context;
  const { kind, unit, counts } = evidence;
  const byDocuments = isDocuments(unit);
  const laidOut =
    kind === 'cluster' || kind === 'stratified' || (kind === 'srs-records' && counts !== undefined);
  if (!laidOut || unit === null) return counted;
  const documents = byDocuments && kind !== 'srs-records' ? await documentsByLabel(context) : [];
  const patterns = main && (!byDocuments || counts) ? await patternsOf(context, main, byDocuments) : null;
  return counted.map((quantity) => {
    const laid = { ...context, documents, patterns, byDocuments };
    const totals = totalsOf(quantity, laid);
    const most = quantity.upper ? totalsOf(quantity.upper, { ...laid, untold: true }) : null;
    const upper = quantity.upper && most ? { upper: { ...quantity.upper, totals: most } } : {};
    return totals === null ? quantity : { ...quantity, totals, ...upper };
  });
}

interface Laid extends TotalsContext {
  documents: { label: number; kind: string; units: number }[];
  patterns: Patterns | null;
  byDocuments: boolean;
  /** Everybody of whom the records do not tell is counted in. */
  untold?: boolean;
}

function totalsOf(quantity: Counted, laid: Laid): DrawTotals | null {
  const id = parseMeasureId(quantity.id);
  const { evidence, patterns, documents, main, kindNames, caseFile } = laid;
  const labels = evidence.strata ? evidence.strata.length : null;
  if (quantity.drawnAs === 'documents' && documents.length > 0) {
    const named = (kind: string) =>
      id?.family === 'documents.kind' && id.parameter === (kindNames[kind] ?? kind);
    const rows = documents.map(({ label, kind, units }) => ({
      label,
      units,
      holders: named(kind) ? units : 0,
    }));
    return labels === null
      ? sumByCluster(
          rows.map((row) => ({ ...row, of: row.units, weightOf: row.units, weightHolders: row.holders })),
        )
      : sumByStratum(
          rows.map((row) => ({ label: row.label, count: row.holders, of: row.units })),
          labels,
        );
  }
  if (!patterns || !main || !id || quantity.drawnAs !== main.id) return null;
  const people = evidence.counts?.people ?? evidence.unit;
  const attribute = attributeOf(quantity.id);
  if (people !== main.id || (attribute === null && quantity.id !== main.id)) return null;
  const has = (attribute: string | null) => {
    if (attribute === null) return () => true;
    const masks = patterns.bits.masks(patterns.counts.get(attribute) ?? []);
    return ({ words }: Pattern) => masks.some((mask, word) => ((words[word] ?? 0) & mask) !== 0);
  };
  const among = has(id.family === 'share.of' && quantity.of !== null ? attributeOf(quantity.of) : null);
  const marked = has(attribute);
  const set = id.family === 'share.of-all' && laid.untold ? caseFile?.measures[id.parameter] : undefined;
  const told = set ? has(`with:${set.category}`) : null;
  const holds = (row: Pattern) => marked(row) || (told !== null && !told(row));
  if (labels !== null) {
    const rows = patterns.rows.map((row) => {
      const of = among(row) ? row.units : 0;
      return { label: row.label, of, count: holds(row) ? row.units : 0 };
    });
    return sumByStratum(rows, labels);
  }
  const rows = patterns.rows.map((row) => {
    const of = among(row) ? row.units : 0;
    const holders = holds(row) ? row.units : 0;
    const { label, units, documents: m } = row;
    return { label, units, of, holders, weightOf: of / m, weightHolders: holders / m };
  });
  const heaviest = 1 / patterns.rows.reduce((least, row) => Math.min(least, row.documents), Infinity);
  return laid.labelling.by === 'nothing'
    ? sumByDocument(rows, heaviest, evidence.examined ?? 0)
    : sumByCluster([...rows, ...withoutPeople(laid)], heaviest);
}

/** Documents of each cluster that no person stands behind. */
function withoutPeople({ documents, patterns }: Laid): Row[] {
  const people = new Map<number, number>();
  for (const { label, units } of patterns?.rows ?? []) people.set(label, (people.get(label) ?? 0) + units);
  const all = new Map<number, number>();
  for (const { label, units } of documents) all.set(label, (all.get(label) ?? 0) + units);
  return [...all].map(([label, units]) => ({
    label,
    units: units - (people.get(label) ?? 0),
    of: 0,
    holders: 0,
    weightOf: 0,
    weightHolders: 0,
  }));
}

async function documentsByLabel({ store, labelling }: TotalsContext): Promise<Laid['documents']> {
  const rows: Laid['documents'] = [];
  for (const { id } of store.manifest.kinds) {
    const found = await store.engine.numbers(
      `select label, count(*) from (${labelSql(store, id, labelling)}) where label is not null group by label`,
    );
    rows.push(...found.map(([label, units]) => ({ label: label ?? 0, kind: id, units: units ?? 0 })));
  }
  return rows;
}
