import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { AnalysisError } from '../contract/errors';
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
import { closePictures, toPng } from '../publish/svg/to-png';
import { toSvg } from '../publish/svg/to-svg';
import { beginOut } from '../publish/write-out';
import { keepPrivate } from './private-document';
import type { Session } from './session';

/** A finished run, to be written. */
export interface RunToWrite {
  results: PrivateResults;
  published: Results;
  /** Parent of the run's folder. */
  out: string;
  /** Folder with the notebooks to execute; null for none. */
  notebooks: string | null;
  /** The other worlds of the same case. */
  others?: { world: string; results: PrivateResults }[];
  session: Session;
}

/** What was written, and what was left out for want of which program. */
export interface WrittenRun {
  folder: string;
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
  const { session } = run;
  const folder = beginOut(resolve(run.out), run.published.case ?? 'scope');
  try {
    session.onProgress({ step: 'brief', done: 0, total: null, unit: 'files' });
    const notes: string[] = [];
    const pictures = await writeFiles(folder, '', run.published, run.results);
    if (!pictures)
      notes.push('No Chromium was found: figures are in the brief and as data, not as pictures.');
    for (const { world, results } of run.others ?? []) {
      await writeFiles(folder, join('worlds', world), publishable(results), results);
    }
    session.signal.throwIfAborted();
    const failure =
      run.notebooks === null ? null : await executeNotebooks(run.notebooks, folder.staging, session);
    folder.commit();
    if (failure) throw failure;
    return { folder: folder.target, notes };
  } finally {
    folder.discard();
    await closePictures();
  }
}

/** @returns whether pictures could be made */
async function writeFiles(
  folder: { write(files: Record<string, string | Uint8Array>): void },
  below: string,
  published: Results,
  results: PrivateResults,
): Promise<boolean> {
  const text = `${JSON.stringify(published, null, 1)}\n`;
  keepPrivate(text, results);
  const files: Record<string, string | Uint8Array> = {
    'results.json': text,
    'brief.html': brief(published),
    ...tablesCsv(published),
  };
  let pictures = true;
  for (const [name, make] of Object.entries(FIGURES)) {
    const figure = make(published);
    if (!figure) continue;
    files[`figures/${name}.json`] = `${JSON.stringify(figure, null, 1)}\n`;
    files[`figures/${name}.svg`] = toSvg(figure);
    const picture = await toPng(figure);
    if (picture) files[`figures/${name}.png`] = Buffer.from(picture.base64, 'base64');
    else pictures = false;
  }
  folder.write(
    Object.fromEntries(Object.entries(files).map(([name, content]) => [join(below, name), content])),
  );
  return pictures;
}

/** Runs the notebooks against the run that is being written. */
async function executeNotebooks(
  source: string,
  staging: string,
  session: Session,
): Promise<AnalysisError | null> {
  const files = readdirSync(source)
    .filter((name) => name.endsWith('.ipynb'))
    .sort()
    .map((name) => join(source, name));
  const runs = await runNotebooks(files, {
    outDir: join(staging, 'notebooks'),
    env: { BREACHSCOPE_RUN: staging },
    root: dirname(source),
    onProgress: session.onProgress,
    signal: session.signal,
  });
  session.signal.throwIfAborted();
  const failed = runs.find((run) => run.status !== 'ok');
  if (!failed) return null;
  if (failed.status === 'timeout')
    return new AnalysisError('NOTEBOOK_SLOW', { argument: failed.name, seconds: 120 });
  return new AnalysisError('NOTEBOOK_FAILED', { argument: failed.name, cell: (failed.failedCell ?? 0) + 1 });
}

/** The folder of notebooks that goes with a case: `notebooks/` beside the `data/` that holds it; null where there is none. */
export function notebooksOf(caseDir: string): string | null {
  const folder = join(dirname(dirname(caseDir)), 'notebooks');
  return existsSync(folder) ? folder : null;
}

/** A path as a person would type it from here. */
export function shortPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short === '' || short.startsWith('..') ? path : short;
}
