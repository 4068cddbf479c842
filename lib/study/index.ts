/**
 * What the command line does, for programs: `import { … } from 'breachscope/study'`. Notebooks ask a leak with `open`.
 */

export { CATEGORIES } from '../contract/categories';
export type { Category } from '../contract/categories';
export type { Drawn } from '../contract/drawn';
export type { Proof, Truth } from '../contract/truth';
export type { Count, Results, Verdict } from '../contract/results';
export { loadCaseFolder } from '../cases/load-case-folder';
export { publishable } from '../publish/gate/publishable';
export { analyse } from './analyse';
export type { Analysis } from './analyse';
export type { AnalyseOptions } from './analyse-options';
export { runWorlds } from './run-worlds';
export type { RunWorldsOptions, WorldRun } from './run-worlds';
export { writeRun } from './write-run';
export type { RunToWrite, WrittenRun } from './write-run';
