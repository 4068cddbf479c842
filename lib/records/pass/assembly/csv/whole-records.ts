// How much of a text is whole records.
import { lineEnd } from './csv-dialect';
import { cutShort } from './csv-quotes';
import { scanQuote } from './csv-scan';
import { REPAIRED, readRecord, recordEnd } from './csv-text';

/**
 * Up to where `length` bytes at `text` are whole records; 0 if the first one goes on behind them. A record that is longer
 * than `longest` is not waited for.
 */
export function wholeRecords(text: usize, length: u32, longest: u32): u32 {
  const end = text + length;
  let p = text;
  store<u8>(end, lineEnd);
  while (true) {
    const mark = scanQuote(p, end);
    let start = mark;
    while (start > p && load<u8>(start - 1) != lineEnd) start--;
    if (mark >= end) return <u32>(start - text);
    const outcome = readRecord(start, end, 0, false);
    if (recordEnd > end || (outcome >= REPAIRED && cutShort && end - start < longest))
      return <u32>(start - text);
    p = recordEnd;
  }
}
