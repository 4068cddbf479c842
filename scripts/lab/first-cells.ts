import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './jupyter-env';
import type { Screen } from './notebook-page';

/** A cell that an analyst types, and what must then stand on the screen. */
export interface OwnCell {
  /** What it is for, as the report says it. */
  name: string;
  source: string;
  /** What is wrong with what stands under it; empty where nothing is. */
  faults: (screen: Screen, folder: string) => string[];
}

/** @returns those sentences whose condition does not hold */
const unless = (...rules: [boolean, string][]): string[] =>
  rules.filter(([holds]) => !holds).map(([, sentence]) => sentence);

const shows =
  (...rules: ((screen: Screen, folder: string) => [boolean, string])[]): OwnCell['faults'] =>
  (screen, folder) =>
    unless([screen.error === '', `ended with ${screen.error}`], ...rules.map((rule) => rule(screen, folder)));

const tableOf =
  (least: number) =>
  (screen: Screen): [boolean, string] => [
    (screen.tables[0] ?? 0) >= least,
    `a table of at least ${least} rows was expected: ${screen.tables.join(', ') || 'none'}`,
  ];
const figureOf =
  (least: number) =>
  (screen: Screen): [boolean, string] => [
    (screen.figures[0] ?? 0) >= least,
    `a figure of at least ${least} marks was expected: ${screen.figures.join(', ') || 'none'}`,
  ];
const says =
  (what: RegExp) =>
  (screen: Screen): [boolean, string] => [what.test(screen.text), `it does not say ${String(what)}`];
const hidesPlaces = (screen: Screen): [boolean, string] => [
  !screen.text.includes(ROOT) && !/(^|[\s(])\/\w+\/\w/.test(screen.text),
  'it prints a path of this computer',
];

/** A side table, as somebody would bring it along. */
export const MODELS =
  'device-model,what\nWYZEC1,camera\nWYZEC1-JZ,camera\nWYZECP1_JEF,pan camera\nWLPA19,bulb\nWLPP1,plug\n';

/** Begins every notebook of one's own. */
export const BEGIN = `import { chart, open, readTable, save, show } from 'breachscope';
const leak = await open('data/wyze-2019/sample');
const fields = leak.fields().frame;
`;

/** An analyst's first cells, in the order in which they are typed. */
export const FIRST_CELLS: OwnCell[] = [
  {
    name: 'a frame grouped and sorted',
    source: `${BEGIN}fields.groupby(['kind']).col(['holders']).max().sortValues('holders_max', { ascending: false })`,
    faults: shows(tableOf(4)),
  },
  {
    name: 'a chart',
    source: "chart(leak.people().frame, { x: 'counted', y: 'people' })",
    faults: shows(figureOf(5)),
  },
  {
    name: 'a bare Plotly figure',
    source: `const bars = { data: [{ type: 'bar', x: ['a', 'b', 'c'], y: [3, 1, 2] }], layout: { title: { text: 'My own' } } };
bars`,
    faults: shows(figureOf(3), says(/My own/)),
  },
  {
    name: 'a side table joined',
    source: `import { merge } from 'danfojs-node';
const models = readTable('models.csv');
const devices = await leak.groups('device-model');
merge({ left: devices.frame, right: models, on: ['device-model'], how: 'left' })`,
    faults: shows(tableOf(3), says(/camera/)),
  },
  {
    name: 'a question by two paths',
    source: "await leak.groups('timezone', 'device-model')",
    faults: shows(tableOf(3)),
  },
  {
    name: 'a claim',
    source: "leak.claim('ts-bone-density')",
    faults: shows(
      tableOf(1),
      says(/bone density/i),
      says(/Backed|Contradicted|Not decided|Cannot say|Depends/),
    ),
  },
  {
    name: 'a saved picture',
    source: "await save(leak.people(), './people.png')",
    faults: shows((_, folder) => [
      existsSync(join(folder, 'people.png')) &&
        readFileSync(join(folder, 'people.png')).subarray(1, 4).toString() === 'PNG',
      'there is no picture people.png beside the notebook',
    ]),
  },
  {
    name: 'a wrong path',
    source: "await open('data/wyze-2019/smaple')",
    faults: (screen) =>
      unless(
        [screen.error === 'AnalysisError', `AnalysisError was expected, not ${screen.error || 'no error'}`],
        says(/sample/)(screen),
        hidesPlaces(screen),
      ),
  },
];

/** A cell that runs for a minute unless it is interrupted. */
export const LONG_CELL = 'await new Promise((done) => setTimeout(done, 60_000));';
/** What follows an interrupt: the kernel still knows what it knew. */
export const AFTER_INTERRUPT: OwnCell = {
  name: 'a cell after the interrupt',
  source: 'leak.people()',
  faults: shows((screen) => [
    screen.tables.length + screen.figures.length > 0,
    'neither a table nor a figure of people was shown',
  ]),
};
/** What follows a restart: everything is opened again. */
export const AFTER_RESTART: OwnCell = {
  name: 'a cell after a restart',
  source: `${BEGIN}leak.with('health')`,
  faults: AFTER_INTERRUPT.faults,
};
