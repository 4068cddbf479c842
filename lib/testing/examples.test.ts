import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { runInThisContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import * as publicNames from '../index';
import { publishable } from '../publish/gate/publishable';
import { exampleDocument } from '../publish/testing/example-document';
import { filesIn } from './files-in';
import { ROOT } from './repository';
import { tempCache } from './temp-cache';

// Every `@example EXPRESSION // RESULT` of a docstring is run and gives its result. The names in it are what its file
// exports, and the public ones. In a result `0.16…` is a number that begins so, and a last `…` in an object stands for properties not named.
// Files named in examples lie in the folder in which they run; `leak` has the published results of the example document.

const { folder } = tempCache('examples');
filesIn(folder)('models.csv', 'model,price\nCam v2,20\nPan,38\n');
cpSync(join(ROOT, 'data', 'wyze-2019', 'worlds'), join(folder, 'worlds'), { recursive: true });
filesIn(folder)('dump.ndjson.gz', gzipSync('{"id":1}\n{"id":2}\n'));

const leak = { results: publishable(exampleDocument()) };

interface Example {
  file: string;
  expression: string;
  result: string | undefined;
}

function examplesOf(file: string): Example[] {
  const text = readFileSync(join(ROOT, 'lib', file), 'utf8');
  return [...text.matchAll(/^ *\* @example\b([^]*?)(?=^ *\* @|^ *\*\/)/gm)].map(([, block]) => {
    const line = (block ?? '').replace(/\n *\*/g, ' ').trim();
    const at = line.lastIndexOf(' // ');
    if (at < 0) return { file, expression: line, result: undefined };
    return { file, expression: line.slice(0, at), result: line.slice(at + 4) };
  });
}

const OTHERS = ['dist', 'node_modules', 'assembly'];
const examples = readdirSync(join(ROOT, 'lib'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/\.(test|d)\.ts$/.test(file))
  .filter((file) => !file.split(/[\\/]/).some((name) => OTHERS.includes(name)))
  .sort()
  .flatMap(examplesOf);

/** A number of which only the first digits are stated. */
class Begins {
  constructor(readonly digits: string) {}
}
const MORE = Symbol('properties not named');

function stated(result: string): unknown {
  const code = result
    .replace(/([\d_]+\.\d+)…/g, "begins('$1')")
    .replace(/…(?= *\})/, '[MORE]: true')
    .replace(/;$/, '');
  const value = runInThisContext(`(MORE, begins) => (${code})`) as (more: symbol, begins: object) => unknown;
  return value(MORE, (digits: string) => new Begins(digits));
}

/** What was found, with all that the statement leaves open put as it is stated. */
function asStated(found: unknown, wanted: unknown): unknown {
  if (wanted instanceof Begins) return String(found).startsWith(wanted.digits) ? wanted : found;
  if (typeof wanted !== 'object' || typeof found !== 'object' || !wanted || !found) return found;
  if (Array.isArray(found)) return found.map((each, i) => asStated(each, (wanted as unknown[])[i]));
  const open = MORE in wanted;
  const named = Object.entries(found).filter(([key]) => !open || key in wanted);
  const same = named.map(([key, value]) => [key, asStated(value, (wanted as Record<string, unknown>)[key])]);
  return { ...(Object.fromEntries(same) as object), ...(open && { [MORE]: true }) };
}

type Run = (...names: unknown[]) => Promise<unknown>;

for (const { file, expression, result } of examples) {
  test(`${file}: ${expression}`, async () => {
    assert.ok(result, 'the example states its result');
    process.chdir(folder);
    const own = (await import(join(__dirname, '..', file.replace(/\.ts$/, '.js')))) as object;
    const names = Object.entries({ leak, ...publicNames, ...own }).filter(([name]) => name !== 'default');
    const run = runInThisContext(
      `async (${names.map(([name]) => name).join(', ')}) => (${expression})`,
    ) as Run;
    const found = await run(...names.map(([, value]) => value));
    const wanted = stated(result);
    assert.deepEqual(asStated(found, wanted), wanted);
  });
}

test('there are examples, and one that is wrong is found', () => {
  assert.ok(examples.length > 15, `${examples.length} examples`);
  const right = (found: unknown, result: string): boolean =>
    isDeepStrictEqual(asStated(found, stated(result)), stated(result));
  assert.ok(right({ low: 0.163, high: 1, side: 'both' }, '{ low: 0.16…, high: 1, … }'));
  assert.equal(right({ low: 0.17 }, '{ low: 0.16… }'), false);
  assert.equal(right({ high: 1 }, '{ low: 1, … }'), false);
  assert.equal(right([1, 2], '[1]'), false);
});
