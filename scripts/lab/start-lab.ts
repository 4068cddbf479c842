import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { jupyterEnv } from './jupyter-env';
import { prepareJupyter, serverOptions } from './prepare-jupyter';

/** A JupyterLab that answers. */
export interface Lab {
  /** Address of a notebook, by its path below the folder that the server shows. */
  address(notebook: string): string;
  /** Ends the server and every kernel that it started. */
  stop(): Promise<void>;
}

const STARTS_WITHIN_MS = 90_000;
const ENDS_WITHIN_MS = 20_000;

/**
 * Starts JupyterLab on a port and with a token of its own, reachable from this computer alone.
 *
 * @param folder what the server shows
 * @param state folder for everything of Jupyter's, `server.log` among it
 */
export async function startLab(folder: string, state: string): Promise<Lab> {
  prepareJupyter(state);
  const token = randomBytes(24).toString('hex');
  const port = await freePort();
  const options = [
    'lab',
    '--no-browser',
    `--ServerApp.port=${port}`,
    '--ServerApp.port_retries=0',
    `--IdentityProvider.token=${token}`,
    '--LabApp.expose_app_in_browser=True',
  ];
  const server = spawn('jupyter', [...options, ...serverOptions(folder, state)], {
    env: jupyterEnv(state),
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = createWriteStream(join(state, 'server.log'));
  server.stdout.pipe(log);
  server.stderr.pipe(log);
  const ended = new Promise((done) => server.once('close', done).once('error', done));
  const base = `http://127.0.0.1:${port}`;

  // A signal would leave the kernels behind: the server is asked to end them first.
  const stop = async () => {
    await fetch(`${base}/api/shutdown?token=${token}`, { method: 'POST' }).catch(() => undefined);
    const hard = setTimeout(() => server.kill('SIGKILL'), ENDS_WITHIN_MS);
    await ended;
    clearTimeout(hard);
  };
  const answers = () =>
    fetch(`${base}/api?token=${token}`).then(
      (reply) => reply.ok,
      () => false,
    );
  const began = Date.now();
  while (!(await answers())) {
    await pause(150);
    const over = server.exitCode !== null || server.pid === undefined;
    if (!over && Date.now() - began < STARTS_WITHIN_MS) continue;
    await stop();
    throw new Error(
      `JupyterLab ${over ? 'ended at once' : 'did not answer'}: see ${join(state, 'server.log')}`,
    );
  }
  return { address: (notebook) => `${base}/lab/tree/${notebook}?token=${token}&reset`, stop };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}
