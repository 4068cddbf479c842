/**
 * Compiles data/taxonomy/categories.csv into lib/contract/category-table.ts: what has no I/O can name a category then, and
 * an id that the table does not hold does not compile. With --check it writes nothing and fails where both differ.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');
const from = join(root, 'data', 'taxonomy', 'categories.csv');
const to = join(root, 'lib', 'contract', 'category-table.ts');

const [heading = [], ...cells] = readFileSync(from, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split(','));
const quoted = (text: string) => (text === '' ? 'null' : `'${text.replaceAll("'", "\\'")}'`);
const line = (row: string[]) =>
  `  { ${heading.map((key, i) => `${key}: ${quoted(row[i] ?? '')}`).join(', ')} },\n`;
const text = `/** Made from data/taxonomy/categories.csv by scripts/categories.ts. Not to be changed by hand. */
export const CATEGORY_TABLE = [
${cells.map(line).join('')}] as const;
`;

if (!process.argv.includes('--check')) writeFileSync(to, text);
else if (readFileSync(to, 'utf8') !== text) {
  process.stdout.write(
    'lib/contract/category-table.ts is not what data/taxonomy says: run scripts/categories.ts\n',
  );
  process.exitCode = 1;
}
