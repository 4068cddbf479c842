import { join } from 'node:path';
import { AnalysisError } from '../contract/errors';
import { designWorld } from '../worlds/design-world';
import { makeWorld, type WorldMade } from '../worlds/make-world';
import { formatName } from '../worlds/world-format';
import type { Arguments } from './arguments';
import { formatNumber } from '../words/numbers/format-number';
import { loadCaseFolder } from './load-case-folder';
import type { Session } from '../study/session';
import { worldOptions } from './world-options';
import { shortPath } from '../study/write-run';

/** `world CASE NAME`: writes a synthetic world with its truth and its proof; several formats, each in a folder of its own. */
export async function worldCommand(args: Arguments, session: Session): Promise<number> {
  const name = args.names[1] ?? args.world;
  if (name === null || name === undefined)
    throw new AnalysisError('USAGE', { rule: 'world needs a case and a world' });
  const caseFolder = loadCaseFolder(args.names[0]);
  const options = worldOptions(caseFolder, name, { args, session });
  const out = args.out ?? join('out', `${caseFolder.name}-${name}`);
  const parts = {
    ...(args.shard !== null && { shard: args.shard }),
    ...(args.logs !== null && { logs: args.logs }),
    second: args.second,
  };
  const design = designOf(args);
  if (design !== null) {
    const made = await designWorld({
      ...options,
      ...(args.logs !== null && { logs: args.logs }),
      design,
      out,
    });
    session.print(`${lineOf(name, made)}\n`);
  }
  for (const format of design === null ? args.formats : []) {
    const folder = args.formats.length === 1 ? out : join(out, formatName(format));
    session.print(`${lineOf(name, await makeWorld({ ...options, ...parts, format, out: folder }))}\n`);
  }
  session.print('What is true in it stands in truth.json, how it was drawn in proof.json.\n');
  return 0;
}

function lineOf(name: string, { truth, files, dir }: WorldMade): string {
  const documents = truth.files.reduce((sum, file) => sum + file.documents, 0);
  const part = truth.shard ? `, part ${truth.shard.index} of ${truth.shard.of}` : '';
  return (
    `World ${name}${part}: ${formatNumber(truth.people)} of ${formatNumber(truth.population)} people, ` +
    `${formatNumber(documents)} documents in ${files.length} files, synthetic, in ${shortPath(dir)}.`
  );
}

/** Designs other than a random draw of people are written plainly and whole. */
function designOf({ design, formats, shard, second }: Arguments): Arguments['design'] {
  const plain = formats.every((each) => formatName(each) === 'ndjson') && shard === null && !second;
  if (design === null || plain) return design;
  throw new AnalysisError('USAGE', { rule: '--design goes with none of --format, --shard and --second' });
}
