import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classifyHead } from './classify-head';
import { hasBackslashEscapes } from './sniff-sql';

const formatOf = (text: string): string => {
  const head = classifyHead(Buffer.from(text), true);
  return head.is === 'text' ? head.shape.format : head.is;
};

test('dumps are told by how they begin, whatever stands before their rows', () => {
  const dumps = [
    '-- MySQL dump 10.13  Distrib 8.0.18\n',
    '/*M!999999\\- enable the sandbox mode */ \n-- MariaDB dump 10.19\n/*!40101 SET NAMES utf8 */;\nINSERT INTO `t` VALUES (1);\n',
    '-- phpMyAdmin SQL Dump\n-- version 4.9\n',
    '--\n-- PostgreSQL database dump\n--\n',
    '--\r\n-- PostgreSQL database cluster dump\r\n--\r\n',
    '\ufeffINSERT INTO t VALUES (1);\n',
    "insert ignore into `a`.`b c` (`x`, `y`) values\n(1,'a');\n",
    "REPLACE INTO t VALUES (1,'a');\n",
    'INSERT t VALUES (1);\n',
    '# mine\n/* and\nmine */ CREATE TABLE IF NOT EXISTS "t" (\n  a int\n);\n',
    'COPY public.t (id, mail) FROM stdin;\n1\ta@example.org\n\\.\n',
    'PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n',
    'SET NAMES utf8mb4;\nINSERT INTO t VALUES (1);\n',
    'DROP TABLE IF EXISTS t;\nCREATE TABLE t (a int);\n',
    'from the board with love\n\nINSERT INTO t VALUES (1);\n',
  ];
  for (const text of dumps) assert.equal(formatOf(text), 'sql', text);
});

test('a table, a list or a prose in which words of SQL occur is no dump', () => {
  const others: [string, string][] = [
    ['id,note\n1,INSERT INTO t VALUES (1)\n2,"INSERT INTO t\n VALUES (2)"\n', 'csv'],
    ['insert,update,delete\n1,2,3\n4,5,6\n', 'csv'],
    ['Insert date (UTC),Value\n2019-12-01,5\n2019-12-02,6\n', 'csv'],
    ['set,name\n1,a\n2,b\n', 'csv'],
    ['id\tquery\n1\tSELECT 1\n2\tDROP TABLE users\n', 'tsv'],
    ['"INSERT INTO t VALUES (1)",1\n"INSERT INTO t VALUES (2)",2\n', 'csv'],
    ['-- comment,1\n-- comment,2\n', 'unknown'],
    ['{"q":"INSERT INTO t VALUES (1);"}\n', 'ndjson'],
    ['Insert into the slot the card that you were given, and wait.\nThen go.\n', 'unknown'],
  ];
  for (const [text, format] of others) assert.equal(formatOf(text), format, text);
});

test('what a backslash is in a dump is told by who wrote it, else by what it does before quotes', () => {
  for (const text of [
    '-- MySQL dump 10.13\n',
    "INSERT INTO `t` VALUES ('a');",
    "INSERT INTO t VALUES ('it\\'s');",
    "INSERT INTO t VALUES ('a\\nb');",
    'CREATE TABLE t (\n a int\n) ENGINE=InnoDB;',
  ])
    assert.equal(hasBackslashEscapes(text), true, text);
  for (const text of [
    '--\n-- PostgreSQL database dump\n--\n',
    'PRAGMA foreign_keys=OFF;\n',
    'INSERT INTO "t" VALUES (1);',
    "INSERT INTO t VALUES ('C:\\', 'D:\\');",
  ])
    assert.equal(hasBackslashEscapes(text), false, text);
});
