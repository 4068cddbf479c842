import { join } from 'node:path';
import type { WorldMade } from '../../worlds/make/world-options';
import { DESIGNS } from '../../worlds/designs/designs';
import {
  formatName,
  WORLD_FORMATS,
  worldFormat,
  type WorldFormat,
} from '../../worlds/documents/world-format';
import { formatNumber } from '../../words/numbers/format-number';
import { command } from '../options/command';
import { TIME_LIMIT } from '../options/input-options';
import { flag, oneOf, type Option, text, whole } from '../options/option';
import { wrong } from '../options/read-command-line';
import { shortPath } from '../screen/short-path';

const FORMAT: Option<WorldFormat[]> = {
  takes: 'LIST',
  says: 'formats, with commas between them, each but parquet also with .gz',
  words: WORLD_FORMATS,
  many: 'once',
  read: ([formats = 'ndjson']) => formats.split(',').map(formatOf),
};

const SHARD: Option<{ index: number; of: number } | undefined> = {
  takes: 'I/N',
  says: 'only part I of N of the same world',
  words: [],
  many: 'once',
  read: ([part]) => (part === undefined ? undefined : shardOf(part)),
};

/** `world CASE NAME`: writes a synthetic world with its truth and its proof; several formats, each in a folder of its own. */
export const world = command({
  name: 'world',
  takes: 'CASE NAME',
  most: 2,
  says: 'writes a synthetic world with its truth',
  example: 'world wyze-2019 mixed --people 24000 --format csv,es-hits.gz --out worlds',
  options: {
    people: whole('N', 'people drawn, else everybody'),
    quick: flag('24,000 people'),
    population: whole('N', 'people that there are, instead of the case’s number'),
    seed: text('S', 'of the draw, instead of the case’s'),
    out: text('DIR', 'instead of out/CASE-NAME'),
    format: FORMAT,
    shard: SHARD,
    second: flag('also the second database that overlaps it, in the folder second/'),
    logs: whole('MEAN', 'log documents a person, instead of one for ten people; up to 753 as reported'),
    design: oneOf(
      'KIND',
      DESIGNS,
      'how --people N units (people, documents) are drawn, with the proof of it, all in one plain format; ' +
        'presence: everybody with something in a column that the world names, and N others',
    ),
    ...TIME_LIMIT,
  },
  act: async (
    { names: [caseName, name], format: formats, logs, shard, second, design, ...given },
    session,
  ) => {
    if (name === undefined) throw wrong('world needs a case and a world');
    const plain = formats.every((each) => formatName(each) === 'ndjson') && shard === undefined && !second;
    if (design !== null && !plain) throw wrong('--design goes with none of --format, --shard and --second');
    const [{ loadCaseFolder }, { worldOptions }, { designWorld }, { makeWorld }] = await Promise.all([
      import('../../cases/load-case-folder'),
      import('../../study/world-options'),
      import('../../worlds/designs/design-world'),
      import('../../worlds/make/make-world'),
    ]);
    const { onProgress, signal } = session;
    const caseFolder = loadCaseFolder(caseName);
    const options = {
      ...worldOptions(caseFolder, name, { ...given, onProgress, signal }),
      ...(logs !== null && { logs }),
    };
    const out = given.out ?? join('out', `${caseFolder.name}-${name}`);
    if (design !== null) session.print(`${lineOf(name, await designWorld({ ...options, design, out }))}\n`);
    for (const format of design === null ? formats : []) {
      const folder = formats.length === 1 ? out : join(out, formatName(format));
      const parts = { format, second, ...(shard && { shard }) };
      session.print(`${lineOf(name, await makeWorld({ ...options, ...parts, out: folder }))}\n`);
    }
    session.print('What is true in it stands in truth.json, how it was drawn in proof.json.\n');
    return 0;
  },
});

function lineOf(name: string, { truth, files, dir }: WorldMade): string {
  const documents = truth.files.reduce((sum, file) => sum + file.documents, 0);
  const part = truth.shard ? `, part ${truth.shard.index} of ${truth.shard.of}` : '';
  return (
    `World ${name}${part}: ${formatNumber(truth.people)} of ${formatNumber(truth.population)} people, ` +
    `${formatNumber(documents)} documents in ${files.length} files, synthetic, in ${shortPath(dir)}.`
  );
}

function formatOf(name: string): WorldFormat {
  const format = worldFormat(name);
  if (format) return format;
  throw wrong(`--format needs a list of ${WORLD_FORMATS.join(', ')}, each but parquet also with .gz`);
}

/** `I/N`: part I, from 1, of N. */
function shardOf(part: string): { index: number; of: number } {
  const [, index = 0, of = 0] = (/^(\d{1,9})\/(\d{1,9})$/.exec(part) ?? []).map(Number);
  if (index >= 1 && index <= of) return { index, of };
  throw wrong('--shard needs I/N, part I of N');
}
