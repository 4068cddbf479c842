import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { readResults } from '../read-results';
import { findCase } from '../../cases/find-case';
import { loadCaseFolder } from '../../cases/load-case-folder';
import type { Case } from '../../contract/case';
import { DRAWN, type Drawn } from '../../contract/drawn';
import { AnalysisError } from '../../contract/errors';
import { repairLoadedDanfo } from '../../publish/danfo/repair-danfo';
import { findUpwards } from '../../publish/notebook/find-upwards';
import { notebookProgress } from '../../publish/notebook/notebook-progress';
import { publishable } from '../../publish/gate/publishable';
import { listFiles } from '../../records/detect/list-files';
import { runNote } from '../../words/results/answer-words';
import { MADE_ALREADY } from '../../words/results/group-words';
import { sideNoteWords } from '../../words/results/side-note-words';
import { analyse } from '../analyse';
import { findSideFiles } from '../find-side-files';
import { openBeside } from '../open-beside';
import { filesBehind } from '../private-document';
import { Leak } from './leak';
import { nearestThings } from './nearest-things';
import { newestRun } from './newest-run';

/** How a leak is opened. */
export interface OpenOptions {
  /** Name or folder of the case whose claims are held against the records; defaults to the one that a truth file beside them names. */
  case?: string;
  /** How the records were drawn; defaults to what the proof beside them says, else unknown. */
  drawn?: Drawn;
  /** `truth`: the truth file of a made-up world answers the looks that a person would have to give; defaults to nobody. */
  answers?: 'truth';
  /** What belongs together, `orders.buyer=customers.id`: the values of the first path are keys of the second's table. */
  joins?: string[];
}

/**
 * Opens a leak, to be asked: reads the records once through the airlock into the private working copy that the command line
 * uses too, and counts everything that may be published.
 *
 * @param named a file, a folder or the folder of a finished run, here or above up to the project's root; or the name of a case: its
 * newest run, else its committed sample.
 * Nothing: the run that BREACHSCOPE_RUN names, else the newest run in `out/`, else the sample of the only case there is
 * @throws PATH_MISSING with the nearest names, NOTHING_TO_READ, RUN_MISSING, CASE_UNKNOWN; NAME_UNKNOWN for a way of drawing; PATH_UNKNOWN, PATH_AMBIGUOUS, JOIN_REFUSED for joins; QUESTION_INVALID for options beside a
 * finished run; every code of reading
 * @example (await open('wyze-2019')).results.case // 'wyze-2019'
 */
export async function open(named?: string, options: OpenOptions = {}): Promise<Leak> {
  // A script may have loaded it behind the kit.
  repairLoadedDanfo();
  const what = named === undefined ? undefined : findUpwards(named);
  const run = runOf(what);
  if (run !== null) {
    if (Object.keys(options).length > 0) throw new AnalysisError('QUESTION_INVALID', { rule: MADE_ALREADY });
    return openRun(run);
  }
  return openRecords(recordsOf(what), options);
}

/** The folder of a finished run that is meant; null: none is. */
function runOf(what: string | undefined): string | null {
  if (what === undefined) return process.env['BREACHSCOPE_RUN'] || newestRun(process.cwd());
  if (existsSync(what)) return existsSync(join(what, 'results.json')) ? what : null;
  return newestRun(process.cwd(), what);
}

/** The file or folder of the records that are meant. */
function recordsOf(what: string | undefined): string {
  if (what !== undefined && existsSync(what) && !existsSync(join(what, 'case.yaml'))) return what;
  try {
    return join(findCase(what).dir, 'sample');
  } catch (error) {
    if (!(error instanceof AnalysisError) || what === undefined) throw error;
    const cases = String(error.context['known'] ?? '').split(', ');
    const near = nearestThings(what, cases);
    throw new AnalysisError('PATH_MISSING', {
      argument: what,
      known: (near.length > 0 ? near : cases).join(', '),
    });
  }
}

/** @throws RUN_MISSING, RUN_OLD */
function openRun(run: string): Leak {
  const { text, results } = readResults(run);
  return new Leak(results, {
    files: filesBehind(text),
    case: results.case === null ? null : caseIfThere(results.case),
    notes: [runNote(results.case)],
  });
}

async function openRecords(what: string, { case: name, drawn, answers, joins }: OpenOptions): Promise<Leak> {
  if (drawn !== undefined && !DRAWN.includes(drawn))
    throw new AnalysisError('NAME_UNKNOWN', {
      argument: drawn,
      things: 'ways of drawing',
      known: DRAWN.join(', '),
    });
  const beside = findSideFiles([what]);
  const { onProgress, end } = notebookProgress();
  try {
    const opening = openBeside([what], beside, { onProgress }).catch((error: unknown) => {
      throw ofFolder(error, what);
    });
    opening.catch(() => undefined);
    // Read while the other process reads the records.
    const caseFolder = await caseOf(name ?? null, beside.found?.case ?? null).catch(
      async (error: unknown) => {
        await opening.then(
          ({ opened }) => opened.close(),
          () => undefined,
        );
        throw error;
      },
    );
    const { opened, side } = await opening;
    const { results } = await analyse({
      files: [what],
      opened,
      case: caseFolder,
      truthFile: side.truthFile,
      proofFile: side.proofFile,
      isTruthFound: side.found !== null,
      answers,
      joins,
      ...(drawn && { drawn }),
      onProgress,
    });
    const notes = side.notes.map(sideNoteWords);
    return new Leak(publishable(results), { files: [resolve(what)], case: caseFolder, notes });
  } finally {
    end();
  }
}

/** The case that the user names, else the one that a truth beside the records does. */
async function caseOf(asked: string | null, found: string | null): Promise<Case | null> {
  await setImmediate();
  if (asked !== null) return loadCaseFolder(findUpwards(asked));
  return found === null ? null : caseIfThere(found);
}

/** A case that a file of others names need not be here. */
function caseIfThere(name: string): Case | null {
  try {
    return loadCaseFolder(name);
  } catch (error) {
    if (error instanceof AnalysisError && error.code === 'CASE_UNKNOWN') return null;
    throw error;
  }
}

/** Why no file of a folder can be read, told of the folder. */
function ofFolder(error: unknown, what: string): unknown {
  const unreadable =
    error instanceof AnalysisError &&
    ['FILE_EMPTY', 'FORMAT_UNKNOWN', 'FILE_HIDDEN', 'LITTER', 'METADATA'].includes(error.code);
  if (!unreadable || !statSync(what).isDirectory()) return error;
  return new AnalysisError('NOTHING_TO_READ', { argument: what, files: listFiles([what]).length });
}
