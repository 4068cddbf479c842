// Delimiter-separated texts for the tests: clean ones in many dialects, and mutations of them.

/** How a clean table is written. */
export interface TableStyle {
  delimiter: string;
  quote: string;
  escape: string;
  lineEnd: string;
  quoteAll: boolean;
}

const NAMES = ['user_id', 'email', 'created_at', 'city', 'note', 'amount', 'ip', 'active', 'device'];
const NOTES = [
  'plain',
  'two words',
  '',
  'São Paulo',
  'a, b; c|d\te',
  'said "hello"',
  "it's",
  'line one\nline two',
  '  blanks  ',
  '日本',
];

/** Cells of a synthetic table: a header and `rows` rows. */
export function cleanCells(rows: number, random: () => number): string[][] {
  const columns = 2 + Math.floor(random() * (NAMES.length - 2));
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const cell: ((i: number) => string)[] = [
    (i) => String(1000 + i),
    (i) => `u${i}@example.org`,
    (i) => `2019-12-${String(1 + (i % 28)).padStart(2, '0')} 10:00:00`,
    () => pick(['Berlin', 'Paris', 'New York', '']),
    () => pick(NOTES),
    (i) => `${i % 100}.${String(i % 10)}0`,
    (i) => `192.0.2.${i % 250}`,
    () => pick(['true', 'false']),
    (i) => `02:00:5e:00:00:${String((i % 90) + 10)}`,
  ];
  return [
    NAMES.slice(0, columns),
    ...Array.from({ length: rows }, (_, i) => cell.slice(0, columns).map((make) => make(i))),
  ];
}

/** Writes cells as text. */
export function writeCells(cells: string[][], style: TableStyle): string {
  const { delimiter, quote, escape, lineEnd, quoteAll } = style;
  const needs = (cell: string): boolean =>
    quoteAll ||
    cell.includes(delimiter) ||
    cell.includes(quote) ||
    /[\r\n]/.test(cell) ||
    cell.startsWith(' ');
  const text = (cell: string): string =>
    needs(cell)
      ? quote +
        cell.replaceAll('\\', escape === '\\' ? '\\\\' : '\\').replaceAll(quote, escape + quote) +
        quote
      : cell;
  return cells.map((row) => row.map(text).join(delimiter) + lineEnd).join('');
}

/** A style by chance. */
export function styleOf(random: () => number): TableStyle {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const quote = pick(['"', '"', '"', "'"]);
  return {
    delimiter: pick([',', ';', '\t', '|', '||', '^', '§']),
    quote,
    escape: random() < 0.2 ? '\\' : quote,
    lineEnd: pick(['\n', '\r\n', '\n', '\r']),
    quoteAll: random() < 0.3,
  };
}

const SPLINTERS = [
  '"',
  "'",
  ',',
  ';',
  '\n',
  '\r',
  '\r\n',
  '""',
  '",',
  ',"',
  '\\',
  '\\"',
  '\0',
  '#',
  ' ',
  '\t',
  '\n\n',
  '\xff',
  '"\n"',
];

/** A text with some bytes left out, put in, doubled or cut off. */
export function mutated(text: Buffer, random: () => number): Buffer {
  const bytes = Array.from(text.toString('latin1'));
  const at = (): number => Math.floor(random() * bytes.length);
  for (let times = 1 + Math.floor(random() * 6); times > 0; times--) {
    const kind = random();
    if (kind < 0.55) bytes.splice(at(), 0, SPLINTERS[Math.floor(random() * SPLINTERS.length)] as string);
    else if (kind < 0.8) bytes.splice(at(), 1 + Math.floor(random() * 3));
    else if (kind < 0.9) bytes.splice(at(), 0, ...bytes.slice(at(), at() + 40));
    else if (kind < 0.95) bytes.length = at();
    else bytes.splice(at(), 1, String.fromCharCode(Math.floor(random() * 256)));
  }
  return Buffer.from(bytes.join(''), 'latin1');
}
