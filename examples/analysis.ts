// An analysis in thirty lines: npx ts-node examples/analysis.ts
import { merge } from 'danfojs-node';
import { chart, open, readTable, save, show } from 'breachscope';

async function main(): Promise<void> {
  // A file, a folder, a finished run or the name of a case; read once, then every question is answered at once.
  const leak = await open('data/wyze-2019/sample');
  await show(leak.people());

  // Which data, as a frame: the group of each field, and how many people have the most common kind of data in it.
  const fields = leak.fields().frame;
  const groups = fields.groupby(['group']).agg({ holders: 'max', path: 'count' });
  await show(groups.sortValues('holders_max', { ascending: false }));

  // A question of one's own, joined with a side table: people by what kind of device they have.
  const devices = await leak.groups('device-model');
  const models = readTable('examples/models.csv');
  const named = merge({ left: devices.frame, right: models, on: ['device-model'], how: 'inner' });
  await show(named.sortValues('people', { ascending: false }));

  // A figure of it, and the page with everything.
  await save(chart(named, { x: 'what', y: 'people' }), 'devices.html');
  await save(leak.brief(), 'brief.html');
}

void main();
