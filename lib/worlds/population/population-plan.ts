import type { Category } from '../../contract/categories';
import type { ColumnParameters } from '../parameters/column-parameters';
import type { KindParameters, WorldParameters } from '../parameters/world-parameters';
import type { Draws } from '../randoms/draws';
import type { Addresses } from './addresses';
import type { Gaps } from './gaps';
import type { Person } from './person';
import type { PersonIds } from './person-ids';
import type { Roles, Test } from './roles';
import type { Things } from './things';

/** How many documents of a kind a person has; kinds that stand above are planned already. */
export type CountRule = (person: Person) => number;

/** One column of a kind, with everything that is worked out once for a world. */
export interface ColumnPlan {
  /** Name of the kind. */
  kind: string;
  path: string;
  /** Which of the kind's columns it is, from 0. */
  index: number;
  parameters: ColumnParameters;
  /** null: filled in every document. */
  gaps: Gaps | null;
  /** Bit of a person's facts: who has a filled value there. */
  fact: number;
  category: Category;
  /** Two or more where the meaning is disputed, else only `category`. */
  definitions: Category[];
}

/** One kind of document, with everything that is worked out once for a world. */
export interface KindPlan {
  name: string;
  index: number;
  parameters: KindParameters;
  columns: ColumnPlan[];
  /** Path of the person's id. */
  key: string;
  /** Bit of a person's facts: who has documents of the kind. */
  fact: number;
  count: CountRule;
  repeats: Test;
  /** Where the first document occurs once more, with another spelling of the address: u for the spelling. */
  respelled: ((person: number) => number) | null;
  hasTwoTurns: Test;
  planted: Test;
}

/** A population: who is what, and everything that is worked out once for a world. */
export interface Population {
  size: number;
  given: WorldParameters;
  draws: Draws;
  roles: Roles;
  ids: PersonIds;
  /** Addresses that are given of people without an entry. */
  strangers: number;
  addresses: Addresses | null;
  things: Things | null;
  kinds: KindPlan[];
  /** The first kind, which everybody has one document of. */
  people: KindPlan;
  /** Its column of addresses. */
  ownEmail: ColumnPlan | null;
}
