import { join } from 'node:path';
import type { Case } from '../contract/case';
import type { Results } from '../contract/results';
import { publishable } from '../publish/gate/publishable';
import { summary } from '../publish/summary';
import { cacheFolder } from '../records/store/cache-folder';
import type { Analysis } from '../study/analyse';
import { analyse } from '../study/analyse';
import { cachedWorld } from '../worlds/cached-world';
import type { Arguments } from './arguments';
import { copyLines } from './copy-lines';
import { examineInput } from './examine-input';
import { loadCaseFolder } from './load-case-folder';
import type { Session } from '../study/session';
import { worldOptions } from './world-options';
import { notebooksOf, shortPath, writeRun } from '../study/write-run';

/** `run [CASE]`: the main job, from an input (or the case's synthetic worlds) to the brief. */
export async function runCommand(args: Arguments, session: Session): Promise<number> {
  const ownInput = args.data.length > 0;
  const caseFolder = ownInput && args.names.length === 0 ? null : loadCaseFolder(args.names[0]);
  const runs = ownInput
    ? [{ world: null, analysis: await examineInput(args.data, caseFolder, args, session) }]
    : await worldRuns(caseFolder as Case, args, session);
  const first = runs[0] as Run;
  if (runs.length > 1) {
    first.analysis.results.worlds = runs.map(({ world, analysis }) => ({
      world: world as string,
      verdicts: Object.fromEntries(analysis.results.claims.map((claim) => [claim.id, claim.verdict])),
    }));
  }
  const published = publishable(first.analysis.results);
  const { folder, notes } = await writeRun({
    results: first.analysis.results,
    published,
    out: args.out ?? 'out',
    notebooks: caseFolder && notebooksOf(caseFolder.dir),
    others: runs.slice(1).map((run) => ({ world: run.world as string, results: run.analysis.results })),
    session,
  });
  if (args.json)
    session.print(`${JSON.stringify(args.exact ? first.analysis.results : published, null, 1)}\n`);
  else session.print(`${summary(published).join('\n')}\n`);
  session.say('');
  session.say(`The brief: ${shortPath(join(folder, 'brief.html'))}`);
  for (const note of notes) session.say(note);
  for (const line of copyLines(runs.map((run) => run.analysis.copy))) session.say(line);
  return readable(published) ? 0 : 2;
}

/** Share of the people that is drawn for worlds beside the default one, which is taken whole. */
const OTHER_WORLDS = 0.1;

interface Run {
  world: string | null;
  analysis: Analysis;
}

/** Makes, or takes from the cache, the worlds of a case, the default one first, and takes each through the house. */
async function worldRuns(caseFolder: Case, args: Arguments, session: Session): Promise<Run[]> {
  const { worlds, defaultWorld } = caseFolder.file;
  const names = args.world
    ? [args.world]
    : [defaultWorld, ...worlds.filter((world) => world !== defaultWorld)];
  const runs: Run[] = [];
  for (const world of names) {
    const share = world === defaultWorld ? 1 : OTHER_WORLDS;
    const made = await cachedWorld(worldOptions(caseFolder, world, { args, session, share }), cacheFolder());
    const analysis = await analyse({
      files: made.files,
      case: caseFolder,
      proofFile: made.proofFile,
      truthFile: made.truthFile,
      label: `synthetic world “${world}”`,
      keep: args.keep,
      onProgress: session.onProgress,
      signal: session.signal,
    });
    runs.push({ world, analysis });
  }
  return runs;
}

function readable(results: Results): boolean {
  return results.inputs.some(({ status }) => status === 'complete' || status === 'partial');
}
