import type { ErrorCode } from '../../../contract/errors';
import type { StorePart } from '../../../contract/manifest';
import type { TextShape } from '../../detect/text-shape';
import type { SplitReport } from '../splitters/record-splitter';
import { addCounts, type BlockCounts } from '../workers/block-counts';
import type { BlockDoneMessage } from '../workers/messages';
import { firstCode, lineCode } from './line-codes';

/** Bytes of the longest end of a line. */
const LINE_END = 2;

/** What is counted of one part while it is read. */
export class PartCounters {
  /** Sums over its blocks and what the splitter counted itself. */
  readonly counts: BlockCounts = {
    lines: 0,
    documents: 0,
    rejected: 0,
    blank: 0,
    skipped: 0,
    deleted: 0,
    actionLines: 0,
  };
  /** Bytes at which another table begins, or may. */
  readonly tableStarts: number[] = [];
  /** Codes of what was noticed, with how often. */
  readonly warnings: Record<string, number> = {};
  /** Codes of what was refused, with how often. */
  readonly rejectCounts: Record<string, number> = {};
  /** What the splitter reported of the text. */
  split: SplitReport = { textBytes: 0, hasByteOrderMark: false, missesNewline: false };
  /** Hex SHA-256 and size in bytes of the file that it lies in; known when that is read. */
  sha256 = '';
  bytes = 0;
  /** What the text was decoded from. */
  encoding: StorePart['encoding'] = 'utf-8';
  /** Whether what it was unpacked from is damaged. */
  damaged = false;
  /** Whether it crashed an earlier reading and is left out. */
  crashed = false;

  /** Where its last reject ends. */
  #refusedTo: NonNullable<BlockDoneMessage['refusedTo']> = { byte: 0, error: 0 };
  /** Codes of lines and documents that no worker got. */
  readonly #unread: ErrorCode[] = [];

  constructor(private readonly source: TextShape & Pick<StorePart, 'file' | 'compression'>) {}

  /** Adds what a worker counted of one block. */
  addBlock({ counts, warnings, starts, errors, refusedTo }: BlockDoneMessage): void {
    if (refusedTo && refusedTo.byte > this.#refusedTo.byte) this.#refusedTo = refusedTo;
    addCounts(this.counts, counts);
    addCounts(this.warnings, warnings);
    this.tableStarts.push(...starts);
    for (const [error, count] of Object.entries(errors)) this.#reject(lineCode(Number(error)), count);
  }

  /** Adds what the splitter itself counted and refused. */
  addSplit(split: SplitReport): void {
    const { lines = 0, skipped = 0, blank = 0, warnings = {}, rejects = [] } = split;
    this.split = split;
    addCounts(this.counts, { lines, skipped, blank, rejected: rejects.length });
    addCounts(this.warnings, warnings);
    for (const { code } of rejects) this.#reject(code, 1);
  }

  /** Adds a line or document that no worker got. */
  skip(code: ErrorCode, isLine: boolean): void {
    if (isLine) this.counts.lines++;
    this.counts.rejected++;
    this.#reject(code, 1);
    // The header of a second table is no document.
    if (code !== 'SECOND_TABLE') this.#unread.push(code);
  }

  /** Why nobody knows how many documents of it are lost: it breaks off, is damaged or was given up. */
  get lost(): string[] {
    const { faults = [], rejects = [], textBytes, missesNewline } = this.split;
    const { byte, error } = this.#refusedTo;
    const endsInReject = byte > 0 && textBytes - byte <= LINE_END;
    const isOpen = missesNewline || this.source.envelope === 'es-bulk' || lineCode(error) === 'BAD_QUOTES';
    return [
      ...(this.crashed ? ['CHILD_CRASHED'] : []),
      ...(this.damaged ? ['ARCHIVE_DAMAGED'] : []),
      ...faults,
      // A reply of a server that cannot be read may have been a page of documents.
      ...rejects.map(({ code }) => code),
      ...this.#unread,
      ...(endsInReject && isOpen ? [lineCode(error)] : []),
      ...((this.warnings['RESPONSE_INCOMPLETE'] ?? 0) > 0 ? ['RESPONSE_INCOMPLETE'] : []),
    ];
  }

  /** The manifest's entry of this part. */
  storePart(id: number): StorePart {
    const { bytes, sha256, split, encoding } = this;
    const { lines, documents, rejected, blank } = this.counts;
    const { file, format, envelope, compression } = this.source;
    const code = firstCode([
      this.crashed ? 'CHILD_CRASHED' : null,
      this.damaged ? 'ARCHIVE_DAMAGED' : null,
      ...(split.faults ?? []),
      ...Object.keys(this.rejectCounts),
    ]);
    return {
      id,
      file,
      label: `part ${id + 1}`,
      bytes,
      textBytes: split.textBytes,
      sha256,
      format: split.format ?? format,
      envelope,
      encoding,
      compression,
      lines,
      documents,
      rejected,
      blank,
      status: this.crashed ? 'crashed' : code === null ? 'complete' : 'partial',
      code,
    };
  }

  #reject(code: string, count: number): void {
    addCounts(this.rejectCounts, { [code]: count });
  }
}
