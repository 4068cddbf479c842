import { readCreateTable } from '../../sql/create-table';
import { readReferences } from '../../sql/references';
import { isWord, readName, SqlWords } from '../../sql/sql-words';
import type { StatementKind } from '../../sql/statement-kind';
import type { SqlDump } from './sql-dump';
import { MAX_COLUMNS } from './sql-tables';
import { STATEMENT_BYTES } from './sql-window';

const CREATES_TABLE = /^create\s+(?:\w+\s+){0,4}?table\b/i;
const CREATES_BODY = /^create\s[^;]{0,400}?\b(?:trigger|procedure|function|event)\b/i;
const ALTERS_COLUMNS = /^alter\s+table\b[^;]*\b(?:add|drop|rename|change)\s+(?:column\b|[`"])/i;
const REFERS = /\breferences\b/i;
/** What puts values into tables and is not read as rows, by the kind of statement; rules and bodies put in nothing yet. */
const BRINGS_VALUES: Partial<Record<StatementKind, RegExp>> = {
  create: /^create\s+(?:\w+\s+){0,4}?table\b[^;(]*?\bselect\b/i,
  change: /^(?:update|merge|load)\b/i,
  other: /\b(?:insert\s+into|replace\s+into|merge\s+into|update\s[^;]*?\sset|load\s+(?:data|xml))\b/i,
};
const ESCAPES_OFF = /standard_conforming_strings\s*(?:=|to)\s*'?on|sql_mode[^;]*no_backslash_escapes/i;
const ESCAPES_ON = /standard_conforming_strings\s*(?:=|to)\s*'?off/i;

/** Passes over a statement that holds no rows, and learns what it says of tables and texts. */
export async function skipStatement(dump: SqlDump, kind: StatementKind): Promise<void> {
  const { tables } = dump;
  const opening = dump.text.peek(STATEMENT_BYTES);
  if (BRINGS_VALUES[kind]?.test(statementOf(opening))) dump.text.refused.lost('STATEMENTS_UNAPPLIED');
  if (kind === 'create' && CREATES_TABLE.test(opening)) return create(dump);
  const words = new SqlWords(opening, 0, 'none');
  const isChange = kind === 'change' || (kind === 'drop' && dropsRows(dump, words));
  if (kind === 'use') {
    words.next();
    tables.use(readName(words)[0] ?? '');
  }
  if (kind === 'alter' && ALTERS_COLUMNS.test(opening)) alter(dump, words);
  if (kind === 'alter' && REFERS.test(opening)) {
    const end = opening.indexOf(';');
    dump.tables.refer(readReferences(end < 0 ? opening : opening.slice(0, end), 'plain'));
  }
  if (kind === 'set') set(dump, opening.slice(0, opening.indexOf(';')));
  await dump.passStatement(kind === 'create' && CREATES_BODY.test(opening));
  dump.countSkipped(isChange ? 'STATEMENTS_UNAPPLIED' : 'STATEMENTS_SKIPPED');
}

/** Reads the columns of a table that is created, if the statement is no longer than a row may be. */
async function create(dump: SqlDump): Promise<void> {
  const { text } = dump;
  const statement = dump.statement(false);
  dump.countSkipped('STATEMENTS_SKIPPED');
  let to = text.next;
  for (;;) {
    const { base } = text;
    const { at, isOver } = statement.read(text.bytes(), to, text.ended);
    to = at;
    if (isOver) break;
    if (text.isTooLong) {
      text.next = to;
      return dump.passStatement(false, statement);
    }
    if (!(await text.more())) {
      dump.endCut();
      return;
    }
    to -= text.base - base;
  }
  const source = text.bytes().toString('latin1', text.next, to);
  const created = readCreateTable(new SqlWords(source, 0, dump.hasEscapes ? 'escaped' : 'plain'));
  if (statement.isBroken) dump.markCut();
  const columns = statement.isBroken ? null : created?.columns?.slice(0, MAX_COLUMNS);
  if (created) dump.tables.create(created.table, columns ?? null);
  if (REFERS.test(source)) dump.tables.refer(readReferences(source, dump.hasEscapes ? 'escaped' : 'plain'));
  text.next = to;
}

/** DROP TABLE [IF EXISTS] name */
function dropsRows({ tables }: SqlDump, words: SqlWords): boolean {
  words.next();
  if (!isWord(words.next(), 'TABLE')) return false;
  if (isWord(words.peek(), 'IF')) for (let i = 0; i < 2; i++) words.next();
  return tables.hasRows(readName(words));
}

/** ALTER TABLE [ONLY] name */
function alter({ tables }: SqlDump, words: SqlWords): void {
  for (let i = 0; i < 2; i++) words.next();
  if (isWord(words.peek(), 'ONLY')) words.next();
  tables.alter(readName(words));
}

/** The opening up to where the statement seems to end, without its texts and comments. */
function statementOf(opening: string): string {
  return opening.replace(/'(?:[^'\\]|\\.)*'|--[^\n]*/gs, ' ').split(';', 1)[0] ?? '';
}

function set(dump: SqlDump, statement: string): void {
  if (ESCAPES_OFF.test(statement)) dump.hasEscapes = false;
  else if (ESCAPES_ON.test(statement)) dump.hasEscapes = true;
}
