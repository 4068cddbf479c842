import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

const POLL_MS = 10;

/** A command for `node` in a fresh process. */
export interface Command {
  /** For errors. */
  name: string;
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** Folder it runs in; defaults to the current one. */
  cwd?: string;
}

/** What a command took, in seconds: by the clock, and of the processors for all its threads and children. */
export interface Taken {
  wall: number;
  processor: number;
}

/**
 * Measures a command from outside.
 *
 * @throws where it ends with another code than 0
 */
export async function taken(command: Command): Promise<Taken> {
  const started = performance.now();
  // The shell's `times` counts its children and what they waited for; Node tells of itself alone.
  const shell = '"$@" >/dev/null 2>&1 || exit; times';
  const times = await ended('sh', ['-c', shell, 'sh', process.execPath, ...command.args], command);
  const wall = (performance.now() - started) / 1000;
  const [, ofChildren = ''] = times.trim().split('\n');
  return {
    wall,
    processor: ofChildren
      .split(' ')
      .map(secondsOf)
      .reduce((a, b) => a + b, 0),
  };
}

/** `1m2.345s` in seconds. */
function secondsOf(text: string): number {
  const [minutes = '', seconds = ''] = text.split('m');
  return 60 * Number(minutes) + Number.parseFloat(seconds);
}

/** Peak of the resident memory of a command's process and its children together, in MB; null where there is no /proc. */
export async function peak(command: Command): Promise<number | null> {
  let most = 0;
  await ended(process.execPath, command.args, command, (pid) => {
    most = Math.max(most, treeMemory(pid));
  });
  return process.platform === 'linux' ? most / 1e6 : null;
}

/** Runs a program to its end; what it printed. */
function ended(
  program: string,
  args: readonly string[],
  { name, env = {}, cwd }: Command,
  meanwhile?: (pid: number) => void,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
    const timer = meanwhile && setInterval(() => meanwhile(child.pid ?? 0), POLL_MS);
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(timer);
      if (code === 0) resolve(printed);
      else reject(new Error(`${name} ended with ${code}`));
    });
  });
}

/** Resident memory of a process and all below it, in bytes. */
function treeMemory(root: number): number {
  const parents = new Map<number, number>();
  const pages = new Map<number, number>();
  for (const name of process.platform === 'linux' ? readdirSync('/proc') : []) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      parents.set(Number(name), Number(fields[1]));
      pages.set(Number(name), Number(fields[21]));
    } catch {
      // It ended meanwhile.
    }
  }
  const inTree = (pid: number | undefined): boolean =>
    pid === root || (pid !== undefined && pid > 1 && inTree(parents.get(pid)));
  return [...pages].reduce((total, [pid, count]) => (inTree(pid) ? total + count * 4096 : total), 0);
}
