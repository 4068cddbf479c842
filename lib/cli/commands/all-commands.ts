import type { Command } from '../options/command';
import { completion } from './completion';
import { forget } from './forget';
import { help } from './help';
import { inspect } from './inspect';
import { plan } from './plan';
import { reconcile } from './reconcile';
import { review } from './review';
import { run } from './run';
import { seal } from './seal';
import { world } from './world';

/** Every command, in the order of the help. */
export const COMMANDS: Command[] = [run, inspect, reconcile, review, plan, seal, world, forget];
COMMANDS.push(completion(COMMANDS), help(COMMANDS));
