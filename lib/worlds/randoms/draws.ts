import { AnalysisError } from '../../contract/errors';
import { drawText, Draw, type DrawText, type Pairing } from './draw';
import type { Randoms } from './randoms';

/** Tables of the generator. */
const TABLES = 16;

/** Where a draw stands that a world's parameters do not name. */
export interface DrawPlace {
  table: string;
  field: number;
  by: DrawText['by'];
}

/** The draws of a world: those that its parameters name, and for all others places that follow from what they are for. */
export class Draws {
  readonly randoms: Randoms;
  /** Who is in a pair, but for the people of a role. */
  pairing: (but: string | null) => Pairing = () => () => false;
  readonly #tables: Map<string, number>;

  /**
   * @param numbered numbers of tables by name, as the parameters give them
   * @param needed names of tables that the world needs; those without a number take the next free ones
   * @throws WORLD_IMPOSSIBLE where there are more than 16
   */
  constructor(randoms: Randoms, numbered: Record<string, number>, needed: string[]) {
    this.randoms = randoms;
    this.#tables = new Map(Object.entries(numbered));
    const taken = new Set(Object.values(numbered));
    for (const name of needed) {
      if (this.#tables.has(name)) continue;
      let free = 0;
      while (taken.has(free)) free++;
      if (free >= TABLES) {
        const rule = `kinds, roles and pairs need more than the ${TABLES} tables of the random generator`;
        throw new AnalysisError('WORLD_IMPOSSIBLE', { argument: name, rule });
      }
      taken.add(free);
      this.#tables.set(name, free);
    }
  }

  /** Number of a table that is needed or numbered. */
  table(name: string): number {
    return this.#tables.get(name) ?? 0;
  }

  /** The draw as it is written; without a text, that of the place. */
  draw(text: string | undefined, { table, field, by }: DrawPlace): Draw {
    const named = text === undefined ? null : drawText(text);
    if (named) {
      const pairing = named.pairs && this.pairing(named.pairs.but);
      return new Draw(this.randoms, this.table(named.table), { ...named, pairing });
    }
    const scale = by === 'person' ? 0 : 1;
    return new Draw(this.randoms, this.table(table), { field, by, scale, offset: 0, part: 'whole' });
  }
}
