// `npx ts-node scripts/save-notebooks.ts` executes the notebooks as a fresh clone would and saves them with their outputs. Exit 1,
// and nothing is saved, where one fails.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { readNotebook } from '../lib/dist/publish/notebook/notebook-file';
import { runFreshNotebooks } from '../lib/dist/testing/run-fresh-notebooks';

async function main(): Promise<number> {
  const runs = await runFreshNotebooks();
  for (const { name, status, failedCell, seconds } of runs)
    process.stdout.write(
      `${name}: ${status}${failedCell === null ? '' : ` in cell ${failedCell + 1}`} (${seconds.toFixed(1)} s)\n`,
    );
  for (const { file } of runs.filter(({ status }) => status === 'error'))
    for (const output of readNotebook(file).cells.flatMap(({ outputs = [] }) => outputs))
      if (output.output_type === 'error') process.stdout.write(`${output.traceback.join('\n')}\n`);
  if (runs.some(({ status }) => status !== 'ok')) return 1;
  for (const { name, file } of runs) copyFileSync(file, join(__dirname, '..', 'notebooks', name));
  return 0;
}

void main().then((code) => {
  process.exitCode = code;
});
