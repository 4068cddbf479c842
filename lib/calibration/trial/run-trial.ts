import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCase } from '../../cases/load-case';
import type { Drawn } from '../../contract/drawn';
import { publishable } from '../../publish/gate/publishable';
import { analyse } from '../../study/analyse';
import { hostileOf } from './hostile';
import { spoil } from './spoil';
import { trialDraw } from './trial-draw';
import { trialLedger } from './trial-ledger';
import { trialLooks } from './trial-looks';
import { type TrialOutcome, trialOutcome } from './trial-outcome';
import { trialWorld } from './trial-world';
import { writeTrial } from './write-trial';

/**
 * Makes the world of a seed, draws from it, spoils the draw, writes it to a folder of its own and has the kit judge it as a
 * user would: as it comes, and after somebody has looked at every path.
 */
export async function runTrial(seed: number, design: Drawn): Promise<TrialOutcome[]> {
  const hostile = hostileOf(seed, design);
  const byDocuments = design === 'srs-records' || design === 'cluster';
  const world = trialWorld(seed, { byDocuments }, hostile);
  const other = trialWorld(seed + 500_000, { byDocuments }, hostile);
  const draw = spoil(trialDraw(world, design, hostile), world, {
    hostile,
    other: trialDraw(other, design, hostile),
  });
  const claims = trialLedger(world);
  const truth = { world, design, hostile, lie: draw.lie, claims };
  const dir = mkdtempSync(join(tmpdir(), 'trial-'));
  try {
    const written = writeTrial(dir, draw, claims);
    const judged = async (reviewFile: string | null) => {
      const { results } = await analyse({
        files: written.files,
        case: loadCase(written.caseDir),
        drawn: draw.proof ? null : draw.asked,
        proofFile: written.proofFile,
        population: draw.typed,
        reviewFile,
      });
      publishable(results);
      return results;
    };
    const plain = await judged(null);
    const reviewFile = join(dir, 'review.json');
    writeFileSync(reviewFile, JSON.stringify(trialLooks(world, plain)));
    const looked = await judged(reviewFile);
    return [trialOutcome(truth, plain, false), trialOutcome(truth, looked, true)];
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
