import { join } from 'node:path';
import { plainNode } from '../scripts/plain-node';
import type { Command } from './run-once';

/** This checkout. */
export const ROOT = join(__dirname, '..');

/** A script of this folder without ts-node; it may import packages and compiled files only. */
export function script(name: string, ...args: string[]): Command {
  return { name, args: [...plainNode(join(__dirname, `${name}.ts`)), ...args], cwd: __dirname };
}

/** A script of this folder with ts-node, which what it measures itself does not notice. */
export function typedScript(name: string, ...args: string[]): Command {
  const register = require.resolve('ts-node/register/transpile-only');
  return { name, args: ['--require', register, join(__dirname, `${name}.ts`), ...args] };
}

/** `inspect` of a checkout. */
export function inspect(root: string, files: readonly string[]): Command {
  return {
    name: 'inspect',
    args: [join(root, 'lib', 'bin', 'breachscope.cjs'), 'inspect', '--json', ...files],
  };
}
