// Writes the pages that the documentation takes from the code: errors, measures, data dictionary. With --check it writes
// nothing and fails where a page is not what the code says.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { CATEGORY_ROWS } from '../lib/dist/contract/categories';
import { ERRORS } from '../lib/dist/contract/errors';
import { MEASURES, type MeasureEntry } from '../lib/dist/contract/measure-table';

const docs = join(__dirname, '..', 'docs');

function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  return [head, head.map(() => '---'), ...rows].map(line).join('');
}

const withoutBraces = (text: string): string => text.replace(/\{(\w+)\}/g, '*$1*');

const pages = {
  'errors.md': `# Errors, rejects and warnings

Made from \`lib/contract/errors.ts\` by \`npx ts-node scripts/docs.ts\`. Where an input has several codes, \`inputs[].code\` is
the first of them in this order. A code with an exit code ends a command; the others are counted and told.

${table(
  ['code', 'says', 'what to do', 'exit code'],
  Object.entries(ERRORS).map(([code, { sentence, todo, exit }]) => [
    `\`${code}\``,
    withoutBraces(sentence),
    withoutBraces(todo),
    exit === 0 ? 'ends no command' : String(exit),
  ]),
)}`,
  'measures.md': `# Measures

Made from \`lib/contract/measure-table.ts\` by \`npx ts-node scripts/docs.ts\`. *Of* is the measure that it is a part of: *main*
is the main people definition. *Drawn as*: limits for everybody rest on a draw of these units; a measure without it describes
the input only. \`{}\` stands for what follows the colon of an id.

${table(
  ['id', 'title', 'unit', 'of', 'drawn as', 'counts', 'how'],
  Object.entries<MeasureEntry>(MEASURES).map(([id, measure]) => [
    `\`${measure.parameter === null ? id : `${id}:${measure.parameter}`}\``,
    measure.title,
    measure.unit,
    measure.of ?? '',
    measure.drawnAs ?? '',
    measure.definition,
    measure.method,
  ]),
)}`,
  'data-dictionary.md': `# Data dictionary

The categories of fields, with their classes in Have I Been Pwned, VERIS and the GDPR. Made from \`data/taxonomy/\` by
\`npx ts-node scripts/docs.ts\`.

${table(
  ['id', 'title', 'plural', 'group', 'Have I Been Pwned', 'VERIS', 'GDPR'],
  [...CATEGORY_ROWS.values()].map(({ id, title, plural, group, hibp, veris, gdpr }) => [
    `\`${id}\``,
    title,
    plural,
    group,
    hibp ?? '',
    veris ?? '',
    gdpr,
  ]),
)}
${readFileSync(join(docs, 'synthetic-marks.md'), 'utf8')}`,
};

async function main(): Promise<void> {
  const config = await resolveConfig(join(docs, 'errors.md'));
  for (const [name, text] of Object.entries(pages)) {
    const file = join(docs, name);
    // As `npm run format` leaves it, so that both agree.
    const page = await format(text, { ...config, parser: 'markdown' });
    if (existsSync(file) && readFileSync(file, 'utf8') === page) continue;
    if (process.argv.includes('--check')) {
      process.stdout.write(`docs/${name} is not what the code says: npx ts-node scripts/docs.ts\n`);
      process.exitCode = 1;
    } else writeFileSync(file, page);
  }
}

void main();
