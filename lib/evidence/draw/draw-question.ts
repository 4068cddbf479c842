import type { Drawn } from '../../contract/drawn';
import type { DrawFacts } from '../../contract/draw/draw-facts';
import type { Proof } from '../../contract/truth';

/** What `checkDraw` is asked. */
export interface DrawQuestion {
  /** The user's answer; null takes the proof's word, else `unknown`. */
  asked: Drawn | null;
  proof: Proof | null;
  /** People in the population, as the user says. */
  population: number | null;
  facts: DrawFacts;
}
