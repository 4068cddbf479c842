'use strict';
// `npm run mutate [ROOM | FILE…]`: breaks the compiled code in one small place after the other and runs the tests that load it.
// A change that no test notices is printed with its place in the source; exit 1 if there is one. Defaults to evidence and
// claims. The simulations of calibration are not run: they take twenty seconds, and have mutations of their own.
const { spawn } = require('node:child_process');
const { existsSync, readdirSync, readFileSync, statSync } = require('node:fs');
const Module = require('node:module');
const { availableParallelism } = require('node:os');
const { dirname, join, relative } = require('node:path');

const root = join(__dirname, '..');
const dist = join(root, 'lib', 'dist');
const LEFT_OUT = join(dist, 'calibration');
/** A mutant that takes so much longer than the tests has been noticed: its loop does not end. */
const SLOWER = 10;

/** In a process of its own: the tests, with one piece of one file replaced. */
function runMutant({ file, start, end, text, tests }) {
  const load = Module._extensions['.js'];
  Module._extensions['.js'] = (module, name) => {
    if (name !== file) return load(module, name);
    const code = readFileSync(name, 'utf8');
    return module._compile(code.slice(0, start) + text + code.slice(end), name);
  };
  for (const test of tests) require(test);
}

/** Every compiled file below a folder. */
function* compiled(folder) {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* compiled(path);
    else if (name.endsWith('.js')) yield path;
  }
}

const isTest = (path) => path.endsWith('.test.js');

/** Files of the library that a file loads, itself included. */
function loaded(path, seen = new Set()) {
  if (seen.has(path) || !existsSync(path)) return seen;
  seen.add(path);
  for (const [, name] of readFileSync(path, 'utf8').matchAll(/require\("(\.[^"]+)"\)/g))
    loaded(`${join(dirname(path), name)}.js`.replace(/\.js\.js$/, '.js'), seen);
  return seen;
}

const SWAPS = {
  ...{ '<': '<=', '<=': '<', '>': '>=', '>=': '>', '===': '!==', '!==': '===' },
  ...{ '+': '-', '-': '+', '*': '/', '/': '*', '&&': '||', '||': '&&', '??': '&&' },
};
const OTHERS = { min: 'max', max: 'min', some: 'every', every: 'some', floor: 'ceil', ceil: 'floor' };

/** Each way to break a file in one place: from where to where, and what stands there instead. */
function* mutants(path) {
  const ts = require('typescript');
  const code = readFileSync(path, 'utf8');
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  const replace = (node, text) => ({ start: node.getStart(source), end: node.getEnd(), text });
  function* walk(node) {
    if (ts.isBinaryExpression(node)) {
      const operator = node.operatorToken.getText(source);
      const isText = [node.left, node.right].some(
        (each) => ts.isStringLiteral(each) || ts.isTemplateExpression(each),
      );
      if (SWAPS[operator] && !(operator === '+' && isText))
        yield replace(node.operatorToken, SWAPS[operator]);
    }
    if (node.kind === ts.SyntaxKind.TrueKeyword) yield replace(node, 'false');
    if (node.kind === ts.SyntaxKind.FalseKeyword) yield replace(node, 'true');
    // `(0, module.name)(…)` is the compiler's.
    const isCall =
      ts.isBinaryExpression(node.parent) && node.parent.operatorToken.kind === ts.SyntaxKind.CommaToken;
    if (ts.isNumericLiteral(node) && !isCall) yield replace(node, String(Number(node.text) + 1));
    if (ts.isIfStatement(node)) yield replace(node.expression, `!(${node.expression.getText(source)})`);
    if (ts.isConditionalExpression(node))
      yield replace(node.condition, `!(${node.condition.getText(source)})`);
    if (ts.isPropertyAccessExpression(node) && OTHERS[node.name.text])
      yield replace(node.name, OTHERS[node.name.text]);
    yield* children(node);
  }
  function* children(node) {
    const inside = [];
    node.forEachChild((child) => void inside.push(child));
    for (const child of inside) yield* walk(child);
  }
  for (const statement of source.statements) {
    // What the compiler adds: exports, requires.
    const text = statement.getText(source);
    if (
      !/^(exports\.|Object\.defineProperty\(exports|const \w+_js_\d+ = require)/.test(text) &&
      !/^const \w+ = require\(/.test(text)
    )
      yield* walk(statement);
  }
}

function run(mutant, limit) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [__filename, '--mutant', JSON.stringify(mutant)], {
      cwd: root,
      stdio: 'ignore',
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), limit);
    child.once('close', (code) => (clearTimeout(timer), resolve(code === 0)));
  });
}

/** Line and column in the source, and the text around. */
function placeOf({ file, start, end, text }) {
  const code = readFileSync(file, 'utf8');
  const before = code.slice(0, start).split('\n');
  const map = new Module.SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')));
  const entry = map.findEntry(before.length - 1, before.at(-1).length);
  const name = relative(dist, file).replace(/\.js$/, '.ts');
  return `lib/${name}:${(entry.originalLine ?? 0) + 1}:${(entry.originalColumn ?? 0) + 1}  ${code.slice(start, end)} → ${text}`;
}

async function main(args) {
  if (!existsSync(join(dist, 'index.js'))) require('./build.cjs');
  const wanted = (args.length ? args : ['evidence', 'claims']).map((arg) =>
    join(dist, arg.replace(/^lib\/|\.ts$/g, '')),
  );
  const rooms = [...new Set(wanted.map((path) => join(dist, relative(dist, path).split(/[\\/]/)[0])))];
  const all = rooms.flatMap((room) => [...compiled(room)]).filter((path) => !path.startsWith(LEFT_OUT));
  const tests = [...compiled(dist)]
    .filter(
      (path) => isTest(path) && rooms.some((room) => path.startsWith(room)) && !path.startsWith(LEFT_OUT),
    )
    .map((path) => ({ path, loads: loaded(path) }));
  const files = all.filter(
    (path) => !isTest(path) && wanted.some((name) => path === `${name}.js` || path.startsWith(`${name}/`)),
  );
  const totals = { mutants: 0, survived: 0 };
  for (const file of files) {
    const own = tests.filter(({ loads }) => loads.has(file)).map(({ path }) => path);
    const list = [...mutants(file)].map((mutant) => ({ ...mutant, file, tests: own }));
    const started = performance.now();
    if (list.length === 0) continue;
    if (!(await run({ ...list[0], end: list[0].start, text: '' }, 600_000)))
      throw new Error(`The tests of ${relative(dist, file)} fail as they are.`);
    const limit = 2_000 + SLOWER * (performance.now() - started);
    const survivors = [];
    let next = 0;
    const work = async () => {
      while (next < list.length) {
        const mutant = list[next++];
        if (await run(mutant, limit)) survivors.push(mutant);
      }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, work));
    totals.mutants += list.length;
    totals.survived += survivors.length;
    const name = relative(dist, file).replace(/\.js$/, '');
    process.stdout.write(
      `${name}: ${list.length} mutants, ${survivors.length} survive (${own.length} test files)\n`,
    );
    survivors.sort((a, b) => a.start - b.start);
    for (const mutant of survivors) process.stdout.write(`  ${placeOf(mutant)}\n`);
  }
  process.stdout.write(`${totals.mutants} mutants, ${totals.survived} survive\n`);
  process.exitCode = totals.survived > 0 ? 1 : 0;
}

if (process.argv[2] === '--mutant') runMutant(JSON.parse(process.argv[3]));
else main(process.argv.slice(2));
