// SQL dumps for the tests: written in the manner of four programs from rows that are known.

/** A value as it is meant: null, a number by its text, or a text. */
export type Meant = null | { number: string } | string;

/** A table as it is meant. */
export interface MeantTable {
  name: string;
  columns: string[];
  rows: Meant[][];
}

/** How a dump is written. */
export type Manner =
  'mysqldump' | 'mysqldump-lines' | 'phpMyAdmin' | 'pg_dump' | 'pg_dump --inserts' | 'sqlite';

/** All manners. */
export const MANNERS: Manner[] = [
  ...(['mysqldump', 'mysqldump-lines', 'phpMyAdmin', 'pg_dump', 'pg_dump --inserts', 'sqlite'] as const),
];

const NOTES = [
  'plain',
  '',
  ' blanks ',
  "it's",
  'said "hello"',
  'back\\slash',
  'ends in \\',
  "\\'",
  'a\nb\r\nc',
  'tab\there',
  'é€😀',
  'nul\0byte',
  '\x1a',
  '), (1',
  "'); DROP TABLE users;",
  '%_',
  '\\N',
  'NULL',
  '{"k":[1,"x"]}',
  '-- no comment',
  '/* none */',
  '$$',
  '1.10',
  '0x1F',
  '\b\f\v',
  '{"a":1} ',
  '[]',
  '`tick`',
  'a;b',
  '# not one',
];
const NUMBERS = ['1', '-0', '1.10', '0.00', '1e5', '12345678901234567890', '-7.250'];

/** Tables of synthetic rows. */
export function meantTables(random: () => number): MeantTable[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const value = (i: number, kind: number): Meant => {
    if (kind === 0) return { number: String(i) };
    if (kind === 1) return `u${i}@example.org`;
    if (kind === 2) return random() < 0.3 ? null : pick(NOTES);
    return random() < 0.3 ? null : { number: pick(NUMBERS) };
  };
  const table = (name: string, columns: string[], rows: number): MeantTable => ({
    name,
    columns,
    rows: Array.from({ length: rows }, (_, i) => columns.map((_each, c) => value(i, c % 4))),
  });
  const some = (most: number): number => 1 + Math.floor(random() * most);
  return [
    table('users', ['id', 'email', 'note', 'amount'], some(30)),
    table('users_201912', ['id', 'email', 'note', 'amount', 'other'], some(12)),
    table('odd name', ['id', 'x.y', '__proto__'], some(8)),
  ];
}

/** Writes tables as a program writes them. */
export function writeDump(tables: MeantTable[], manner: Manner): string {
  switch (manner) {
    case 'mysqldump':
    case 'mysqldump-lines':
      return asMysqldump(tables, manner === 'mysqldump' ? ',' : ',\n');
    case 'phpMyAdmin':
      return asPhpMyAdmin(tables);
    case 'pg_dump':
    case 'pg_dump --inserts':
      return asPgDump(tables, manner === 'pg_dump');
    case 'sqlite':
      return asSqlite(tables);
  }
}

const ticked = (name: string): string => `\`${name.replaceAll('`', '``')}\``;
const doubled = (name: string): string =>
  /^[a-z][a-z_\d]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;

const ESCAPES: Record<string, string> = {
  '\0': '\\0',
  '\n': '\\n',
  '\r': '\\r',
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '\x1a': '\\Z',
};

function byMysql(value: Meant): string {
  if (value === null) return 'NULL';
  if (typeof value === 'object') return value.number;
  return `'${value.replace(/[\0\n\r\\'"\x1a]/g, (c) => ESCAPES[c] as string)}'`;
}

function byStandard(value: Meant): string {
  if (value === null) return 'NULL';
  return typeof value === 'object' ? value.number : `'${value.replaceAll("'", "''")}'`;
}

function byCopy(value: Meant): string {
  if (value === null) return '\\N';
  const text = typeof value === 'object' ? value.number : value;
  const names: Record<string, string> = {
    '\b': 'b',
    '\f': 'f',
    '\n': 'n',
    '\r': 'r',
    '\t': 't',
    '\v': 'v',
    '\\': '\\',
  };
  return text.replace(/[\b\f\n\r\t\v\\]/g, (c) => `\\${names[c]}`);
}

const tuple = (row: Meant[], by: (value: Meant) => string, comma = ','): string =>
  `(${row.map(by).join(comma)})`;

