'use strict';
// Are two runs the same result, as docs/contract.md defines it? Usage: node scripts/compare-runs.cjs OUT1 OUT2
const { readFileSync, readdirSync, statSync } = require('node:fs');
const { join, relative } = require('node:path');

const [one, two] = process.argv.slice(2);

/** Every file below a folder, as paths relative to it. */
function files(folder, base = folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path, base) : [relative(base, path)];
  });
}

/** What counts of a file: results without provenance and commitment, notebooks by the data of their outputs, text as it is. */
function essence(path) {
  if (path.endsWith('.png')) return 'a picture is never the same bytes twice';
  const text = readFileSync(path, 'utf8');
  if (path.endsWith('results.json')) {
    const { provenance, inputs, ...rest } = JSON.parse(text);
    return JSON.stringify({ ...rest, inputs: inputs.map(({ commitment, ...input }) => input) });
  }
  if (path.endsWith('.ipynb')) {
    const { cells } = JSON.parse(text);
    return JSON.stringify(
      cells.map(({ source, outputs }) => [source, (outputs ?? []).map((output) => withoutPictures(output))]),
      null,
      1,
    );
  }
  return withoutProvenance(text);
}

function withoutPictures({ data, text, output_type: type, ename, evalue }) {
  const kept = Object.fromEntries(Object.entries(data ?? {}).filter(([mime]) => !mime.startsWith('image/')));
  return JSON.parse(withoutProvenance(JSON.stringify({ type, kept, text, ename, evalue })));
}

/** Pages print when and on what they were made, and the commitment: all of it stands between two marks or in known forms. */
function withoutProvenance(text) {
  return text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME').replace(/\b[0-9a-f]{64}\b/g, 'DIGEST');
}

const [left, right] = [files(one).sort(), files(two).sort()];
const missing = [
  ...left.filter((name) => !right.includes(name)),
  ...right.filter((name) => !left.includes(name)),
];
const different = left.filter(
  (name) => right.includes(name) && essence(join(one, name)) !== essence(join(two, name)),
);
for (const name of missing) process.stdout.write(`only in one run: ${name}\n`);
for (const name of different) process.stdout.write(`different: ${name}\n`);
process.stdout.write(`${left.length} files compared, ${missing.length + different.length} different\n`);
process.exitCode = missing.length + different.length || left.length === 0 ? 1 : 0;
