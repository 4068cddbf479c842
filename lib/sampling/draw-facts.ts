import type { DrawFacts } from '../contract/draw/draw-facts';
import { parseMeasureId } from '../contract/measure-id';
import { captureFacts } from './capture-facts';
import { clusterFacts } from './cluster-facts';
import { countFacts } from './count-facts';
import type { DrawContext } from './draw-context';
import type { Labelling } from './label-sql';
import { rankFacts } from './rank-facts';
import { stratumFacts } from './stratum-facts';

/** The facts of a draw, and how its documents are told apart when measures are laid over it. */
export interface DrawFound {
  facts: Partial<DrawFacts>;
  labelling: Labelling;
}

/**
 * What the input says of how it was drawn, for `checkDraw`: keys and their ranks, the clusters or strata it is made of, the
 * two captures, the documents of each person. Only what the proof's design asks for is worked out.
 */
export async function drawFacts(context: DrawContext): Promise<DrawFound> {
  const { store, proof, kindNames } = context;
  const keys = async () => rankFacts(store, proof);
  switch (proof.kind) {
    case 'srs-people':
      return { facts: await keys(), labelling: { by: 'nothing' } };
    case 'srs-records': {
      const unit = parseMeasureId(proof.unit);
      const isDrawn = (kind: string) =>
        unit?.family === 'documents' || (unit?.family === 'documents.kind' && unit.parameter === kind);
      const unitDocuments = store.manifest.kinds
        .filter(({ id }) => isDrawn(kindNames[id] ?? id))
        .reduce((sum, { documents }) => sum + documents, 0);
      const counts = proof.counts ? { counts: await countFacts(context) } : {};
      return { facts: { ...(await keys()), unitDocuments, ...counts }, labelling: { by: 'nothing' } };
    }
    case 'cluster': {
      const { facts, labelling } = await clusterFacts(context);
      const counts = proof.counts ? { counts: await countFacts(context) } : {};
      return { facts: { clusters: facts, ...counts }, labelling };
    }
    case 'stratified': {
      const { facts, labelling } = await stratumFacts(context);
      return { facts: { strata: facts }, labelling };
    }
    case 'two-captures':
      return {
        facts: { captures: await captureFacts(context) },
        labelling: { by: 'nothing' },
      };
    case 'census':
    case 'census-claimed':
    case 'first-n':
    case 'truncated-scroll':
    case 'own-accounts':
    case 'unknown':
      return { facts: {}, labelling: { by: 'nothing' } };
  }
}
