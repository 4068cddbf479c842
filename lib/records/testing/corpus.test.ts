import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { AnalysisError } from '../../contract/errors';
import type { Manifest } from '../../contract/manifest';
import type { RejectPosition } from '../../contract/results';
import { openInput } from '../open-input';
import { CORPUS } from '../../testing/repository';
import { tempCache } from '../../testing/temp-cache';

const { folder: scratch } = tempCache('corpus-test');

interface Expected {
  file: string;
  outcome: string;
  rows?: number;
  columns?: number;
  columns_exact?: string[];
  rejects?: number;
  reject_lines?: number[];
  non_null?: Record<string, number>;
  code?: string;
  /** Content, where a file system need not allow the name. */
  made?: string;
}

const STATUSES: Record<string, string[]> = {
  load: ['complete'],
  partial: ['partial'],
  refuse: ['refused'],
  load_or_partial: ['complete', 'partial'],
  load_or_refuse: ['complete', 'refused'],
  refuse_or_partial: ['refused', 'partial'],
};
const CODES: Record<string, string> = {
  checksum: 'ARCHIVE_DAMAGED',
  encoding: 'ENCODING_UNKNOWN',
  ratio_limit: 'RATIO_LIMIT',
  unsafe_path: 'UNSAFE_PATH',
  empty: 'FILE_EMPTY',
  too_deep: 'TOO_DEEP',
};

/** Files whose outcome is not reached yet; an entry that reaches it has to leave this list. */
const NOT_YET: string[] = [];

const expected = JSON.parse(readFileSync(join(CORPUS, 'expected.json'), 'utf8')) as Expected[];

/** What became of a file. */
type Outcome = Pick<Manifest, 'status' | 'code' | 'documents' | 'rejectCounts' | 'paths'> & {
  rejects: RejectPosition[];
};

async function outcomeOf(path: string): Promise<Outcome> {
  try {
    const opened = await openInput([path]);
    opened.close();
    return { ...opened.store.manifest, rejects: opened.rejects };
  } catch (fault) {
    if (!(fault instanceof AnalysisError) || fault.exit !== 2) throw fault;
    return { status: 'refused', code: fault.code, documents: 0, rejectCounts: {}, paths: [], rejects: [] };
  }
}

/** What is wrong with an outcome; null where nothing is. */
function complaint(want: Expected, got: Outcome): string | null {
  const columns = got.paths.filter(({ path }) => !path.startsWith('@'));
  const checks: [boolean, string][] = [
    [
      (STATUSES[want.outcome] ?? []).includes(got.status),
      `${got.status} ${got.code ?? ''}, not ${want.outcome}`,
    ],
    [
      want.rows === undefined || got.status === 'refused' || got.documents === want.rows,
      `${got.documents} documents`,
    ],
    [want.columns === undefined || columns.length === want.columns, `${columns.length} columns`],
    [
      !want.columns_exact ||
        String(columns.map(({ path }) => path).sort()) === String([...want.columns_exact].sort()),
      'other columns',
    ],
    [want.rejects === undefined || got.rejects.length === want.rejects, `${got.rejects.length} rejects`],
    [
      !want.reject_lines || String(got.rejects.map(({ line }) => line)) === String(want.reject_lines),
      'other lines',
    ],
    [
      !want.code || got.code === CODES[want.code] || (CODES[want.code] ?? '') in got.rejectCounts,
      `${got.code}, not ${want.code}`,
    ],
    ...Object.entries(want.non_null ?? {}).map(([path, count]): [boolean, string] => [
      got.paths.find((row) => row.path === path)?.filled === count,
      `${path} is not filled ${count} times`,
    ]),
  ];
  return checks.find(([holds]) => !holds)?.[1] ?? null;
}

test('every file of the corpus reaches its outcome', async () => {
  const wrong: Record<string, string> = {};
  for (const want of expected.filter(({ outcome }) => outcome !== 'data')) {
    let path = join(CORPUS, want.file);
    if (want.made !== undefined) {
      mkdirSync(join(scratch, 'made'), { recursive: true });
      path = join(scratch, 'made', basename(want.file));
      writeFileSync(path, want.made);
    }
    assert.ok(existsSync(path), want.file);
    const said = complaint(want, await outcomeOf(path));
    if (said) wrong[want.file] = said;
  }
  assert.deepEqual(
    Object.keys(wrong).filter((file) => !NOT_YET.includes(file)),
    [],
    JSON.stringify(wrong, null, 1),
  );
  assert.deepEqual(
    NOT_YET.filter((file) => !(file in wrong)),
    [],
    'reaches its outcome now: take it off the list',
  );
});
