import { join } from 'node:path';
import { command } from '../options/command';
import { DATA, inputOptions } from '../options/input-options';
import { flag, text, whole } from '../options/option';
import { copyLines } from '../screen/copy-lines';
import { shortPath } from '../screen/short-path';

const OWN = { without: 'data' };

/** `run [CASE]`: the main job, from an input (or the case's synthetic worlds) to the brief. */
export const run = command({
  name: 'run',
  takes: '[CASE]',
  most: 1,
  says: 'input, or the case’s synthetic worlds, to results, figures, notebooks and brief, in out/',
  example: 'run wyze-2019 --data dump.ndjson.gz --drawn census-claimed',
  options: {
    data: DATA,
    ...inputOptions({ with: 'data' }),
    population: whole('N', 'size of the population, where it is known'),
    world: text('NAME', 'one world of the case, not all', OWN),
    people: whole(
      'N',
      'people drawn for each world, else everybody in the one that --world names, the default one and those the case reads whole, and a tenth in the others',
      OWN,
    ),
    quick: flag('24,000 people in each world', OWN),
    seed: text('S', 'of the draw of these people, instead of the case’s', OWN),
    keep: flag('keeps the working copies longer than seven days'),
    out: text('DIR', 'instead of out/'),
  },
  act: async (given, session) => {
    const [{ examineInput }, { loadCaseFolder }, { runWorlds }, { writeRun }, { printDocument }] =
      await Promise.all([
        import('../examine-input'),
        import('../../cases/load-case-folder'),
        import('../../study/run-worlds'),
        import('../../study/write-run'),
        import('../screen/print-results'),
      ]);
    const [name] = given.names;
    const { data, json, exact } = given;
    const { onProgress, signal } = session;
    const caseFolder = data.length > 0 && name === undefined ? null : loadCaseFolder(name);
    const [first, ...others] =
      caseFolder === null || data.length > 0
        ? ([await examineInput(data, caseFolder, given, session)] as const)
        : await runWorlds(caseFolder, { ...given, answers: 'truth', onProgress, signal });
    const { folder, published, notes } = await writeRun({
      results: first.results,
      others,
      out: given.out ?? 'out',
      caseDir: caseFolder?.dir ?? null,
      onProgress,
      signal,
    });
    const code = printDocument({ results: first.results, published, json, exact }, session);
    session.say('');
    session.say(`The brief: ${shortPath(join(folder, 'brief.html'))}`);
    for (const line of [...notes, ...copyLines([first, ...others])]) session.say(line);
    return code;
  },
});
