import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './jupyter-env';

/**
 * What must lie in its place before Jupyter starts: Plotly beside the figure renderer and the export template, and settings
 * by which Jupyter asks no other computer for news or updates.
 *
 * @param state folder for everything of Jupyter's
 */
export function prepareJupyter(state: string): void {
  const from = require.resolve('plotly.js-cartesian-dist-min', { paths: [join(ROOT, 'lib')] });
  for (const folder of ['labextensions/breachscope-figures', 'nbconvert/templates/breachscope']) {
    const to = join(ROOT, 'jupyter', folder, 'static');
    mkdirSync(to, { recursive: true });
    copyFileSync(from, join(to, 'plotly-cartesian.min.js'));
  }
  const folder = join(state, 'config', 'labconfig');
  mkdirSync(folder, { recursive: true });
  const notification = { fetchNews: 'false', checkForUpdates: false };
  const settings = { '@jupyterlab/apputils-extension:notification': notification };
  writeFileSync(join(folder, 'default_setting_overrides.json'), JSON.stringify(settings));
}

/**
 * Options of a Jupyter server that only this computer can reach, that offers our kernel alone, and that writes nothing
 * beside the notebooks.
 *
 * @param folder what the server shows
 * @param state folder for everything of Jupyter's
 */
export function serverOptions(folder: string, state: string): string[] {
  return [
    '--ServerApp.ip=127.0.0.1',
    `--ServerApp.root_dir=${folder}`,
    '--KernelSpecManager.ensure_native_kernel=False',
    '--KernelSpecManager.allowed_kernelspecs=breachscope',
    '--LabApp.extension_manager=readonly',
    `--FileContentsManager.checkpoints_kwargs=${JSON.stringify({ root_dir: join(state, 'checkpoints') })}`,
    ...(process.getuid?.() === 0 ? ['--allow-root'] : []),
  ];
}
