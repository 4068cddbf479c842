import ts from 'typescript';
import { countCodeLines } from './count-code-lines';
import type { Documented } from './documented';
import { documentedExports, documentedFields } from './documented';
import type { SourceFile } from './source-files';

/** Files whose types are what notebooks hold. */
const RESULT_TYPES = ['contract/results.ts', 'contract/evidence.ts', 'contract/people.ts'];
const USES = ['product', 'assembly', 'support', 'test'] as const;
const LONGEST = 12;

interface Measured extends SourceFile {
  source: ts.SourceFile;
  lines: number;
  code: number;
}

/** How large the library is and how much of it is documented, as a text of some forty lines. */
export function figures(files: readonly SourceFile[]): string {
  const all = files.map((file): Measured => {
    const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ES2022, true);
    return { ...file, source, lines: file.text.split('\n').length - 1, code: countCodeLines(source) };
  });
  const product = all.filter(({ use }) => use === 'product');
  const longest = [...product].sort((a, b) => b.lines - a.lines).slice(0, LONGEST);
  const exports = together(product.map(({ source }) => documentedExports(source)));
  const fields = together(
    product.filter(({ path }) => RESULT_TYPES.includes(path)).map(({ source }) => documentedFields(source)),
  );
  return [
    'non-blank lines of code without comments',
    row('room', USES),
    ...[...new Set(all.map(({ room }) => room))].map((room) =>
      roomRow(
        room || 'lib',
        all.filter((file) => file.room === room),
      ),
    ),
    roomRow('all', all),
    '',
    `median file of the product: ${median(product.map(({ lines }) => lines))} lines, ${median(product.map(({ code }) => code))} of code, in ${product.length} files`,
    'longest files, in lines:',
    ...longest.map(({ lines, path }) => `${String(lines).padStart(8)}  ${path}`),
    '',
    `exports with a doc comment: ${share(exports)}`,
    `fields of result types with one: ${share(fields)}`,
    ...(process.argv.includes('--missing') ? [...exports.missing, ...fields.missing] : []),
    '',
  ].join('\n');
}

const row = (name: string, cells: ReadonlyArray<string | number>): string =>
  name.padEnd(12) + cells.map((cell) => String(cell).padStart(10)).join('');

function roomRow(name: string, files: readonly Measured[]): string {
  const codeOf = (use: SourceFile['use']) =>
    files.filter((file) => file.use === use).reduce((sum, { code }) => sum + code, 0);
  return row(name, USES.map(codeOf));
}

function together(parts: readonly Documented[]): Documented {
  return {
    all: parts.reduce((sum, part) => sum + part.all, 0),
    documented: parts.reduce((sum, part) => sum + part.documented, 0),
    missing: parts.flatMap(({ missing }) => missing),
  };
}

const share = ({ all, documented }: Documented): string =>
  `${documented} of ${all} (${((100 * documented) / all).toFixed(1)} %)`;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