function asMysqldump(tables: MeantTable[], between: string): string {
  const texts = tables.map(
    ({ name, columns, rows }) => `
--
-- Table structure for table ${ticked(name)}
--

DROP TABLE IF EXISTS ${ticked(name)};
/*!40101 SET @saved_cs_client     = @@character_set_client */;
CREATE TABLE ${ticked(name)} (
${columns.map((column) => `  ${ticked(column)} varchar(255) DEFAULT 'a,''(b',`).join('\n')}
  PRIMARY KEY (${ticked(columns[0] as string)}),
  KEY ${ticked('by')} (${ticked(columns[1] as string)}(20))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='it; is';
/*!40101 SET character_set_client = @saved_cs_client */;

LOCK TABLES ${ticked(name)} WRITE;
/*!40000 ALTER TABLE ${ticked(name)} DISABLE KEYS */;
INSERT INTO ${ticked(name)} VALUES ${rows.map((row) => tuple(row, byMysql)).join(between)};
/*!40000 ALTER TABLE ${ticked(name)} ENABLE KEYS */;
UNLOCK TABLES;
`,
  );
  return `-- MySQL dump 10.13  Distrib 8.0.18, for Linux (x86_64)
--
-- Host: localhost    Database: synthetic
-- ------------------------------------------------------
/*!50503 SET NAMES utf8mb4 */;
/*!40103 SET TIME_ZONE='+00:00' */;
${texts.join('')}
DELIMITER ;;
/*!50003 CREATE*/ /*!50017 DEFINER=\`root\`@\`localhost\`*/ /*!50003 TRIGGER t BEFORE INSERT ON users FOR EACH ROW
BEGIN
INSERT INTO log VALUES (1);
END */;;
DELIMITER ;
-- Dump completed on 2019-12-26 10:00:00
`;
}

function asPhpMyAdmin(tables: MeantTable[]): string {
  const texts = tables.map(({ name, columns, rows }) => {
    const head = `INSERT INTO ${ticked(name)} (${columns.map(ticked).join(', ')}) VALUES`;
    const pages = [rows.slice(0, 5), rows.slice(5)].filter((page) => page.length > 0);
    return pages
      .map((page) => `${head}\n${page.map((row) => tuple(row, byMysql, ', ')).join(',\n')};\n`)
      .join('');
  });
  return `-- phpMyAdmin SQL Dump
-- version 4.9.0.1
-- https://www.phpmyadmin.net/

SET SQL_MODE = "NO_AUTO_VALUE_ON_ZERO";
START TRANSACTION;
SET time_zone = "+00:00";

${texts.join('\n-- --------------------------------------------------------\n\n')}
ALTER TABLE ${ticked('users')}
  ADD PRIMARY KEY (\`id\`);
COMMIT;

/*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;
`;
}

function asPgDump(tables: MeantTable[], isCopy: boolean): string {
  const texts = tables.map(({ name, columns, rows }) => {
    const table = `public.${doubled(name)}`;
    const created = `CREATE TABLE ${table} (\n${columns.map((column) => `    ${doubled(column)} text`).join(',\n')}\n);\n\n`;
    // pg_dump cannot write NUL; nothing in PostgreSQL holds it.
    if (!isCopy)
      return (
        created + rows.map((row) => `INSERT INTO ${table} VALUES ${tuple(row, byStandard, ', ')};\n`).join('')
      );
    const lines = rows.map((row) => `${row.map(byCopy).join('\t')}\n`).join('');
    return `${created}COPY ${table} (${columns.map(doubled).join(', ')}) FROM stdin;\n${lines}\\.\n\n`;
  });
  return `--
-- PostgreSQL database dump
--

-- Dumped from database version 12.1

SET statement_timeout = 0;
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);

CREATE FUNCTION public.f() RETURNS trigger
    LANGUAGE plpgsql
    AS $_$
BEGIN
INSERT INTO log VALUES ('$1');
END;
$_$;

${texts.join('\n')}
ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);

--
-- PostgreSQL database dump complete
--
`;
}

function asSqlite(tables: MeantTable[]): string {
  const texts = tables.map(({ name, columns, rows }) => {
    const created = `CREATE TABLE ${doubled(name)} (\n${columns.map((column) => `  ${doubled(column)} TEXT`).join(',\n')}\n);\n`;
    return (
      created + rows.map((row) => `INSERT INTO ${doubled(name)} VALUES${tuple(row, byStandard)};\n`).join('')
    );
  });
  return `PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n${texts.join('')}COMMIT;\n`;
}
