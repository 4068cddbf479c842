/**
 * Are two runs the same result, as docs/contract.md defines it? Usage: compare-runs OUT1 OUT2 [--renamed FILE]
 *
 * With --renamed what was only called otherwise is no difference: FILE is a JSON list of [before, after]; both are taken as
 * one name on both sides, and pages and charts are compared by their texts, because a longer name breaks its lines elsewhere.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';

interface Output {
  output_type: string;
  data?: Record<string, unknown>;
  text?: unknown;
  ename?: string;
  evalue?: string;
}

const { values, positionals } = parseArgs({
  options: { renamed: { type: 'string' } },
  allowPositionals: true,
});
const [one, two] = positionals;
if (one === undefined || two === undefined) {
  process.stderr.write('compare-runs OUT1 OUT2 [--renamed FILE]\n');
  process.exit(2);
}
const renamed =
  values.renamed === undefined ? null : (JSON.parse(readFileSync(values.renamed, 'utf8')) as string[][]);
const names = (renamed ?? []).map(([before = '', after = '']) => {
  const longestFirst = [after, before].sort((one, other) => other.length - one.length);
  const either = longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return { after, either: new RegExp(`(?<![\\w-])(?:${either})(?![\\w-])`, 'g') };
});

/** Every file below a folder, as paths relative to it. */
function filesIn(folder: string, base = folder): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path, base) : [relative(base, path)];
  });
}

/** What counts of a file: results without provenance and commitment, notebooks by the data of their outputs, text as it is. */
function essence(path: string): string {
  if (path.endsWith('.png')) return 'a picture is never the same bytes twice';
  const text = readFileSync(path, 'utf8');
  if (path.endsWith('results.json')) return underOneName(resultsOf(text));
  return underOneName(path.endsWith('.ipynb') ? notebookOf(text) : withoutProvenance(text));
}

function resultsOf(text: string): string {
  const results = JSON.parse(text, sorted) as { inputs: object[] };
  const inputs = results.inputs.map((input) => ({ ...input, commitment: null }));
  return JSON.stringify({ ...results, inputs, provenance: null }, null, 1);
}

/** Which key of an object comes first says nothing. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function notebookOf(text: string): string {
  const { cells } = JSON.parse(text) as { cells: { source: unknown; outputs?: Output[] }[] };
  return JSON.stringify(
    cells.map(({ source, outputs = [] }) => [source, outputs.map(withoutPictures)]),
    null,
    1,
  );
}

function withoutPictures({ data = {}, text, output_type: type, ename, evalue }: Output): unknown {
  const kept = Object.fromEntries(Object.entries(data).filter(([mime]) => !mime.startsWith('image/')));
  return JSON.parse(withoutProvenance(JSON.stringify({ type, kept, text, ename, evalue })));
}

/** Pages print when and on what they were made, and the commitment: all of it stands between two marks or in known forms. */
function withoutProvenance(text: string): string {
  return text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME').replace(/\b[0-9a-f]{64}\b/g, 'DIGEST');
}

function underOneName(text: string): string {
  if (renamed === null) return text;
  const lines = text.replace(/<[^>]*>|\\n/g, ' ').replace(/\s+/g, ' ');
  return names.reduce((told, { either, after }) => told.replace(either, after), lines);
}

const [left, right] = [filesIn(one).sort(), filesIn(two).sort()];
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
