import type { Region } from '../contract/case';
import { randomsOf } from '../testing/randoms-of';
import { SMALL_DRAWS } from './small-draws';
import type { SmallWorld } from './small-worlds';
import type { Strategy } from './strategy';

/** What became of many draws of one design from one world. */
export interface CalibrationRow {
  design: string;
  world: string;
  seed: number;
  runs: number;
  /** Share of draws whose limits hold the truth. */
  covers: number;
  /** Of claims judged: false ones supported, true ones refuted, decided ones. Each claim's worst counts. */
  falseSupported: number;
  falseRefuted: number;
  decided: number;
  judged: number;
}

/** Claims about a number whose truth is known: about right, wrong by one, and far off on either side. */
const CLAIMS: { region: (truth: number) => Region; holds: boolean }[] = [
  { region: (truth) => ({ low: Math.floor(0.9 * truth), high: Math.ceil(1.1 * truth) + 1 }), holds: true },
  { region: (truth) => ({ low: truth, high: Math.ceil(1.3 * truth) + 1 }), holds: true },
  { region: (truth) => ({ low: truth + 1, high: Math.ceil(1.2 * truth) + 2 }), holds: false },
  { region: (truth) => ({ low: null, high: truth }), holds: false },
  {
    region: (truth) => ({ low: Math.ceil(1.5 * truth) + 1, high: Math.ceil(1.8 * truth) + 2 }),
    holds: false,
  },
];

/**
 * Draws again and again from one world and counts how often the strategy's limits hold the truth and its verdicts are wrong.
 *
 * @param size draws for the limits, and the first of them for verdicts, which take longer
 */
export function simulate(
  at: { design: string; world: SmallWorld; seed: number },
  strategy: Strategy,
  size: { runs: number; judged: number },
): CalibrationRow {
  const random = randomsOf(at.seed);
  const draw = SMALL_DRAWS[at.design];
  let [covered, decided] = [0, 0];
  const wrong = CLAIMS.map(() => 0);
  for (let run = 0; draw && run < size.runs; run++) {
    const { counted, evidence, truth } = draw(at.world, random);
    const taken = strategy.gate(evidence);
    const { low, high } = strategy.limits(counted, taken);
    if (low <= truth && truth <= high) covered++;
    if (run >= size.judged) continue;
    CLAIMS.forEach(({ region, holds }, i) => {
      const verdict = strategy.verdict(counted, region(truth), taken);
      if (verdict === (holds ? 'refuted' : 'supported')) wrong[i] = (wrong[i] ?? 0) + 1;
      if (verdict === 'supported' || verdict === 'refuted') decided++;
    });
  }
  const worst = (holding: boolean) =>
    Math.max(...wrong.map((count, i) => (CLAIMS[i]?.holds === holding ? count / size.judged : 0)));
  return {
    design: at.design,
    world: at.world.name,
    seed: at.seed,
    runs: size.runs,
    judged: size.judged,
    covers: covered / size.runs,
    falseSupported: worst(false),
    falseRefuted: worst(true),
    decided: decided / size.judged / CLAIMS.length,
  };
}
