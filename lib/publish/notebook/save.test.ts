import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { chromium } from 'playwright-core';
import { peopleFigure } from '../../figures/people-figure';
import { refusesLater } from '../../testing/refuses';
import { tempFolder } from '../../testing/temp-folder';
import { SYNTHETIC_STAMP } from '../../words/names/synthetic-stamp';
import { BriefPage } from '../brief-page';
import { publishable } from '../gate/publishable';
import { findChromium } from '../../testing/find-chromium';
import { exampleDocument } from '../testing/example-document';
import { Answer } from './answer';
import { chart } from './chart';
import { toFrame } from './frame';
import { save } from './save';

const browser = findChromium();
const project = tempFolder('save');
const home = process.cwd();
mkdirSync(join(project, 'notebooks'));
writeFileSync(join(project, 'package.json'), '{}');
process.chdir(join(project, 'notebooks'));
after(() => process.chdir(home));

const rows = [{ name: '=1+1', people: 30 }];
const figure = chart(rows, { x: 'name', y: 'people' });
const saved = (name: string) => readFileSync(join(project, 'out', name));

test('a name alone lies in out/ of the project, and it is printed where', async (context) => {
  const write = context.mock.method(process.stdout, 'write', () => true);
  await save(rows, 'rows.json');
  assert.deepEqual(write.mock.calls[0]?.arguments, ['Saved: ../out/rows.json\n']);
  write.mock.restore();
  assert.deepEqual(JSON.parse(saved('rows.json').toString()), rows);
  await save(rows, './here.json');
  assert.ok(existsSync(join(project, 'notebooks', 'here.json')));
  assert.deepEqual(readdirSync(join(project, 'notebooks')), ['here.json']);
});

test('tables: no cell of a CSV file starts a formula, and made-up rows say so each', async () => {
  await save(toFrame([...rows, { name: null, people: null }], { synthetic: true }), 'frame.csv');
  const cells = parse(saved('frame.csv').toString());
  assert.deepEqual(cells, [
    ['note', 'name', 'people'],
    [SYNTHETIC_STAMP, "'=1+1", '30'],
    [SYNTHETIC_STAMP, '', ''],
  ]);
  await save(new Answer({ title: 'A', rows, synthetic: true }), 'answer.json');
  assert.deepEqual(JSON.parse(saved('answer.json').toString()), [{ note: SYNTHETIC_STAMP, ...rows[0] }]);
  await save([{ name: '<img>' }], 'rows.html');
  assert.match(saved('rows.html').toString(), /&lt;img&gt;/);
});

test('a page is saved as it is', async () => {
  await save({ page: '<!doctype html>', text: () => '', html: () => '' }, 'brief.html');
  assert.equal(saved('brief.html').toString(), '<!doctype html>');
});

test('figures: png, svg, json', async () => {
  for (const name of ['chart.png', 'chart.svg', 'chart.json']) await save(figure, name);
  assert.equal(saved('chart.png').toString('latin1', 1, 4), 'PNG');
  assert.match(saved('chart.svg').toString(), /^<svg /);
  assert.equal((JSON.parse(saved('chart.json').toString()) as typeof figure).title, figure.title);
  await save(new Answer({ title: 'A', rows, figure: peopleOfExample(), synthetic: false }), 'answer.png');
  assert.equal(saved('answer.png').toString('latin1', 1, 4), 'PNG');
});

function peopleOfExample() {
  const own = peopleFigure(publishable(exampleDocument({ fields: [] })));
  assert.ok(own);
  return own;
}

test('a picture of a specification of one’s own is refused, and it is said what to do', async () => {
  const bare = { data: [{ type: 'pie', values: [1] }], layout: {} };
  for (const name of ['bare.png', 'bare.svg'])
    await refusesLater(
      save(bare, name),
      'PICTURE_IMPOSSIBLE',
      /made of the kit’s own figures and of those of chart/,
    );
  assert.ok(!existsSync(join(project, 'out', 'bare.png')));
});

