import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { AnalysisError } from '../contract/errors';
import type { OnProgress } from '../contract/progress';
import type { PrivateResults, Results } from '../contract/results';
import { fieldsFigure } from '../figures/fields-figure';
import type { Figure } from '../figures/figure';
import { healthFigure } from '../figures/health-figure';
import { peopleFigure } from '../figures/people-figure';
import { verdictsFigure } from '../figures/verdicts-figure';
import { brief } from '../publish/brief/brief';
import { publishable } from '../publish/gate/publishable';
import { runNotebooks } from '../publish/notebook/run-notebooks';
import { tablesCsv } from '../publish/tables/tables-csv';
import { toPng } from '../publish/svg/to-png';
import { toSvg } from '../publish/svg/to-svg';
import { beginOut } from '../publish/write-out';
import { keepPrivate } from './private-document';
import type { WorldRun } from './run-worlds';

/** A finished run, to be written. */
export interface RunToWrite {
  /** The private document; what may be published of it is written. */
  results: PrivateResults;
  /** The other worlds of the same case. */
  others?: WorldRun[];
  /** Parent of the run's folder. */
  out: string;
  /** Folder of the case whose notebooks are executed; null for none. */
  caseDir: string | null;
  /** Told what is being done. */
  onProgress?: OnProgress | undefined;
  /** Ends the work; nothing is left. */
  signal?: AbortSignal | undefined;
}

/** What was written. */
export interface WrittenRun {
  folder: string;
  /** The document as it may be shared. */
  published: Results;
  /** What was left out, and for want of what. */
  notes: string[];
}

const FIGURES: Record<string, (results: Results) => Figure | null> = {
  people: peopleFigure,
  fields: fieldsFigure,
  health: healthFigure,
  verdicts: verdictsFigure,
};

/**
 * Writes a run into `OUT/CASE/` (`OUT/scope/` without a case): results, brief, tables, figures, notebooks. Everything is
 * written beside its place and swapped in at the end.
 *
 * @throws OUT_UNWRITABLE; NOTEBOOK_FAILED or NOTEBOOK_SLOW after the rest was written
 */
export async function writeRun(run: RunToWrite): Promise<WrittenRun> {
  const { results, others = [], caseDir, signal } = run;
  const published = publishable(results);
  const folder = beginOut(resolve(run.out), published.case ?? 'scope');
  try {
    run.onProgress?.({ step: 'brief', done: 0, total: null, unit: 'files' });
    const notes: string[] = [];
    await writeFiles(folder, '', published, results);
    for (const { world, results: other } of others)
      await writeFiles(folder, join('worlds', world), publishable(other), other);
    signal?.throwIfAborted();
    const notebooks = caseDir && join(dirname(dirname(caseDir)), 'notebooks');
    if (notebooks && !existsSync(notebooks))
      notes.push('There is no folder notebooks/ beside the data/ of this case: no notebooks were run.');
    const failure =
      notebooks && existsSync(notebooks) ? await executeNotebooks(notebooks, folder.staging, run) : null;
    folder.commit();
    if (failure) throw failure;
    return { folder: folder.target, published, notes };
  } finally {
    folder.discard();
  }
}

async function writeFiles(
  folder: { write(files: Record<string, string | Uint8Array>): void },
  below: string,
  published: Results,
  results: PrivateResults,
): Promise<void> {
  const text = `${JSON.stringify(published, null, 1)}\n`;
  keepPrivate(text, results);
  const files: Record<string, string | Uint8Array> = {
    'results.json': text,
    'brief.html': brief(published),
    ...tablesCsv(published),
  };
  for (const [name, make] of Object.entries(FIGURES)) {
    const figure = make(published);
    if (!figure) continue;
    files[`figures/${name}.json`] = `${JSON.stringify(figure, null, 1)}\n`;
    files[`figures/${name}.svg`] = toSvg(figure);
    const picture = await toPng(figure);
    if (picture) files[`figures/${name}.png`] = Buffer.from(picture.base64, 'base64');
  }
  folder.write(
    Object.fromEntries(Object.entries(files).map(([name, content]) => [join(below, name), content])),
  );
}

/** Runs the notebooks against the run that is being written. */
async function executeNotebooks(
  source: string,
  staging: string,
  { onProgress, signal }: RunToWrite,
): Promise<AnalysisError | null> {
  const files = readdirSync(source)
    .filter((name) => name.endsWith('.ipynb'))
    .sort()
    .map((name) => join(source, name));
  const runs = await runNotebooks(files, {
    outDir: join(staging, 'notebooks'),
    env: { BREACHSCOPE_RUN: staging },
    root: dirname(source),
    ...(onProgress && { onProgress }),
    ...(signal && { signal }),
  });
  signal?.throwIfAborted();
  const failed = runs.find((run) => run.status !== 'ok');
  if (!failed) return null;
  if (failed.status === 'timeout')
    return new AnalysisError('NOTEBOOK_SLOW', { argument: failed.name, seconds: 120 });
  return new AnalysisError('NOTEBOOK_FAILED', { argument: failed.name, cell: (failed.failedCell ?? 0) + 1 });
}
