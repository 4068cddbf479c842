import type { Evidence } from '../contract/evidence';
import type { CountedPeople } from '../contract/people';
import type { Store } from '../contract/store';
import type { Proof } from '../contract/truth';
import { LEDGER_ALPHA } from '../claims/judge/run-tests';
import { readingsDigest } from '../claims/wording/readings-digest';
import { checkDraw } from '../evidence/draw/check-draw';
import { drawFacts } from '../sampling/draw-facts';
import type { Labelling } from '../sampling/label-sql';
import { unreadDocuments } from '../records/store/not-read';
import { sealedRanks } from '../sampling/sealed-ranks';
import type { AnalyseOptions } from './analyse-options';
import { readCounts } from './read-counts';

/** What the answer to how an input was drawn is checked with. */
export interface AskedOf {
  store: Store;
  people: CountedPeople;
  proof: Proof | null;
  kindNames: Record<string, string>;
}

/**
 * How the input was drawn, after the answer was laid beside what the input says of itself. Of a proof that fails nothing is
 * left, not even how its documents are told apart.
 */
export async function askEvidence(
  options: Pick<AnalyseOptions, 'case' | 'drawn' | 'proofFile' | 'population'>,
  { store, people, proof, kindNames }: AskedOf,
): Promise<{ evidence: Evidence; labelling: Labelling }> {
  const { documents, rejected, notRead, deleted, declaredTotal } = store.manifest;
  const unread = unreadDocuments(store.manifest, proof?.total?.value ?? null);
  const known = Math.min(rejected, notRead.refused);
  const countsFile = proof?.counts && options.proofFile ? readCounts(options.proofFile, proof.counts) : null;
  const found = proof && (await drawFacts({ store, people, proof, kindNames, countsFile }));
  const sealed = options.case &&
    proof?.seal && {
      ledger: options.case.ledger,
      readings: readingsDigest(),
      alpha: LEDGER_ALPHA,
      ranks: proof.seal.ranks && (await sealedRanks(store, proof)),
    };
  const evidence = checkDraw({
    asked: options.drawn ?? null,
    proof,
    population: options.population ?? null,
    facts: {
      ...(people.main && { people: { id: people.main.id, count: people.main.count } }),
      unitCount: null,
      largestRank: null,
      documents: documents + deleted + known,
      lost: unread === null ? Infinity : unread - known,
      unread: unread ?? notRead.refused,
      // "At least" so many is no contradiction to as many or more.
      declaredTotal:
        declaredTotal?.relation === 'gte' && documents >= declaredTotal.value
          ? null
          : (declaredTotal?.value ?? null),
      ...found?.facts,
      ...(sealed && { sealed }),
    },
  });
  const isShown = found !== null && evidence.proof === 'checked';
  return { evidence, labelling: isShown ? found.labelling : { by: 'nothing' } };
}
