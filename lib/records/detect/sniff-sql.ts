/** How a dump begins that says so. */
const HEADER =
  /^(?:\/\*M!999999[^\n]*\n)?(?:-- (?:MySQL|MariaDB) dump |-- phpMyAdmin SQL Dump|--\s*\r?\n-- PostgreSQL database (?:cluster )?dump)/;
const GAP = /^(?:\s+|--[^\n]*(?:\n|$)|#[^\n]*(?:\n|$)|\/\*M?!(?!999999)\d*|\*\/|\/\*[^]*?\*\/)/;
const NAME = String.raw`(?:[\w$.\x80-\xff]+|\`[^\`\n]+\`|"[^"\n]+"|\[[^\]\n]+\])(?:\.(?:[\w$\x80-\xff]+|\`[^\`\n]+\`|"[^"\n]+"|\[[^\]\n]+\]))*`;
const LIST = String.raw`\([^()]{1,20000}(?:\)|$)`;
const HOW = String.raw`(?:\s+(?:LOW_PRIORITY|DELAYED|HIGH_PRIORITY|IGNORE|OVERWRITE|OR\s+\w+))*`;
/** A statement that makes or fills a table. */
const DATA = new RegExp(
  [
    String.raw`^[ \t]*(?:(?:INSERT|REPLACE)${HOW}\s+INTO\s+${NAME}\s*(?:${LIST}|(?:OVERRIDING\s+\w+\s+VALUE\s+)?VALUES?\b|SELECT\b|SET\b)`,
    String.raw`(?:INSERT|REPLACE)${HOW}\s+${NAME}\s*(?:${LIST}\s*)?VALUES?\s*\(`,
    String.raw`CREATE\s+(?:(?:GLOBAL|LOCAL|TEMP|TEMPORARY|UNLOGGED)\s+)*TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?${NAME}\s*\(`,
    String.raw`COPY\s+${NAME}\s*(?:\([^()\n]*\)\s*)?FROM\s+stdin\b)`,
  ].join('|'),
  'im',
);
/** Statements that dumps begin with. */
const BEGINS =
  /^(?:SET\s+(?:NAMES\b|[\w@.`]+\s*(?:=|TO\b))|(?:CREATE|DROP|ALTER)\s+(?:TEMPORARY\s+)?(?:TABLE|DATABASE|SCHEMA|TYPE|FUNCTION|EXTENSION|VIEW|INDEX|SEQUENCE|ROLE|USER|DOMAIN)\s|USE\s+[\w`"[]+.*;|LOCK\s+TABLES\s|UNLOCK\s+TABLES|BEGIN(?:\s+TRANSACTION)?\s*;|START\s+TRANSACTION\s*;|PRAGMA\s+\w+|SELECT\s+pg_catalog\.|\\(?:connect|restrict)\s|(?:DELETE\s+FROM|TRUNCATE(?:\s+TABLE)?|UPDATE)\s+[\w\`"[]|DELIMITER\s)/i;
/** Lines of a stranger's before a dump. */
const MOST_LINES = 20;

/**
 * Tells a dump of statements that make and fill tables by its head; names are never asked. A table or a prose in which such
 * words occur is none.
 *
 * @param head decoded text from its first byte that is not blank
 */
export function sniffSql(head: Buffer): boolean {
  const text = head.toString('latin1').replace(/\r(?!\n)/g, '\n');
  if (HEADER.test(text)) return true;
  const begins = withoutGaps(text);
  const at = begins.search(DATA);
  if (at === 0) return true;
  if (BEGINS.test(begins)) return at > 0 || /;[ \t\r]*(?:--[^\n]*|\*\/;?[ \t\r]*)?(?:\n|$)/.test(begins);
  // What a stranger wrote above a dump is no table.
  const above = begins.slice(0, Math.max(0, at));
  return at > 0 && above.split('\n').length <= MOST_LINES && !/[,;\t|"{}<>[\]]/.test(above);
}

function withoutGaps(text: string): string {
  let at = 0;
  for (let gap = GAP.exec(text); gap; gap = GAP.exec(text.slice(at, at + 65_536))) at += gap[0].length;
  return text.slice(at);
}

/** What only PostgreSQL or SQLite writes, what only MySQL does, and names in quotes of the standard. */
const STANDARD =
  /^(?:-- PostgreSQL |SELECT pg_catalog\.|COPY [^;]{1,2000} FROM stdin;|SET standard_conforming_strings = on|PRAGMA |BEGIN TRANSACTION;)/im;
const MYSQL =
  /^(?:-- (?:MySQL|MariaDB) dump |-- phpMyAdmin|LOCK TABLES |\/\*!\d|\).{0,40}\bENGINE ?=|(?:INSERT|REPLACE|CREATE|DROP)\s(?:[A-Z]{1,12}\s){0,4}`)/im;
const QUOTED_NAMES = /^(?:INSERT INTO|CREATE TABLE)\s+(?:\w+\.)*"/im;

/**
 * Whether a backslash escapes in the texts of a dump: in MySQL's and its kin it does, by the standard it is itself. Where nothing
 * else tells, by what backslashes before quotes mean there, else as MySQL.
 */
export function hasBackslashEscapes(head: string): boolean {
  if (STANDARD.test(head)) return false;
  if (MYSQL.test(head)) return true;
  if (QUOTED_NAMES.test(head)) return false;
  const inside = head.match(/\\'(?!\s*[,);])/g)?.length ?? 0;
  const atEnd = head.match(/\\'\s*[,)]/g)?.length ?? 0;
  return atEnd === 0 || inside >= atEnd;
}
