import type { Counted, DrawTotals } from '../contract/evidence';
import { isDocuments } from '../contract/measure-id';
import { documentsByLabel, documentTotals } from './document-totals';
import { patternsOf } from './draw-patterns';
import { peopleTotals } from './people-totals';
import type { TotalsContext } from './totals-context';

/**
 * Adds up every measure that the evidence can speak of by the cluster, the document or the stratum that was drawn, so that
 * `estimate` knows how much they differ. Where people were drawn one by one there is nothing to add up.
 *
 * @returns the same measures, those that it applies to with their `totals`
 */
export async function totalsByCluster(counted: Counted[], context: TotalsContext): Promise<Counted[]> {
  const { evidence, main } = context;
  const { kind, unit, counts } = evidence;
  const byDocuments = isDocuments(unit);
  const applies = kind === 'cluster' || kind === 'stratified' || (kind === 'srs-records' && counts);
  if (!applies || unit === null) return counted;
  const documents = byDocuments && kind !== 'srs-records' ? await documentsByLabel(context) : [];
  const patterns = main && (!byDocuments || counts) ? await patternsOf(context, main, byDocuments) : null;
  const people = counts?.people ?? unit;
  const totalsOf = (quantity: Counted, withUntold: boolean): DrawTotals | null => {
    if (quantity.drawnAs === 'documents' && documents.length > 0)
      return documentTotals(quantity, documents, context);
    if (!patterns || quantity.drawnAs !== main?.id || people !== main.id) return null;
    return peopleTotals(quantity, { ...context, patterns, documents, withUntold });
  };
  return counted.map((quantity) => {
    const totals = totalsOf(quantity, false);
    const most = quantity.upper ? totalsOf(quantity.upper, true) : null;
    const upper = quantity.upper && most ? { upper: { ...quantity.upper, totals: most } } : {};
    return totals === null ? quantity : { ...quantity, totals, ...upper };
  });
}
