import { cellShape } from './cell-shape';

/** Words that columns are named by, of dumps above all; a name is cut at case, digits and signs before it is looked up. */
const NAME_WORDS = new Set(
  (
    'id uid uuid guid ref key hash salt token session pin name user username login nick nickname first last middle surname ' +
    'forename firstname lastname fullname mail email phone tel telephone mobile cell fax pass password passwd pwd ip mac ' +
    'ssid imei address addr street city town state province zip postal postcode country region area place location lat lng ' +
    'lon long latitude longitude date time day month year created updated modified deleted registered joined seen timestamp ' +
    'ts datetime birth birthday birthdate dob age gender sex title company org organization employer job role group type ' +
    'kind class status state code value number nr no num count total sum amount price cost qty quantity unit currency rate ' +
    'score description comment comments note notes text message subject body tag tags label category product item sku order ' +
    'device model serial firmware version url uri link website domain host agent source bank iban account card balance ' +
    'height weight condition diagnosis language lang locale timezone tz active enabled admin verified index row field column'
  ).split(' '),
);

/** Cells of a column that are looked at. */
const DEPTH = 200;

/**
 * Whether the first line of a table names its columns. It does where its cells do not look like the cells below them, or
 * are words that columns are named by. In doubt it is data: a record must not become column names.
 *
 * @param first cells of the first line
 * @param body the records below it; may be none
 */
export function isHeader(first: string[], body: string[][]): boolean {
  const rows = body.slice(0, DEPTH);
  const score = first.reduce((sum, cell, i) => sum + evidence(cell, column(rows, i)), 0);
  const names = first.filter((cell) => cell.trim() !== '');
  const repeats = names.length - new Set(names).size;
  return names.length > 0 && score - repeats * 0.3 > 0;
}

function column(rows: string[][], i: number): string[] {
  return rows.map((row) => row[i] ?? '').filter((cell) => cell.trim() !== '');
}

/** Above 0: the cell names the column; below 0: it is one of its cells. */
function evidence(cell: string, below: string[]): number {
  const shape = cellShape(cell);
  if (shape === 'empty') return below.length > 0 ? -0.1 : 0;
  if (below.includes(cell) || (/\d/.test(cell) && below.some((each) => frame(each) === frame(cell))))
    return -1;
  const shapes = below.map(cellShape);
  const values = shapes.filter((each) => each === 'value').length;
  if (shape === 'value') return isYear(cell) && values === below.length ? 0 : -1.5;
  const named = isNamed(cell) ? 1 : 0;
  if (below.length === 0) return named || (shape === 'name' ? 0.2 : shape === 'words' ? 0 : -0.1);
  if (values * 5 >= below.length * 4) return 1 + named;
  if (named) return shape === 'name' || shape === 'words' ? 1 : 0.3;
  const alike = shapes.filter((each, i) => each === shape && caseOf(below[i] ?? '') === caseOf(cell)).length;
  return alike * 2 > below.length ? -0.2 : 0.2;
}

/** A text with its numbers taken out: alike for `user12` and `user345`. */
function frame(text: string): string {
  return text.replace(/\d+/g, '0');
}

function isYear(cell: string): boolean {
  return /^(19|20)\d\d$/.test(cell.trim());
}

function isNamed(cell: string): boolean {
  if (cell.length > 60) return false;
  const words = cell
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  return words.length <= 6 && words.some((word) => NAME_WORDS.has(word));
}

function caseOf(text: string): string {
  const letters = text.replace(/[^\p{L}]/gu, '');
  if (letters === '') return 'none';
  if (letters === letters.toLowerCase()) return 'lower';
  return letters === letters.toUpperCase() ? 'upper' : 'mixed';
}
