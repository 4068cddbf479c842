import type { ErrorCode } from '../../../contract/errors';
import type { StorePart } from '../../../contract/manifest';
import type { SplitReport } from '../splitters/record-splitter';
import { firstCode, lineCode } from './line-codes';
import type { BackMessage } from '../workers/messages';
import type { OpenedPart } from '../pass-part';
import type { RejectPlace } from '../parquet/write-rejects';

/** What is counted of one part while it is read. */
export class PartCounters {
  lines = 0;
  documents = 0;
  rejected = 0;
  blank = 0;
  /** Lines that are no records. */
  skipped = 0;
  /** Bytes at which another table begins, or may. */
  readonly starts: number[] = [];
  deleted = 0;
  actionLines = 0;
  readonly warnings: Record<string, number> = {};
  readonly rejectCounts: Record<string, number> = {};
  split: SplitReport = { textBytes: 0, hasByteOrderMark: false, missesNewline: false };
  sha256 = '';
  bytes = 0;
  encoding: StorePart['encoding'] = 'utf-8';
  damaged = false;
  crashed = false;

  constructor(readonly source: OpenedPart) {}

  /** Adds one block. */
  add({
    lines,
    documents,
    rejected,
    blank,
    skipped,
    warnings,
    starts,
    errors,
    deleted,
    actionLines,
  }: BackMessage): void {
    this.lines += lines;
    this.documents += documents;
    this.rejected += rejected;
    this.blank += blank;
    this.skipped += skipped;
    this.deleted += deleted;
    this.actionLines += actionLines;
    this.warn(warnings);
    this.starts.push(...starts);
    for (const [error, count] of Object.entries(errors)) this.#reject(lineCode(Number(error)), count);
  }

  /** Adds a line or document that no worker got. */
  skip(code: ErrorCode, isLine: boolean): void {
    if (isLine) this.lines++;
    this.rejected++;
    this.#reject(code, 1);
  }

  /** Adds codes of what was noticed, with how often. */
  warn(warnings: Record<string, number>): void {
    for (const [code, count] of Object.entries(warnings))
      this.warnings[code] = (this.warnings[code] ?? 0) + count;
  }

  /** The manifest's entry of this part. */
  storePart(id: number): StorePart {
    const { bytes, sha256, split, encoding, lines, documents, rejected, blank } = this;
    const { file, format, envelope, compression } = this.source;
    const faults = [this.damaged ? 'ARCHIVE_DAMAGED' : null, ...(split.faults ?? [])];
    const code = firstCode([
      this.crashed ? 'CHILD_CRASHED' : null,
      ...faults,
      ...Object.keys(this.rejectCounts),
    ]);
    const status = this.crashed ? 'crashed' : code === null ? 'complete' : 'partial';
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
      status,
      code,
    };
  }

  /** Adds what the splitter itself refused. */
  refuse(rejects: Pick<RejectPlace, 'code'>[]): void {
    this.rejected += rejects.length;
    for (const { code } of rejects) this.#reject(code, 1);
  }

  #reject(code: string, count: number): void {
    this.rejectCounts[code] = (this.rejectCounts[code] ?? 0) + count;
  }
}
