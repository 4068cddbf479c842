import { binomialTails } from '../distributions/binomial-tails';
import { firstWhole } from '../distributions/bisect';
import { clopperPearsonInterval } from './clopper-pearson-interval';
import { hypergeometricInterval } from './hypergeometric-interval';
import { checkCount, checkOptions } from './interval-options';

/** What is known of those that a detector did not flag, once a person has looked at every one that it did. */
export type MissedEvidence =
  | {
      /** Known holders who resemble those that may be missed: flagged, and examined. */ known: {
        flagged: number;
        of: number;
      };
    }
  | {
      /** Unflagged people, drawn at random and looked at, none of whom holds the thing; and all unflagged. */
      unflagged: { examined: number; of: number };
    };

/**
 * Most holders there can be where a detector flagged some and a person confirmed `confirmed` of them (two phases: Tenenbein
 * 1970). The confirmed ones are a lower bound that no detector can shake; what it missed is bounded by known holders, half of
 * the error on each step, or by a random look at those it left alone.
 *
 * @param confirmed holders that a person confirmed, of all that were flagged
 * @param population everybody examined
 * @param options.level one-sided; defaults to 0.975, half of what a two-sided 95 % interval may miss
 * @returns people
 * @throws NOT_A_COUNT, NOT_A_LEVEL
 */
export function missedUpper(
  confirmed: number,
  evidence: MissedEvidence,
  options: { population: number; level?: number },
): number {
  const name = 'missedUpper';
  const { population, level = 0.975 } = options;
  checkCount(name, 'confirmed', confirmed, [0, population]);
  const { upperAlpha: alpha } = checkOptions(name, { level, side: 'upper' });
  if ('unflagged' in evidence) {
    const { examined, of } = evidence.unflagged;
    const missed = hypergeometricInterval(0, examined, { population: of, side: 'upper', level });
    return Math.min(population, confirmed + missed.high);
  }
  const { flagged, of } = evidence.known;
  const least = clopperPearsonInterval(flagged, of, { side: 'lower', level: 1 - alpha / 2 }).low;
  const tooMany = (holders: number) => binomialTails(confirmed, holders, least).atMost <= alpha / 2;
  return Math.max(confirmed, firstWhole(tooMany, [confirmed, population]) - 1);
}
