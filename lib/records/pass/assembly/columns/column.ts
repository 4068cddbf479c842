// One path in one row group: its counts, its distinct values, its text chunk and its type chunk.
import { Node } from '../tape/node';
import { countEntries, dictionaryValues, notePlaces, texts } from './count-values';
import { SORTED_ENTRY, sorted } from './row-group';
import { writeTexts } from './text-chunk';
import { writeTypes } from './type-chunk';

/** Counts the path's entries and writes its chunks. */
export function column(node: Node): void {
  const entries = sorted + node.at * SORTED_ENTRY;
  const count = node.entries;
  const coded = countEntries(node, entries, count);
  notePlaces(node, entries, count);
  writeTexts(node, entries, count, coded && dictionaryValues * 2 <= texts);
  writeTypes(node, entries, count);
}
