// Files made in the way of the Pollock benchmark (Vitagliano et al., PVLDB 16, 2023): one clean table, each copy with one
// pollution, and the cells that a perfect loader finds. The table and the texts are ours; weights are how often the authors
// met a pollution in 3,712 files of open data.

/** One polluted file. */
export interface PollutionFixture {
  name: string;
  kind: string;
  text: Buffer;
  /** Header and records as they should be found. */
  clean: string[][];
  weight: number;
  /** Index in `clean` of the record that was polluted, if it is one. */
  polluted: number | null;
}

const HEADER = [
  'sold_on',
  'sold_at',
  'quantity',
  'product_id',
  'price',
  'category',
  'description',
  'link',
  'remarks',
];
const ROWS = 83;
const CATEGORIES = ['Lamp', 'Camera', 'Plug', 'Scale'];
const WORDS = [
  'bright, warm',
  'with 4" stand',
  'indoor',
  'set of two, grey',
  'the "small" one',
  'spare part',
];

/** The clean table: 84 lines of nine cells, of which some hold delimiters and quotes, and most remarks are empty. */
export function cleanTable(): string[][] {
  const two = (n: number): string => String(n).padStart(2, '0');
  return [
    HEADER,
    ...Array.from({ length: ROWS }, (_, i) => [
      `2019-${two(1 + (i % 12))}-${two(1 + (i % 28))}`,
      `${two(i % 24)}:${two((i * 7) % 60)}`,
      String(1 + ((i * 5) % 17)),
      `P-${1000 + i * 13}`,
      `${5 + (i % 40)}.${two((i * 31) % 100)}`,
      CATEGORIES[i % 4] as string,
      WORDS[i % 6] as string,
      `https://shop.example.org/p/${i}`,
      i % 11 === 0 ? 'returned' : '',
    ]),
  ];
}

interface Writing {
  delimiter?: string;
  quote?: string;
  escape?: string;
  lineEnd?: string;
}

function cellText(cell: string, { delimiter = ',', quote = '"', escape = '"' }: Writing): string {
  const plain = !cell.includes(delimiter) && !cell.includes(quote) && !(delimiter === ' ' && cell === '');
  return plain ? cell : quote + cell.replaceAll(quote, escape + quote) + quote;
}

function lineText(row: string[], writing: Writing): string {
  return row.map((cell) => cellText(cell, writing)).join(writing.delimiter ?? ',');
}

function tableText(rows: string[][], writing: Writing = {}): string {
  const { lineEnd = '\r\n' } = writing;
  return rows.map((row) => lineText(row, writing) + lineEnd).join('');
}

/** All files: 13 of structure, 9 of dialect, and one for each row, or each cell, and each way to break it. */
export function pollutionFixtures(): PollutionFixture[] {
  const table = cleanTable();
  return [...structures(table), ...dialects(table), ...rowPollutions(table)];
}

function structures(table: string[][]): PollutionFixture[] {
  const [header = [], ...rows] = table;
  const second = (width: number): string[][] =>
    Array.from({ length: 10 }, (_, i) =>
      Array.from({ length: width }, (_, j) => (i === 0 ? `name_${'abcdefghijkl'[j]}` : String(i * 100 + j))),
    );
  const two = (width: number): PollutionFixture =>
    file(`multitable_${width}`, 62.67, `${tableText(table)}\r\n${tableText(second(width))}`, [
      ...table,
      ...second(width),
    ]);
  return [
    file('source', 1, tableText(table), table),
    file('no_payload', 15, '', []),
    file('no_trailing_newline', 184, tableText(table).slice(0, -2), table),
    file('double_trailing_newline', 5, `${tableText(table)}\r\n`, table),
    file('no_header', 470, tableText(rows), table),
    file('header_multirow_2', 47, tableText([header, ...table]), table),
    file('header_multirow_3', 47, tableText([header, header, ...table]), table),
    file(
      'preamble',
      282,
      `Sales of 2019\r\nExported by hand\r\nNot audited\r\n\r\n${tableText(table)}`,
      table,
    ),
    two(6),
    two(9),
    two(12),
    file('header_only', 3, tableText([header]), [header]),
    file('one_data_row', 4, tableText(table.slice(0, 2)), table.slice(0, 2)),
  ];
}

function dialects(table: string[][]): PollutionFixture[] {
  const written = (name: string, weight: number, writing: Writing): PollutionFixture =>
    file(name, weight, tableText(table, writing), table);
  return [
    written('record_delimiter_0xD', 7, { lineEnd: '\r' }),
    written('record_delimiter_0xA', 1691, { lineEnd: '\n' }),
    written('field_delimiter_0x9', 4, { delimiter: '\t' }),
    written('field_delimiter_0x3B', 834, { delimiter: ';' }),
    written('field_delimiter_0x20', 4, { delimiter: ' ' }),
    written('field_delimiter_0x2C_0x20', 101, { delimiter: ', ' }),
    written('quotation_char_0x27', 11, { quote: "'" }),
    written('escape_char_0x5C', 1, { escape: '\\' }),
    written('escape_char_0x00', 7, { escape: '' }),
  ];
}

function rowPollutions(table: string[][]): PollutionFixture[] {
  const files: PollutionFixture[] = [];
  const columns = HEADER.length;
  for (let row = 0; row < table.length; row++) {
    const cells = table[row] as string[];
    const texts = cells.map((cell) => cellText(cell, {}));
    const put = (kind: string, weight: number, line: string, clean: string[]): void => {
      const text = table.map((each, i) => (i === row ? line : lineText(each, {})) + '\r\n').join('');
      const rows = table.map((each, i) => (i === row ? clean : each));
      files.push({ ...file(`${kind}_${row}_${files.length}`, weight, text, rows), kind, polluted: row });
    };
    for (let column = 0; column < columns; column++) {
      const splice = (remove: number, ...add: string[]): string[] => cells.toSpliced(column, remove, ...add);
      if (column > 0) {
        const merged = `${texts[column - 1]}${texts[column]}`;
        const clean = cells.toSpliced(column - 1, 2, `${cells[column - 1]}${cells[column]}`);
        put('less_separators', 0.3678, texts.toSpliced(column - 1, 2, merged).join(','), clean);
      }
      put('more_separators', 0.3678, texts.toSpliced(column, 0, '').join(','), splice(0, ''));
      const text = texts[column] as string;
      const quoted = text.startsWith('"') ? `""${text.slice(1)}` : `"${text}`;
      put(
        'extra_quote',
        0.00926,
        texts.toSpliced(column, 1, quoted).join(','),
        splice(1, `"${cells[column]}`),
      );
    }
    put('row_of_blanks', 1 / 84, lineText(cells, { delimiter: ' ' }), cells);
  }
  return files;
}

function file(name: string, weight: number, text: string, clean: string[][]): PollutionFixture {
  return { name, kind: name, text: Buffer.from(text), clean, weight, polluted: null };
}
