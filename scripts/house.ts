// `npx ts-node scripts/house.ts`: does lib/ keep to its plan (scripts/house/plan.ts)? Exit 1 where not.
// With `--figures [LIB]`: how much there is of it, for lib/ or for another checkout's.
import { join } from 'node:path';
import { breaches } from './house/breaches';
import { figures } from './house/figures';
import { sourceFiles } from './house/source-files';

const args = process.argv.slice(2);
const lib = args.find((arg) => !arg.startsWith('--')) ?? join(__dirname, '..', 'lib');
const files = sourceFiles(lib);
if (args.includes('--figures')) process.stdout.write(figures(files));
else {
  const found = breaches(files);
  for (const line of found) process.stdout.write(`${line}\n`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
