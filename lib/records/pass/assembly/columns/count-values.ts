// What a path's values in one row group are: counts, first and last place, distinct values, and codes of a dictionary.
import { PathCounter } from '../../wasm/shared/path-counter';
import { ValueCode } from '../../wasm/shared/value-code';
import { Node } from '../tape/node';
import { Numbers, newNumbers, noNumbers } from '../tape/numbers';
import { lengthOf, packed, typeOf } from '../tape/tape';
import { hashText, sipHigh, sipLow } from '../text/siphash';
import { blank, foldBits, maybeBlank } from '../text/text-traits';
import { markAddress } from './addresses';
import { DICTIONARY_LIMIT, dictionaryEntry, numberOf } from './dictionary';
import { log, useLog } from './hash-log';
import { entryAt, placeOfRow, rowDocs } from './row-group';
import { addSample } from './samples';

// The row group at work.
let rowGroup: u32 = 0;
/** Dictionary codes of the values of this row group, and the entry behind each code. */
export let codes: Numbers = noNumbers();
let codeCapacity: u32 = 0;
export let entryOfCode: Numbers = noNumbers();
/** Of the path at work: values with a text, and their bytes; a bit for each type. */
export let texts: u32 = 0;
export let textBytes: u32 = 0;
export let typesSeen: u32 = 0;
export let dictionaryValues: u32 = 0;
export let dictionaryBytes: u32 = 0;

export function initCodes(): void {
  entryOfCode = newNumbers(DICTIONARY_LIMIT + 16);
}

export function notePlaces(node: Node, entries: usize, count: u32): void {
  const first = placeOfRow(entryAt(entries, 0).row);
  const last = placeOfRow(entryAt(entries, count - 1).row);
  const counters = node.counters;
  if (counters[PathCounter.FIRST_DOC] < 0) {
    counters[PathCounter.FIRST_DOC] = first.doc;
    counters[PathCounter.FIRST_LINE] = first.line;
    counters[PathCounter.FIRST_BYTE] = first.byte;
  }
  counters[PathCounter.LAST_DOC] = last.doc;
  counters[PathCounter.LAST_LINE] = last.line;
  counters[PathCounter.LAST_BYTE] = last.byte;
}

/** Counts; returns whether every text of the row group has a dictionary code. */
export function countEntries(node: Node, entries: usize, count: u32): bool {
  texts = 0;
  textBytes = 0;
  typesSeen = 0;
  dictionaryValues = 0;
  dictionaryBytes = 0;
  rowGroup++;
  let present: u32 = 0,
    filled: u32 = 0,
    filledValues: u32 = 0,
    lastDoc: u32 = -1,
    lastFilled: u32 = -1;
  if (codeCapacity < count) {
    codeCapacity = count * 2;
    if (changetype<usize>(codes)) heap.free(changetype<usize>(codes));
    codes = newNumbers(codeCapacity);
  }
  const counters = node.counters;
  let coded = node.mode == 0;
  for (let i: u32 = 0; i < count; i++) {
    const entry = entryAt(entries, i);
    const type = typeOf(entry.lengthAndType);
    const p = entry.text;
    const length = lengthOf(entry.lengthAndType);
    const doc = rowDocs[entry.row];
    if (doc != lastDoc) {
      present++;
      lastDoc = doc;
    }
    counters[PathCounter.NULLS + type - ValueCode.NULL] += 1;
    if (type == ValueCode.NULL) {
      typesSeen |= 1 << ValueCode.NULL;
      continue;
    }
    if (type == ValueCode.OBJECT || type == ValueCode.ARRAY) {
      typesSeen |= 1 << type;
      counters[PathCounter.EMPTIES] += length;
      filledValues++;
      if (doc != lastFilled) {
        filled++;
        lastFilled = doc;
      }
      continue;
    }
    texts++;
    textBytes += length;
    if (length > node.maxBytes) node.maxBytes = length;
    const isBlank = type == ValueCode.STRING && maybeBlank(p, length) && blank(p, length);
    if (isBlank) {
      typesSeen |= 1 << ValueCode.BLANK;
      entry.lengthAndType = packed(length, ValueCode.BLANK);
    } else {
      typesSeen |= 1 << type;
      filledValues++;
      if (doc != lastFilled) {
        filled++;
        lastFilled = doc;
      }
    }
    if (coded) {
      if (
        node.distinct < DICTIONARY_LIMIT &&
        (node.distinct < 128 || <i64>node.distinct * 4 <= (counters[PathCounter.TEXTS] + texts) * 3)
      ) {
        code(node, p, length, isBlank ? 0 : type, entry.row);
        continue;
      }
      coded = false;
      useLog(node);
    }
    if (isBlank) continue;
    if (type != ValueCode.BOOLEAN && node.fold != 7) node.fold |= foldBits(p, length);
    hashText(p, length);
    log(node, sipLow, sipHigh);
    if (node.watched) markAddress(p, length);
  }
  counters[PathCounter.PRESENT] += present;
  counters[PathCounter.FILLED] += filled;
  counters[PathCounter.VALUES] += count;
  counters[PathCounter.FILLED_VALUES] += filledValues;
  counters[PathCounter.TEXTS] += texts;
  return coded;
}

/** Finds the value's entry and its code in this row group. `type` is 0 for a blank text. */
@inline function code(node: Node, p: usize, length: u32, type: u32, row: u32): void {
  const known = node.distinct;
  const number = numberOf(node, p, length);
  const entry = dictionaryEntry(node, number);
  if (node.distinct != known && type) {
    if (type != ValueCode.BOOLEAN) node.fold |= foldBits(p, length);
    addSample(node, placeOfRow(row).doc, p, length);
  }
  if (entry.rowGroup != rowGroup) {
    entry.rowGroup = rowGroup;
    entry.code = dictionaryValues;
    entryOfCode[dictionaryValues] = number;
    dictionaryValues++;
    dictionaryBytes += length + 4;
  }
  codes[texts - 1] = entry.code;
}
