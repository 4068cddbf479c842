import { delimiter, join } from 'node:path';

/** Folder of the repository. */
export const ROOT = join(__dirname, '..', '..');
/** Everything of Jupyter's that an install or a session makes. */
export const STATE = join(ROOT, '.jupyter');
/** Programs of the environment that `npm run notebook -- --setup` makes. */
export const BIN = join(STATE, 'venv', process.platform === 'win32' ? 'Scripts' : 'bin');

/**
 * The environment in which Jupyter finds our kernel and figure renderer, and writes nothing into the home folder.
 *
 * @param state folder for everything that Jupyter would put there
 */
export function jupyterEnv(state: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PATH: [BIN, process.env['PATH']].join(delimiter),
    JUPYTER_PATH: join(ROOT, 'jupyter'),
    JUPYTER_CONFIG_DIR: join(state, 'config'),
    JUPYTER_DATA_DIR: join(state, 'data'),
    JUPYTER_RUNTIME_DIR: join(state, 'runtime'),
    JUPYTERLAB_SETTINGS_DIR: join(state, 'settings'),
    JUPYTERLAB_WORKSPACES_DIR: join(state, 'workspaces'),
    IPYTHONDIR: join(state, 'ipython'),
    BREACHSCOPE_ROOT: ROOT,
  };
}
