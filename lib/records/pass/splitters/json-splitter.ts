import { FoundPlace, RecordPlace } from '../wasm/shared/records';
import { blankMark } from '../../text/blank-mark';
import type { SplitReport, RecordSplitter, SplitterSource } from './record-splitter';
import { MAX_LINE_BYTES } from './line-splitter';
import { readResponse } from './es-response';
import { type PassHost, type PassModule, startPass } from '../wasm/load-pass';
import type { PassExports } from '../wasm/pass-exports';

const NEWLINE = 10;

type Hear = PassHost['responseEnd'];
interface WasmSplitter {
  pass: PassExports;
  text: number;
  /** Told of responses: the splitter at work. */
  listener: { hear: Hear };
}

/** One splitter a pass: its parts are split one after the other. */
const splitters = new WeakMap<PassModule, WasmSplitter>();

function wasmSplitterOf({ module, blockBytes }: SplitterSource): WasmSplitter {
  let splitter = splitters.get(module);
  if (!splitter) {
    const listener: WasmSplitter['listener'] = { hear: () => undefined };
    const responseEnd: Hear = (...response) => listener.hear(...response);
    const pass = startPass(module, { responseEnd });
    const text = pass.initSplitter(MAX_LINE_BYTES + 2 * blockBytes, MAX_LINE_BYTES) >>> 0;
    splitters.set(module, (splitter = { pass, text, listener }));
  }
  return splitter;
}

/**
 * Splits JSON that is not one document a line: arrays, pretty-printed values, values one after the other. Every element of an
 * array and every other value at the top is a document; in responses of Elasticsearch, every hit. Documents over the limit are
 * skipped.
 */
export class JsonSplitter implements RecordSplitter {
  readonly #pass: PassExports;
  readonly #text: number;
  readonly #isResponses: boolean;
  readonly #report: SplitReport = { textBytes: 0, hasByteOrderMark: false, missesNewline: false };
  #have = 0;
  #ended = false;
  /** Offset of the text at hand in the part. */
  #at = 0;
  #lastByte = NEWLINE;
  /** A document that is too long to keep: where it began. */
  #long: { byte: number } | null = null;

