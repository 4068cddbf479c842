import type { DrawFacts } from '../../contract/draw/draw-facts';
import type { Evidence } from '../../contract/evidence';
import type { Proof } from '../../contract/truth';

/**
 * Whether all documents of a proven draw are there: as many as its proof names, readable or not. Where fewer are, who was
 * drawn is still known, and what was found is still there; only what was not found may lie in what is missing.
 *
 * @returns a text where there are more than the proof names: it is the proof of another input
 */
export function boundRule(
  { documents: named, clusters, captures }: Proof,
  { documents }: DrawFacts,
): Pick<Evidence, 'whole' | 'warnings'> | string {
  // Pages by number of lines, and files by their hash, were all found by the check of the design.
  const isBoundByDesign = captures !== undefined || (clusters !== undefined && clusters.by !== 'path');
  if (named === undefined)
    return isBoundByDesign ? { whole: true, warnings: [] } : { whole: false, warnings: ['PROOF_UNBOUND'] };
  if (documents > named) return 'the input holds more documents than it names';
  if (documents < named) {
    const missing = `${named - documents} of ${named}`;
    return { whole: false, warnings: [`DOCUMENTS_MISSING: ${missing}`] };
  }
  return { whole: true, warnings: [] };
}
