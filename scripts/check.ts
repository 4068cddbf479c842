// Everything that must be clean before a commit; each step is a tool of its own, run two at a time, all of them even if one
// fails. What a step says is printed whole when it ends.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'breachscope-check-'));

/** What a step came to, and what its tool said. */
interface Outcome {
  ok: boolean;
  said: string;
}

const run = (command: string, ...args: string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const said: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    child.on('error', ({ message }) => resolve({ ok: false, said: `${message}\n` }));
    child.on('close', (code) => resolve({ ok: code === 0, said: Buffer.concat(said).toString() }));
  });
const tool = (name: string, ...args: string[]): Promise<Outcome> =>
  run(join(root, 'node_modules', '.bin', name), ...args);
// Two packages bring a `tsc`, and which of them npm links is its own choice: ours is called by its place.
const tsc = (...args: string[]): Promise<Outcome> =>
  run(process.execPath, require.resolve('typescript/bin/tsc'), '--noEmit', ...args);
const script = (name: string, ...args: string[]): Promise<Outcome> =>
  tool('ts-node', join(__dirname, name), ...args);

/** The kernel compiles cells with TypeScript 5.0.4: the published types must parse there. */
async function typesOfTheKernel(): Promise<Outcome> {
  // In a folder that no other step looks at, from where the package is found.
  mkdirSync(join(root, 'out'), { recursive: true });
  const folder = mkdtempSync(join(root, 'out', 'types-'));
  const cell = join(folder, 'cell.ts');
  writeFileSync(
    cell,
    ['breachscope', 'breachscope/evidence', 'breachscope/study']
      .map((name, i) => `import * as m${i} from '${name}';\nexport const names${i} = Object.keys(m${i});\n`)
      .join(''),
  );
  const kernelTsc = join(root, 'node_modules', '@tslab', 'typescript-for-tslab', 'bin', 'tsc');
  const options =
    '--noEmit --strict --target es2022 --lib es2022 --module commonjs --moduleResolution node --types node';
  try {
    const { said } = await run(process.execPath, kernelTsc, ...options.split(' '), cell);
    // The types of danfojs-node have faults of their own, which no cell is told of.
    const faults = said.split('\n').filter((line) => /^(?!node_modules\/danfojs-node\/)\S+\(\d+,/.test(line));
    return { ok: faults.length === 0, said: faults.map((fault) => `${fault}\n`).join('') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// The longest first: the others fit beside it.
const steps = {
  lint: () => tool('eslint', '--max-warnings', '0', 'lib', 'scripts', 'bench', 'examples'),
  types: () => tsc('-p', 'lib'),
  'types of scripts': () => tsc('-p', '.'),
  'types of the kernel': typesOfTheKernel,
  house: () => script('house.ts'),
  format: () => tool('prettier', '--check', '--log-level', 'warn', '.'),
  'unused code': () => tool('knip', '--no-progress'),
  duplicates: () =>
    tool('jscpd', '--silent', '--threshold', '1', '--output', scratch, 'lib', 'scripts', 'bench'),
  'generated pages': () => script('docs.ts', '--check'),
  'links of the pages': () => script('links.ts'),
  'table of categories': () => script('categories.ts', '--check'),
  'byte pass made from its sources': () => script('build-wasm.ts', '--check'),
  notebooks: () => script('check-notebooks.ts'),
};

const AT_ONCE = 2;

async function main(): Promise<void> {
  const failed: string[] = [];
  const waiting = Object.entries(steps).values();
  const worker = async () => {
    for (const [name, step] of waiting) {
      const started = Date.now();
      const { ok, said } = await step();
      if (!ok) failed.push(name);
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      process.stdout.write(`${said}${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  rmSync(scratch, { recursive: true, force: true });
  if (failed.length > 0) process.stdout.write(`check: ${failed.join(', ')} failed\n`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}

void main();
