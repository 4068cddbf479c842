// `npm run notebook` opens the notebooks in JupyterLab or Notebook with our kernel and figure renderer, everything of
// Jupyter's under .jupyter/ and nothing in the home folder; `npm run notebook -- --setup` makes .jupyter/venv first;
// `npm run notebook -- --test [FOLDER]` tries a real JupyterLab in headless Chromium, with screenshots into FOLDER.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BIN, ROOT, STATE, jupyterEnv } from './lab/jupyter-env';
import { labTest } from './lab/lab-test';
import { prepareJupyter, serverOptions } from './lab/prepare-jupyter';

const env = jupyterEnv(STATE);

function setUp(): number {
  const python = ['python3', 'python'].find((name) => spawnSync(name, ['--version']).status === 0);
  if (!python) return fail('Python 3 was not found; install it, or read the executed notebooks in out/.');
  const steps: [string, string[]][] = [
    [python, ['-m', 'venv', join(STATE, 'venv')]],
    [join(BIN, 'python'), ['-m', 'pip', 'install', '--quiet', 'jupyterlab==4.6.6', 'nbclient']],
  ];
  for (const [command, args] of steps) {
    const { status } = spawnSync(command, args, { stdio: 'inherit', env });
    if (status !== 0) return fail(`This step failed: ${args.slice(0, 3).join(' ')}.`);
  }
  return 0;
}

function open(): number {
  const app = ['lab', 'notebook'].find(
    (name) => spawnSync('jupyter', [name, '--version'], { env }).status === 0,
  );
  if (!app) {
    return fail(
      'JupyterLab was not found. `npm run notebook -- --setup` installs it below .jupyter/ (240 MB); ' +
        '`npm start` executes the notebooks without it and writes them to out/.',
    );
  }
  const first = join('notebooks', '0-start-here.ipynb');
  const child = spawn('jupyter', [app, ...serverOptions(ROOT, STATE), ...process.argv.slice(2), first], {
    env,
    cwd: ROOT,
    stdio: 'inherit',
  });
  // Jupyter asks at the first Ctrl-C whether it shall end; this process must outlive the question.
  process.on('SIGINT', () => {});
  child.on('close', (code) => {
    process.exitCode = code ?? 1;
  });
  return 0;
}

function fail(hint: string): number {
  process.stderr.write(`${hint}\n`);
  return 2;
}

async function main(): Promise<number> {
  const [first] = process.argv.slice(2);
  if (first === '--setup') return setUp();
  if (!existsSync(join(ROOT, 'lib', 'dist', 'index.js')))
    return fail('Run `npm ci` (or `npm run build`) first.');
  if (first === '--test') return labTest(process.argv[3] ?? null);
  prepareJupyter(STATE);
  return open();
}

void main().then((code) => {
  process.exitCode = code;
});
