// Where the documents of a JSON text lie: the elements of its arrays and the values beside each other at its top, found by
// brackets outside strings, 64 bytes at a time, as the text streams through. Nothing is changed and no grammar is checked here:
// the pass reads every record strictly. A broken document costs itself: once one is met, a line that begins like a document at
// the documents' own indentation begins one.
import { FoundPlace } from '../../wasm/shared/records';
import { newNumbers } from '../tape/numbers';
import { readChunk } from './scan-chunk';
import {
  CHUNK,
  ELEMENTS,
  ENVELOPE,
  NONE,
  TOP,
  afterComma,
  around,
  base,
  begun,
  begunLine,
  byLines,
  depth,
  elements,
  end,
  inDocument,
  inString,
  indent,
  isEscaped,
  isTooLong,
  level,
  lines,
  longest,
  looseCommas,
  mayRecover,
  placeCount,
  places,
  recover,
  scanned,
  text,
  topValues,
} from './scan-state';
import {
  beginEnvelope,
  forgetEnvelope,
  initEnvelope,
  isBetween,
  leaveElements,
  metElements,
  newlinesRead,
  readEnvelope,
} from './split-responses';

export const MOST_PLACES: u32 = 65536;
/** What must lie behind a chunk: the widest indentation and more. */
const AHEAD: u32 = 128;

export function initSplit(capacity: u32, longestDocument: u32): usize {
  text = heap.alloc(<usize>capacity + 512);
  places = newNumbers((MOST_PLACES + CHUNK) * FoundPlace.FIELDS);
  longest = longestDocument;
  initEnvelope(longestDocument);
  return text;
}

/** Begins a text: responses of Elasticsearch, or any JSON. */
export function beginSplit(responses: bool): void {
  around = responses ? ENVELOPE : TOP;
  level = around;
  inDocument = false;
  isTooLong = false;
  indent = NONE;
  byLines = false;
  elements = 0;
  afterComma = false;
  inString = 0;
  isEscaped = 0;
  scanned = 0;
  lines = 0;
  placeCount = 0;
  looseCommas = 0;
  topValues = 0;
  base = 0;
  beginEnvelope();
}

/** The first byte that must stay at hand, and the line breaks before it. */
export function keepFrom(): u32 {
  return inDocument && !isTooLong ? begun : scanned;
}
export function linesBeforeOpen(): u32 {
  return begunLine;
}
/** Only follows the document at work to its end from now on. */
export function giveUp(): void {
  isTooLong = true;
}
/** The records are taken, and the first `count` bytes gone. */
export function forget(count: u32): void {
  scanned -= count;
  begun -= count;
  base += count;
  placeCount = 0;
}

/** Scans up to `have`, or until there are many records. */
export function split(have: u32, ended: bool): void {
  if (ended) memory.fill(text + have, 32, CHUNK + AHEAD);
  while (placeCount < MOST_PLACES) {
    if (level == ENVELOPE) {
      if (scanned >= have) return;
      scanned = readEnvelope(text, scanned, have, base, lines);
      lines += newlinesRead;
      if (metElements) {
        level = ELEMENTS;
        elements = 0;
        afterComma = false;
        inString = 0;
        isEscaped = 0;
      }
      continue;
    }
    const isThrough = ended ? scanned >= have : scanned + CHUNK + AHEAD > have;
    if (isThrough && !(ended && mayRecover())) return;
    if (isThrough) {
      recover();
      continue;
    }
    readChunk(text + scanned);
    if (scanned > have) scanned = have;
    if (inDocument && scanned - begun > longest && mayRecover()) recover();
  }
}

/** The text has ended: ends the document at work. Returns whether something was still open. */
export function finishSplit(have: u32): bool {
  const isOpen = level == ENVELOPE ? !isBetween() : level == ELEMENTS || (inDocument && depth > 0);
  if (level == ELEMENTS && around == ENVELOPE) leaveElements(inDocument ? elements - 1 : elements);
  if (inDocument) end(have);
  forgetEnvelope();
  return isOpen;
}
