import { ERRORS, type ErrorCode } from '../../../contract/errors';
import type { Manifest, StorePath, StoreTable } from '../../../contract/manifest';
import type { Position } from '../../../contract/results';
import { keysShown } from '../../csv/headerless-tables';
import { declaredTotal } from '../splitters/declared-total';
import type { FinalKinds } from './final-kinds';
import { firstCode, lineCode } from './line-codes';
import { isRow, type MergedPath } from './merge-paths';
import type { WorkerReport } from '../workers/worker-report';
import { addCounts, type BlockCounts } from '../workers/block-counts';
import { NO_DOCUMENTS_IN, notRead } from './not-read';
import type { PartCounters } from './part-counters';
import type { RefusedReport } from '../refused/refused-look';
import type { RejectPlace } from '../splitters/reject-place';
import { tableName, textColumn, typeColumn } from './store-names';

/** All that is known when the tables are written. */
export interface PassFacts {
  kinds: FinalKinds;
  paths: MergedPath[];
  tables: StoreTable[];
  parts: PartCounters[];
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
): {
  result: Omit<Manifest, 'key' | 'versions'>;
  rejects: RejectPlace[];
  names: RefusedReport['names'];
} {
  const { kinds } = facts;
  const parts = facts.parts.map((part, id) => part.storePart(id));
  const sum = (name: keyof BlockCounts): number =>
    facts.parts.reduce((total, { counts }) => total + counts[name], 0);
  const rejectCounts: Record<string, number> = {};
  for (const part of facts.parts) addCounts(rejectCounts, part.rejectCounts);
  const unread = facts.unread.filter((code) => !NO_DOCUMENTS_IN.includes(code));
  const refused = notRead(reports, facts.parts, facts.unread);
  for (const code of unread) addCounts(rejectCounts, { [code]: 1 });
  const code = firstCode([...parts.map((part) => part.code), ...unread]);
  const result = {
    schema: 'breachscope/store@4' as const,
    files: facts.files,
    parts,
    kinds: kinds.kinds.map(({ keys, documents, name, file }, i) => {
      return {
        id: `k${i}`,
        documents,
        keys: keysShown(keys),
        ...name,
        ...(file === undefined ? {} : { file }),
      };
    }),
    tables: [...facts.tables].sort((a, b) => tableOrder(a, b)),
    paths: facts.paths.filter(isRow).map((path) => describePath(path, facts.docBases)),
    references: facts.parts.flatMap(({ split }) => split.references ?? []),
    documents: sum('documents'),
    rejected: sum('rejected'),
    skipped: sum('skipped') + facts.unread.length,
    notRead: refused.notRead,
    deleted: sum('deleted'),
    actionLines: sum('actionLines'),
    declaredTotal: declaredTotal(facts.parts.flatMap(({ split }) => split.totals ?? [])),
    rejectCounts,
    warnings: warningsOf(reports, facts),
    status: code === null ? ('complete' as const) : ('partial' as const),
    code,
  };
  return { result, rejects: rejectPlaces(reports, facts), names: refused.names };
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

function rejectPlaces(reports: WorkerReport[], { parts, skipped, maxRejects }: PassFacts): RejectPlace[] {
  const byWorkers = reports.flatMap(({ rejects }) =>
    rejects.map(([part, line, byte, length, error]) => ({ part, line, byte, length, code: lineCode(error) })),
  );
  const bySplitters = parts.flatMap(({ split }, part) =>
    (split.rejects ?? []).map((place) => ({ part, ...place })),
  );
  return [...byWorkers, ...bySplitters, ...skipped]
    .sort((a, b) => a.part - b.part || a.byte - b.byte)
    .slice(0, maxRejects);
}

/** Warnings in a fixed order: those of the whole, then what was noticed in parts, in the order of the registry. */
function warningsOf(
  reports: WorkerReport[],
  { kinds, parts, paths, unread }: PassFacts,
): Manifest['warnings'] {
  const noticed: Record<string, number> = {};
  for (const part of parts) addCounts(noticed, part.warnings);
  const sum = (name: 'duplicateKeys' | 'loneSurrogates'): number =>
    reports.reduce((total, report) => total + report[name], 0);
  const warnings = [
    { code: 'BYTE_ORDER_MARK', count: parts.filter(({ split }) => split.hasByteOrderMark).length },
    { code: 'DUPLICATE_KEY', count: sum('duplicateKeys') },
    { code: 'LONE_SURROGATE', count: sum('loneSurrogates') },
    { code: 'KEYS_FOLDED', count: foldedKeys(paths) },
    { code: 'TOO_MANY_KINDS', count: kinds.tooMany ? 1 : 0 },
    ...(['LITTER', 'METADATA'] as const).map((code) => ({
      code,
      count: unread.filter((each) => each === code).length,
    })),
    { code: 'MISSING_NEWLINE', count: parts.filter(({ split }) => split.missesNewline).length },
    ...Object.keys(ERRORS).map((code) => ({ code, count: noticed[code] ?? 0 })),
  ];
  return warnings.filter(({ count }) => count > 0);
}

/** Different keys that are values, path by path. */
function foldedKeys(paths: MergedPath[]): number {
  return paths.filter(({ folded }) => folded === 'keys').reduce((sum, { distinct }) => sum + distinct, 0);
}
