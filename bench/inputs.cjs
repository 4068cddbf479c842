'use strict';
// The inputs of the suites, written into a folder. Every value is synthetic and follows from numbers: each run measures the same bytes.
const { closeSync, createReadStream, createWriteStream, openSync, readSync, writeSync } = require('node:fs');
const { basename, join } = require('node:path');
const { pipeline } = require('node:stream/promises');
const { createGzip } = require('node:zlib');
const { makeWorld } = require('../lib/dist/worlds/make-world.js');
const { makePeople } = require('./make-people.cjs');

const root = join(__dirname, '..');

/** A world of the case, one file a kind. Its damaged lines are blanked: on the first of them T0 gives the whole file up. */
async function world(work, people, format = 'ndjson') {
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
  made.truth.files.forEach(({ broken }, i) => broken.forEach(({ byte }) => blankLine(made.files[i], byte)));
  return made.files;
}

function blankLine(file, byte) {
  const fd = openSync(file, 'r+');
  const bytes = Buffer.alloc(65_536);
  const length = bytes.subarray(0, readSync(fd, bytes, 0, bytes.length, byte)).indexOf(10);
  writeSync(fd, Buffer.alloc(Math.max(0, length), ' '), 0, Math.max(0, length), byte);
  closeSync(fd);
}

async function gzipped(work, people) {
  const files = await world(work, people);
  const packed = files.map((file) => join(work, `${basename(file)}.gz`));
  for (const [i, file] of files.entries())
    await pipeline(createReadStream(file), createGzip({ level: 1 }), createWriteStream(packed[i]));
  return packed;
}

/** Writes what `lines` gives, line by line. */
function written(file, lines) {
  const fd = openSync(file, 'w');
  let waiting = [];
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
function* numbers(seed) {
  for (let n = seed; ;) {
    n = (Math.imul(n, 1_664_525) + 1_013_904_223) >>> 0;
    yield n >>> 8;
  }
}

/** 10,000 columns, of which each document has 40. */
function* wideLines(documents) {
  const draw = numbers(1);
  for (let i = 0; i < documents; i++) {
    const keys = Array.from({ length: 40 }, () => `c${draw.next().value % 10_000}`);
    const row = Object.fromEntries([...new Set(keys)].map((key, k) => [key, (i * 7 + k) % 9973]));
    yield `${JSON.stringify(row)}\n`;
  }
}

/** 1,000 kinds without a common key, each with an array of its own. */
function* kindLines(documents) {
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
function* deepLines(documents) {
  const open = Array.from({ length: 49 }, (_, level) => `{"v":${level},"n${level}":`).join('');
  for (let i = 0; i < documents; i++) yield `${open}{"id":${i}}${'}'.repeat(49)}\n`;
}

function people(work, count) {
  const file = join(work, `people-${count}.ndjson`);
  makePeople(file, count);
  return [file];
}

/** The same documents as one array. */
async function arrayFile(work, count) {
  const [lines] = people(work, count);
  const file = join(work, 'people.json');
  const out = createWriteStream(file);
  out.write('[');
  let waiting = '';
  for await (const piece of createReadStream(lines, 'latin1')) {
    const text = waiting + piece;
    const cut = text.lastIndexOf('\n', text.length - 2);
    out.write(text.slice(0, cut).replaceAll('\n', ',\n'), 'latin1');
    waiting = text.slice(cut);
  }
  out.write(waiting.trimEnd().replaceAll('\n', ',\n'), 'latin1');
  await new Promise((resolve) => out.end(']\n', resolve));
  return [file];
}

exports.world = world;
exports.csv = (work, count) => world(work, count, 'csv');
exports.gzipped = gzipped;
exports.people = people;
exports.arrayFile = arrayFile;
exports.wide = (work, documents) => written(join(work, 'wide.ndjson'), wideLines(documents));
exports.kinds = (work, documents) => written(join(work, 'kinds.ndjson'), kindLines(documents));
exports.deep = (work, documents) => written(join(work, 'deep.ndjson'), deepLines(documents));
