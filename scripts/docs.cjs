'use strict';
// Writes what the documentation takes from the code: docs/errors.md, docs/data-dictionary.md and the README's error table.
// With --check it writes nothing and fails when a page is not what the code says.
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const { ERRORS } = require(join(root, 'lib', 'dist', 'contract', 'errors.js'));
const { CATEGORY_ROWS } = require(join(root, 'lib', 'dist', 'contract', 'categories.js'));

const cell = (text) => String(text).replaceAll('|', '\\|');
const row = (cells) => `| ${cells.map(cell).join(' | ')} |\n`;
const table = (head, rows) => row(head) + row(head.map(() => '---')) + rows.map(row).join('');
const plain = (text) => text.replace(/\{(\w+)\}/g, '*$1*');

const errorRows = Object.entries(ERRORS).map(([code, { sentence, todo, exit }]) => [
  `\`${code}\``,
  plain(sentence),
  plain(todo),
  exit === 0 ? 'none: a warning or a counted reject' : exit,
]);
const errors = `# Errors, rejects and warnings

Made from \`lib/contract/errors.ts\` by \`node scripts/docs.cjs\`. Where an input has several codes, \`inputs[].code\` is the
first of them in this order.

${table(['code', 'says', 'what to do', 'exit code'], errorRows)}`;

const dictionary = `# Data dictionary

The categories of fields, with their classes in Have I Been Pwned, VERIS and the GDPR. Made from \`data/taxonomy/\` by
\`node scripts/docs.cjs\`.

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
${readFileSync(join(root, 'docs', 'synthetic-marks.md'), 'utf8')}`;

const START = '<!-- errors: made by scripts/docs.cjs -->';
const END = '<!-- end of errors -->';
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const before = readme.slice(0, readme.indexOf(START) + START.length);
const after = readme.slice(readme.indexOf(END));
const fatal = errorRows
  .filter(([, , , exit]) => typeof exit === 'number')
  .map(([code, says, todo]) => [code, says, todo]);
const pages = {
  'docs/errors.md': errors,
  'docs/data-dictionary.md': dictionary,
  'README.md': `${before}\n\n${table(['code', 'says', 'what to do'], fatal)}\n${after}`,
};

/** Pages as `npm run format` leaves them, so that both agree. */
async function formatted() {
  const prettier = require('prettier');
  const config = await prettier.resolveConfig(join(root, 'README.md'));
  const format = ([name, text]) =>
    prettier.format(text, { ...config, parser: 'markdown' }).then((page) => [name, page]);
  return Promise.all(Object.entries(pages).map(format));
}

formatted().then((all) => {
  const stale = all.filter(([name, text]) => {
    const file = join(root, name);
    return !existsSync(file) || readFileSync(file, 'utf8') !== text;
  });
  if (process.argv.includes('--check')) {
    for (const [name] of stale)
      process.stdout.write(`${name} is not what the code says: run node scripts/docs.cjs\n`);
    process.exitCode = stale.length ? 1 : 0;
  } else for (const [name, text] of stale) writeFileSync(join(root, name), text);
});
