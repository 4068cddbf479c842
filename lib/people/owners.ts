import type { Store } from '../contract/store';
import { oneNumber } from '../engine/one-number';
import type { OwnKeys } from './own-keys';
import { alwaysAccount } from './own-keys';

/** Whose the rows of an input are. */
export interface Owners {
  own: readonly OwnKeys[];
  /**
   * Whether the number of a row's document says whose the row is; else a text does (`ownerSql`). Numbers are there where
   * every document of the only kind with own keys has an account that no other has: no text need be compared.
   */
  numbered: boolean;
  /** One more than the largest number; 0 where there are none. */
  numbers: number;
}

/** Numbers of documents that there may be for each document with an owner: memory is taken for all. */
const MOST_APART = 4;

/** Finds out whether numbers of documents stand for their owners. */
export async function ownersOf(store: Store, own: readonly OwnKeys[]): Promise<Owners> {
  const [only, second] = own;
  const texts = { own, numbered: false, numbers: 0 };
  if (!only?.account || second || only.table !== only.kind || !alwaysAccount(store, only)) return texts;
  const { distinct, filledValues } = only.account;
  if (distinct !== filledValues) return texts;
  const numbers = await oneNumber(store.engine, `select max(_doc) + 1 from ${store.source(only.table)}`);
  return numbers > MOST_APART * distinct ? texts : { own, numbered: true, numbers };
}
