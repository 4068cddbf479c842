'use strict';
// Runs a command in a fresh process and measures it from outside: wall time, or the memory of its whole process tree.
const { spawn } = require('node:child_process');
const { readdirSync, readFileSync } = require('node:fs');

const POLL_MS = 10;

/** Seconds from start to end of a process; throws when it fails. */
exports.timed = (args, env) => {
  const started = performance.now();
  return run(args, env, () => undefined).then(() => (performance.now() - started) / 1000);
};

/** Peak of the resident memory of a process and its children together, in MB; null where there is no /proc. */
exports.peak = async (args, env) => {
  let most = 0;
  let timer;
  await run(
    args,
    env,
    (pid) => (timer = setInterval(() => (most = Math.max(most, treeMemory(pid))), POLL_MS)),
  );
  clearInterval(timer);
  return process.platform === 'linux' ? most / 1e6 : null;
};

function run(args, env, started) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'ignore'],
    });
    started(child.pid);
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${args[0]} ended with ${code}`)),
    );
  });
}

function treeMemory(root) {
  const parents = new Map();
  const pages = new Map();
  for (const name of process.platform === 'linux' ? readdirSync('/proc') : []) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'latin1');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      parents.set(Number(name), Number(fields[1]));
      pages.set(Number(name), Number(fields[21]));
    } catch {
      // it ended meanwhile
    }
  }
  const inTree = (pid) =>
    pid === root || (parents.has(pid) && parents.get(pid) > 1 && inTree(parents.get(pid)));
  let total = 0;
  for (const [pid, count] of pages) if (inTree(pid)) total += count * 4096;
  return total;
}
