// The inputs of the suites, written into a folder. Every value is synthetic and follows from numbers: each run measures the same bytes.
import { closeSync, createReadStream, createWriteStream, openSync, readSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { makeWorld } from '../lib/dist/worlds/make/make-world';
import { makePeople } from './make-people';

/** Writes an input of so many people or documents into a folder and gives its files. */
export type MakeInput = (work: string, size: number) => string[] | Promise<string[]>;

const root = join(__dirname, '..');

/** A world of the case, one file a kind. Its damaged lines are blanked: on the first of them T0 gives the whole file up. */
async function worldAs(format: 'ndjson' | 'csv', work: string, people: number): Promise<string[]> {
  const made = await makeWorld({
    case: 'wyze-2019',
    world: 'researcher',
    population: Math.max(people, 2_400_000),
    parametersFile: join(root, 'data', 'wyze-2019', 'worlds', 'researcher.yaml'),
    people,
    seed: 'bench',
    format: { name: format, gz: false },
    out: join(work, `world-${format}-${people}`),
  });
  for (const [i, file] of made.files.entries())
    for (const { byte } of made.truth.files[i]?.broken ?? []) blankLine(file, byte);
  return made.files;
}

function blankLine(file: string, byte: number): void {
  const fd = openSync(file, 'r+');
  const bytes = Buffer.alloc(65_536);
  const length = bytes.subarray(0, readSync(fd, bytes, 0, bytes.length, byte)).indexOf(10);
  writeSync(fd, Buffer.alloc(Math.max(0, length), ' '), 0, Math.max(0, length), byte);
  closeSync(fd);
}

export async function gzipped(work: string, people: number): Promise<string[]> {
  const files = await worldAs('ndjson', work, people);
  const packed = files.map((file) => ({ file, gz: join(work, `${basename(file)}.gz`) }));
  for (const { file, gz } of packed)
    await pipeline(createReadStream(file), createGzip({ level: 1 }), createWriteStream(gz));
  return packed.map(({ gz }) => gz);
}

/** Writes what `lines` gives, line by line. */
function written(file: string, lines: Iterable<string>): string[] {
  const fd = openSync(file, 'w');
  let waiting: string[] = [];
  const flush = () => {
    if (waiting.length > 0) writeSync(fd, waiting.join(''));
    waiting = [];
  };
  for (const line of lines) if (waiting.push(line) === 4096) flush();
  flush();
  closeSync(fd);
  return [file];
}

/** Numbers that look drawn and are the same in every run. */
function* numbers(seed: number): Generator<number, never> {
  for (let n = seed; ;) {
    n = (Math.imul(n, 1_664_525) + 1_013_904_223) >>> 0;
    yield n >>> 8;
  }
}

/** 10,000 columns, of which each document has 40. */
function* wideLines(documents: number): Generator<string> {
  const draw = numbers(1);
  for (let i = 0; i < documents; i++) {
    const keys = Array.from({ length: 40 }, () => `c${draw.next().value % 10_000}`);
    const row = Object.fromEntries([...new Set(keys)].map((key, k) => [key, (i * 7 + k) % 9973]));
    yield `${JSON.stringify(row)}\n`;
  }
}

/** 1,000 kinds without a common key, each with an array of its own. */
function* kindLines(documents: number): Generator<string> {
  for (let i = 0; i < documents; i++) {
    const kind = i % 1000;
    const list = [{ [`a${kind}`]: i, [`b${kind}`]: `SYNTHETIC-${i}` }, { [`a${kind}`]: null }];
    const row = {
      [`id${kind}`]: i,
      [`name${kind}`]: `name ${i % 5000}`,
      [`on${kind}`]: i % 2 === 0,
      [`list${kind}`]: list,
    };
    yield `${JSON.stringify(row)}\n`;
  }
}

/** 50 levels, with a value at each. */
function* deepLines(documents: number): Generator<string> {
  const open = Array.from({ length: 49 }, (_, level) => `{"v":${level},"n${level}":`).join('');
  for (let i = 0; i < documents; i++) yield `${open}{"id":${i}}${'}'.repeat(49)}\n`;
}

/** Accounts with nested devices, one a line. */
export function people(work: string, count: number): string[] {
  return [peopleFile(work, count)];
}

function peopleFile(work: string, count: number): string {
  const file = join(work, `people-${count}.ndjson`);
  makePeople(file, count);
  return file;
}

/** The same documents as one array. */
export async function arrayFile(work: string, count: number): Promise<string[]> {
  const lines = peopleFile(work, count);
  const file = join(work, 'people.json');
  const out = createWriteStream(file);
  out.write('[');
  let waiting = '';
  for await (const piece of createReadStream(lines, 'latin1')) {
    const text = waiting + String(piece);
    const cut = text.lastIndexOf('\n', text.length - 2);
    out.write(text.slice(0, cut).replaceAll('\n', ',\n'), 'latin1');
    waiting = text.slice(cut);
  }
  out.write(waiting.trimEnd().replaceAll('\n', ',\n'), 'latin1');
  await new Promise<void>((resolve) => out.end(']\n', resolve));
  return [file];
}

/** A world, one NDJSON file a kind. */
export const world: MakeInput = (work, size) => worldAs('ndjson', work, size);
/** The same as CSV. */
export const csv: MakeInput = (work, size) => worldAs('csv', work, size);
export const wide: MakeInput = (work, size) => written(join(work, 'wide.ndjson'), wideLines(size));
export const kinds: MakeInput = (work, size) => written(join(work, 'kinds.ndjson'), kindLines(size));
export const deep: MakeInput = (work, size) => written(join(work, 'deep.ndjson'), deepLines(size));