test(
  'a figure as a page draws itself offline, under its own policy',
  { skip: browser === null },
  async () => {
    await save(chart([{ a: '</script><img src=x>', b: 1 }], { x: 'a', y: 'b' }), 'chart.html');
    const chrome = await chromium.launch({
      executablePath: String(browser),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    try {
      const opened = await chrome.newPage();
      const faults: string[] = [];
      opened.on('pageerror', (error) => faults.push(error.message));
      opened.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      await opened.goto(`file://${join(project, 'out', 'chart.html')}`);
      await opened.waitForSelector('.main-svg .point');
      assert.deepEqual(faults, []);
      assert.equal(await opened.locator('img').count(), 0);
    } finally {
      await chrome.close();
    }
  },
);

test('the brief is saved as the whole page', async () => {
  await save(new BriefPage(publishable(exampleDocument())), 'brief.html');
  assert.match(readFileSync(join(project, 'out', 'brief.html'), 'utf8'), /^<!doctype html>/i);
});

test('outside out/ no file is replaced, nor one of a finished run in it', async () => {
  const kept = join(project, 'package.json');
  for (const path of ['../package.json', kept])
    await refusesLater(save(rows, path), 'SAVE_TAKEN', /outside out\/ none is replaced/);
  assert.equal(readFileSync(kept, 'utf8'), '{}');
  symlinkSync(join(project, 'nowhere'), join(project, 'link.csv'));
  await refusesLater(save(rows, '../link.csv'), 'SAVE_TAKEN', /link\.csv already/);
  const out = join(project, 'out');
  for (const name of ['run', 'mine']) mkdirSync(join(out, name), { recursive: true });
  writeFileSync(join(out, 'run', 'results.json'), '{}');
  await refusesLater(save(rows, '../out/run/results.json'), 'SAVE_TAKEN', /results\.json/);
  symlinkSync(join(project, 'notebooks'), join(out, 'elsewhere'));
  await save(rows, './taken.json');
  await refusesLater(save(rows, '../out/elsewhere/taken.json'), 'SAVE_TAKEN', /taken\.json/);
  for (const path of ['../out/mine/a.csv', '../out/a.csv', 'a.csv'])
    for (let time = 0; time < 2; time++) await save(rows, path);
  assert.deepEqual(readdirSync(join(out, 'mine')), ['a.csv']);
});

test('what cannot be written is refused, and nothing half-written stays', async () => {
  mkdirSync(join(project, 'out', 'folder.csv'), { recursive: true });
  const proc = existsSync('/proc') ? ['/proc/x.csv'] : [];
  for (const path of [...proc, 'a\0.csv', './a\0.csv', 'folder.csv'])
    await refusesLater(save(rows, path), 'SAVE_UNWRITABLE', /cannot be written/);
  assert.deepEqual(
    readdirSync(join(project, 'out')).filter((name) => name.endsWith('.new')),
    [],
  );
});

test('a script that saves pictures ends by itself', () => {
  const library = (name: string) => JSON.stringify(join(__dirname, name));
  const script = `const { save } = require(${library('save.js')}); const { chart } = require(${library('chart.js')});
    const figure = chart([{ x: 1, y: 2 }], { x: 'x', y: 'y' });
    Promise.all([save(figure, 'one.png'), save(figure, 'two.png')]).then(() => save(figure, 'three.png'));`;
  const { status, signal } = spawnSync(process.execPath, ['-e', script], { timeout: 120_000 });
  assert.deepEqual([status, signal], [0, null]);
  assert.equal(saved('three.png').toString('latin1', 1, 4), 'PNG');
});

test('an ending, a thing or a folder that does not fit is refused, with those that do', async () => {
  await refusesLater(save(rows, 'x.png'), 'SAVE_ENDING', /there are: csv, json, html\./);
  await refusesLater(save(figure, 'x.constructor'), 'SAVE_ENDING', /there are: png, svg, json, html\./);
  await refusesLater(save(figure, 'x'), 'SAVE_ENDING', /x has no ending/);
  await refusesLater(save(5, 'x.csv'), 'SAVE_NOTHING', /shown but not saved/);
  await refusesLater(save(rows, 'nowhere/x.csv'), 'SAVE_FOLDER', /no folder to save nowhere\/x\.csv in/);
});
