// `npm run notebook` opens the notebooks in JupyterLab or Notebook with our kernel and figure renderer, everything of
// Jupyter's under .jupyter/ and nothing in the home folder; `npm run notebook -- --setup` makes .jupyter/venv first.
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const root = join(__dirname, '..');
const state = join(root, '.jupyter');
const bin = join(state, 'venv', process.platform === 'win32' ? 'Scripts' : 'bin');

/** Everything that Jupyter would otherwise put into the home folder. */
const env = {
  ...process.env,
  PATH: [bin, process.env['PATH']].join(delimiter),
  JUPYTER_PATH: join(root, 'jupyter'),
  JUPYTER_CONFIG_DIR: join(state, 'config'),
  JUPYTER_DATA_DIR: join(state, 'data'),
  JUPYTER_RUNTIME_DIR: join(state, 'runtime'),
  JUPYTERLAB_SETTINGS_DIR: join(state, 'settings'),
  JUPYTERLAB_WORKSPACES_DIR: join(state, 'workspaces'),
  IPYTHONDIR: join(state, 'ipython'),
  BREACHSCOPE_ROOT: root,
};

/** The figure renderer and the export template load plotly.js from beside themselves. */
function copyPlotly(): void {
  const from = require.resolve('plotly.js-cartesian-dist-min', { paths: [join(root, 'lib')] });
  for (const folder of ['labextensions/breachscope-figures', 'nbconvert/templates/breachscope']) {
    const to = join(root, 'jupyter', folder, 'static');
    mkdirSync(to, { recursive: true });
    copyFileSync(from, join(to, 'plotly-cartesian.min.js'));
  }
}

/** No banner of news and no search for updates: Jupyter asks no other computer. */
function quietSettings(): void {
  const folder = join(state, 'config', 'labconfig');
  mkdirSync(folder, { recursive: true });
  const notification = { fetchNews: 'false', checkForUpdates: false };
  const settings = { '@jupyterlab/apputils-extension:notification': notification };
  writeFileSync(join(folder, 'default_setting_overrides.json'), JSON.stringify(settings));
}

function setUp(): number {
  const python = ['python3', 'python'].find((name) => spawnSync(name, ['--version']).status === 0);
  if (!python) return fail('Python 3 was not found; install it, or read the executed notebooks in out/.');
  const steps: [string, string[]][] = [
    [python, ['-m', 'venv', join(state, 'venv')]],
    [join(bin, 'python'), ['-m', 'pip', 'install', '--quiet', 'jupyterlab==4.6.6', 'nbclient']],
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
  const options = [
    '--ServerApp.ip=127.0.0.1',
    `--ServerApp.root_dir=${root}`,
    '--KernelSpecManager.ensure_native_kernel=False',
    '--KernelSpecManager.allowed_kernelspecs=breachscope',
    '--LabApp.extension_manager=readonly',
    `--FileContentsManager.checkpoints_kwargs=${JSON.stringify({ root_dir: join(state, 'checkpoints') })}`,
    ...(process.getuid?.() === 0 ? ['--allow-root'] : []),
  ];
  const first = join('notebooks', '0-start-here.ipynb');
  const child = spawn('jupyter', [app, ...options, ...process.argv.slice(2), first], {
    env,
    cwd: root,
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

function main(): number {
  if (process.argv.includes('--setup')) return setUp();
  if (!existsSync(join(root, 'lib', 'dist', 'index.js')))
    return fail('Run `npm ci` (or `npm run build`) first.');
  copyPlotly();
  quietSettings();
  return open();
}

process.exitCode = main();