  constructor(private readonly from: SplitterSource) {
    const splitter = wasmSplitterOf(from);
    ({ pass: this.#pass, text: this.#text } = splitter);
    this.#isResponses = from.envelope === 'es-response';
    splitter.listener.hear = (...response) => this.#hear(response);
  }

  /** Splits the whole part. */
  async split(): Promise<SplitReport> {
    const pass = this.#pass;
    const report = this.#report;
    pass.beginSplit(this.#isResponses);
    while (!this.#ended) {
      await this.#read();
      if (this.#at === 0) report.hasByteOrderMark ||= blankMark(this.#view(0, this.#have));
      do {
        pass.split(this.#have, this.#ended);
        await this.#hand();
      } while (this.#ended && pass.scannedTo() < this.#have);
      if (!this.#ended) this.#move();
    }
    if (pass.finishSplit(this.#have)) report.faults = ['JSON_CUT'];
    await this.#hand();
    report.textBytes = this.#at + this.#have;
    report.lines = pass.linesScanned() + (this.#lastByte === NEWLINE ? 0 : 1);
    const several = pass.topValueCount() > 1;
    if (!this.#isResponses) report.format = several ? 'concatenated-json' : 'json';
    report.warnings = {
      ...report.warnings,
      LOOSE_COMMAS: pass.looseCommaCount(),
      SEVERAL_VALUES: several ? 1 : 0,
    };
    return report;
  }

  /** Notes what a response says of itself; one that is none is refused by its place. */
  #hear([at, length, byte, line, cut]: Parameters<Hear>): void {
    const report = this.#report;
    const text = Buffer.from(this.#pass.memory.buffer, at >>> 0, length >>> 0);
    const response = cut === 1 ? null : readResponse(text);
    if (response) {
      report.totals = [...(report.totals ?? []), ...response.totals];
      report.skipped = (report.skipped ?? 0) + (response.hasHits ? 0 : 1);
      const incomplete = (report.warnings?.['RESPONSE_INCOMPLETE'] ?? 0) + (response.isIncomplete ? 1 : 0);
      report.warnings = { RESPONSE_INCOMPLETE: incomplete };
    } else if (cut !== 2) {
      const code = cut === 1 ? 'LINE_TOO_LONG' : 'SYNTAX';
      (report.rejects ??= []).push({ line: line + 1, byte, length, code });
    }
  }

  #view(from: number, to: number): Uint8Array {
    return new Uint8Array(this.#pass.memory.buffer, this.#text + from, to - from);
  }

  /** Reads about a block; at the start of a part, until a byte order mark can be told. */
  async #read(): Promise<void> {
    const most = this.#have + this.from.blockBytes;
    do {
      const count = await this.from.read(this.#view(this.#have, most));
      this.#lastByte = this.#view(this.#have, this.#have + count).at(-1) ?? this.#lastByte;
      this.#have += count;
      this.#ended = count === 0;
    } while (!this.#ended && this.#have < most);
  }

  /** Drops what is no longer needed. */
  #move(): void {
    const pass = this.#pass;
    let keep = pass.keepFrom() >>> 0;
    if (this.#have - keep > MAX_LINE_BYTES && keep < pass.scannedTo()) {
      this.#long ??= { byte: this.#at + keep };
      pass.giveUp();
      keep = pass.keepFrom() >>> 0;
    }
    this.#view(0, this.#have).copyWithin(0, keep, this.#have);
    pass.forget(keep);
    this.#have -= keep;
    this.#at += keep;
  }

  /** Hands over the documents that were found. */
  async #hand(): Promise<void> {
    const { places, begin, line } = this.#takePlaces();
    if (places.length === 0) return;
    const { pool, part } = this.from;
    const length = places[places.length - RecordPlace.FIELDS + RecordPlace.end] ?? 0;
    const buffer = await pool.buffer();
    const bytes = new Uint8Array(buffer);
    bytes.set(this.#view(begin, begin + length));
    bytes[length] = NEWLINE;
    const records = { places, line: line + 1 };
    const wrapping = this.from.envelope && this.from.envelope !== 'mongo' ? 'hits' : 'none';
    await pool.block({
      buffer,
      length: length + 1,
      part,
      byte: this.#at + begin,
      records,
      table: null,
      wrapping,
    });
  }

  /** Begin, end and line breaks before it of each document that was found, from the first on; one that is too long is skipped. */
  #takePlaces(): { places: Uint32Array<ArrayBuffer>; begin: number; line: number } {
    const pass = this.#pass;
    const count = pass.placesFoundCount();
    const found = new Uint32Array(pass.memory.buffer, pass.placesFound() >>> 0, count * FoundPlace.FIELDS);
    const places = new Uint32Array(count * RecordPlace.FIELDS);
    let to = 0;
    let first = { begin: 0, line: 0 };
    for (let at = 0; at < found.length; at += FoundPlace.FIELDS) {
      const field = (name: FoundPlace): number => found[at + name] ?? 0;
      const [begin, end, line] = [field(FoundPlace.begin), field(FoundPlace.end), field(FoundPlace.line)];
      if (field(FoundPlace.isTooLong)) this.#skip(begin, end, line);
      else {
        if (to === 0) first = { begin, line };
        places[to + RecordPlace.begin] = begin - first.begin;
        places[to + RecordPlace.end] = end - first.begin;
        places[to + RecordPlace.line] = line - first.line;
        to += RecordPlace.FIELDS;
      }
    }
    pass.forget(0);
    return { places: to < places.length ? places.slice(0, to) : places, ...first };
  }

  #skip(begin: number, end: number, line: number): void {
    const byte = this.#long?.byte ?? this.#at + begin;
    this.#long = null;
    this.from.pool.skipLine({ part: this.from.part, line: line + 1, byte, length: this.#at + end - byte });
  }
}
