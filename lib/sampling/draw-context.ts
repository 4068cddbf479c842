import type { CountedPeople } from '../contract/people';
import type { Store } from '../contract/store';
import type { Proof } from '../contract/truth';

/** What the facts of a draw are worked out from. */
export interface DrawContext {
  store: Store;
  people: CountedPeople;
  proof: Proof;
  /** Kind id → the case's name for it, or the kit's label. */
  kindNames: Record<string, string>;
  /** Documents of each person by the rank of their key, from the file that the proof names; null without one. */
  countsFile: ReadonlyMap<number, number> | null;
}
