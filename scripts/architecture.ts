// `npx ts-node scripts/architecture.ts`: draws docs/architecture.svg, the rooms of lib/ in order with their sizes and imports.
// What each room hands on is taken from the table of docs/architecture.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { countCodeLines } from './house/count-code-lines';
import { importsOf } from './house/imports';
import { ROOMS } from './house/plan';
import { type SourceFile, sourceFiles } from './house/source-files';

const docs = join(__dirname, '..', 'docs');
const files = sourceFiles(join(__dirname, '..', 'lib')).filter(({ use }) => use === 'product');
const table = readFileSync(join(docs, 'architecture.md'), 'utf8');

const WIDTH = 1080;
const ROW = 58;
const TOP = 48;
/** Where the boxes end and the lines begin. */
const EDGE = 700;
const BAR = 170;

interface Room {
  name: string;
  handsOn: string[];
  files: number;
  lines: number;
  /** Middle of its box. */
  y: number;
}

/** A text in lines of at most so many characters. */
function wrapped(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

const codeLines = ({ path, text }: SourceFile): number =>
  countCodeLines(ts.createSourceFile(path, text, ts.ScriptTarget.Latest));

const rooms = ROOMS.map((name, i): Room => {
  const row = new RegExp(`^\\| \`${name}/\` *\\| (.*?) *\\|$`, 'm').exec(table)?.[1];
  if (row === undefined) throw new Error(`docs/architecture.md does not say what ${name}/ hands on`);
  const own = files.filter(({ room }) => room === name);
  const lines = own.reduce((sum, file) => sum + codeLines(file), 0);
  return {
    name,
    handsOn: wrapped(row.replaceAll('`', ''), 68),
    files: own.length,
    lines,
    y: TOP + i * ROW + ROW / 2,
  };
});

/** How many imports run from one room to another. */
const counts = new Map<string, number>();
for (const [from, targets] of importsOf(files)) {
  const room = from.split('/')[0] ?? '';
  for (const to of targets.map((target) => target.split('/')[0] ?? ''))
    if (to !== room) counts.set(`${room} ${to}`, (counts.get(`${room} ${to}`) ?? 0) + 1);
}

const most = Math.max(...rooms.map(({ lines }) => lines));
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const number = (value: number): string => value.toLocaleString('en');

function box({ name, handsOn, files: count, lines, y }: Room): string {
  const top = y - ROW / 2 + 4;
  const words = handsOn.map((line, i) => `<tspan x="128" y="${y - 4 + i * 14}">${escaped(line)}</tspan>`);
  const bar = Math.max(2, (BAR * lines) / most);
  return `<rect x="12" y="${top}" width="${EDGE - 12}" height="${ROW - 8}" rx="4" class="room"/>
<text x="24" y="${y + 4}" class="name">${name}/</text>
<text class="what">${words.join('')}</text>
<rect x="${EDGE - BAR - 12}" y="${y - 12}" width="${bar.toFixed(1)}" height="9" class="size"/>
<text x="${EDGE - BAR - 12}" y="${y + 14}" class="what">${number(count)} files, ${number(lines)} lines</text>`;
}

function line(from: Room, to: Room, count: number): string {
  const reach = EDGE + 24 + ((from.y - to.y) / ROW) * 21;
  const width = Math.min(5, 0.6 + Math.sqrt(count) / 3).toFixed(1);
  const [start, end] = [from.y - 6, to.y + 8];
  const title = `${from.name}/ imports ${to.name}/ ${count} times`;
  return `<path d="M${EDGE} ${start}C${reach} ${start} ${reach} ${end} ${EDGE + 7} ${end}" stroke-width="${width}" class="import${to.name === 'contract' ? ' to-contract' : ''}" marker-end="url(#head)"><title>${title}</title></path>`;
}

const lines = rooms
  .flatMap((from) => rooms.map((to) => ({ from, to, count: counts.get(`${from.name} ${to.name}`) ?? 0 })))
  .filter(({ count }) => count > 0)
  .sort((a, b) => b.from.y - b.to.y - (a.from.y - a.to.y))
  .map(({ from, to, count }) => line(from, to, count));

const height = TOP + rooms.length * ROW + 16;
writeFileSync(
  join(docs, 'architecture.svg'),
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="DejaVu Sans, Verdana, sans-serif" role="img">
<title>The rooms of lib/ in the order in which data walk through them</title>
<style>.room{fill:#f6f6f3;stroke:#c9c9c2}.name{font-size:15px;font-weight:bold;fill:#222}.what{font-size:11px;fill:#555}.size{fill:#7a9cc6}.import{fill:none;stroke:#a34a28;stroke-opacity:.55}.to-contract{stroke:#999;stroke-opacity:.5}</style>
<defs><marker id="head" viewBox="0 0 6 6" refX="5" refY="3" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L6 3L0 6z" fill="#777"/></marker></defs>
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
<text x="12" y="28" class="what">Data walk down. An arrow runs up, from a room to one whose files it imports (grey: to contract/); thicker: more imports.</text>
${rooms.map(box).join('\n')}
${lines.join('\n')}
</svg>
`,
);
