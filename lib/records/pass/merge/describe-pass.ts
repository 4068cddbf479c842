import { ERRORS, type ErrorCode } from '../../../contract/errors';
import type { Manifest, StorePath, StoreTable } from '../../../contract/manifest';
import type { Position } from '../../../contract/results';
import { declaredTotal } from '../splitters/declared-total';
import type { FinalKinds } from './final-kinds';
import { firstCode, lineCode } from './line-codes';
import { isRow, type MergedPath } from './merge-paths';
import type { WorkerReport } from '../workers/messages';
import type { PartCounters } from './part-counters';
import type { RejectPlace } from '../parquet/write-rejects';
import { tableName, textColumn, typeColumn } from '../parquet/write-tables';

/** All that is known when the tables are written. */
export interface PassFacts {
  kinds: FinalKinds;
  paths: MergedPath[];
  tables: StoreTable[];
  partCounters: PartCounters[];
  /** Files and members of archives that are not read: why. */
  unread: ErrorCode[];
  files: Manifest['files'];
  /** Lines or records of the input before each part. */
  docBases: number[];
  skipped: RejectPlace[];
  maxRejects: number;
}

/** The manifest, as far as the pass knows it, and the rejects to be written. */
export function describePass(
  reports: WorkerReport[],
  facts: PassFacts,
): { result: Omit<Manifest, 'key' | 'versions'>; rejects: RejectPlace[] } {
  const { kinds, partCounters } = facts;
  const parts = partCounters.map((counters, id) => counters.storePart(id));
  const sum = (count: (counters: PartCounters) => number): number =>
    partCounters.reduce((all, counters) => all + count(counters), 0);
  const rejectCounts: Record<string, number> = {};
  for (const [code, count] of partCounters.flatMap((counters) => Object.entries(counters.rejectCounts))) {
    rejectCounts[code] = (rejectCounts[code] ?? 0) + count;
  }
  const unread = facts.unread.filter((code) => code !== 'LITTER');
  for (const code of unread) rejectCounts[code] = (rejectCounts[code] ?? 0) + 1;
  const code = firstCode([...parts.map((part) => part.code), ...unread]);
  const result = {
    schema: 'breachscope/store@2' as const,
    files: facts.files,
    parts,
    kinds: kinds.kinds.map(({ keys, documents, name }, i) => ({ id: `k${i}`, documents, keys, ...name })),
    tables: [...facts.tables].sort((a, b) => tableOrder(a, b)),
    paths: facts.paths.filter(isRow).map((path) => describePath(path, facts.docBases)),
    documents: sum((counters) => counters.documents),
    rejected: sum((counters) => counters.rejected),
    skipped: sum((counters) => counters.skipped) + facts.unread.length,
    deleted: sum((counters) => counters.deleted),
    actionLines: sum((counters) => counters.actionLines),
    declaredTotal: declaredTotal(partCounters.flatMap(({ split }) => split.totals ?? [])),
    rejectCounts,
    warnings: warningsOf(reports, facts),
    status: code === null ? ('complete' as const) : ('partial' as const),
    code,
  };
  return { result, rejects: rejectPlaces(reports, facts) };
}

function tableOrder(a: StoreTable, b: StoreTable): number {
  return a.name.localeCompare(b.name, 'en', { numeric: true });
}

function describePath(path: MergedPath, docBases: number[]): StorePath {
  const { present, filled, values, filledValues, distinct, types, fold, maxBytes } = path;
  return {
    kind: `k${path.kind}`,
    path: path.path,
    table: tableName(path),
    column: textColumn(path),
    typeColumn: typeColumn(path),
    present,
    filled,
    values,
    filledValues,
    distinct,
    types,
    first: placeOf(path.first, docBases),
    last: placeOf(path.last, docBases),
    fold,
    maxBytes,
  };
}

/** Part of a document, whose number counts the lines or records of all parts from 1. */
function placeOf({ doc, line, byte }: MergedPath['first'], docBases: number[]): Position {
  return { part: docBases.findLastIndex((base) => base < doc), line, byte };
}

function rejectPlaces(
  reports: WorkerReport[],
  { partCounters, skipped, maxRejects }: PassFacts,
): RejectPlace[] {
  const places = reports.flatMap(({ rejects }) =>
    rejects.map(([part, line, byte, length, error]) => ({
      part,
      line,
      byte,
      length,
      code: lineCode(error),
    })),
  );
  const bySplitters = partCounters.flatMap(({ split }, part) =>
    (split.rejects ?? []).map((each) => ({ part, ...each })),
  );
  return [...places, ...bySplitters, ...skipped]
    .sort((a, b) => a.part - b.part || a.byte - b.byte)
    .slice(0, maxRejects);
}

function warningsOf(
  reports: WorkerReport[],
  { kinds, partCounters, paths, unread }: PassFacts,
): Manifest['warnings'] {
  const sum = (count: (report: WorkerReport) => number): number =>
    reports.reduce((all, report) => all + count(report), 0);
  const warnings = [
    { code: 'BYTE_ORDER_MARK', count: partCounters.filter(({ split }) => split.hasByteOrderMark).length },
    { code: 'DUPLICATE_KEY', count: sum((report) => report.duplicateKeys) },
    { code: 'LONE_SURROGATE', count: sum((report) => report.loneSurrogates) },
    { code: 'KEYS_FOLDED', count: foldedKeys(paths) },
    { code: 'TOO_MANY_KINDS', count: kinds.tooMany ? 1 : 0 },
    { code: 'LITTER', count: unread.filter((each) => each === 'LITTER').length },
    { code: 'MISSING_NEWLINE', count: partCounters.filter(({ split }) => split.missesNewline).length },
    ...noticed(partCounters),
  ];
  return warnings.filter(({ count }) => count > 0);
}

/** Different keys that are values, path by path. */
function foldedKeys(paths: MergedPath[]): number {
  return paths.filter(({ folded }) => folded === 'keys').reduce((sum, { distinct }) => sum + distinct, 0);
}

/** What was noticed while reading, over all parts, in the order of the registry. */
function noticed(partCounters: PartCounters[]): Manifest['warnings'] {
  const codes = Object.keys(ERRORS).filter((code) => partCounters.some(({ warnings }) => warnings[code]));
  return codes.map((code) => ({
    code,
    count: partCounters.reduce((sum, { warnings }) => sum + (warnings[code] ?? 0), 0),
  }));
}
