/** What a statement is to a reader of rows. */
export type StatementKind =
  | 'insert'
  | 'copy'
  | 'create'
  | 'drop'
  | 'alter'
  | 'use'
  | 'set'
  /** Changes or deletes rows. */
  | 'change'
  /** `DELIMITER ;;` */
  | 'delimiter'
  /** A line of a client: `\connect`, GO. */
  | 'client'
  /** Any other statement. */
  | 'other'
  /** No statement: a line of something else. */
  | 'line';

const KINDS: [StatementKind, RegExp][] = [
  ['insert', /^(?:insert|replace)\b/i],
  ['copy', /^copy\b/i],
  ['create', /^create\b/i],
  ['drop', /^drop\b/i],
  ['alter', /^alter\b/i],
  ['use', /^use\b/i],
  ['set', /^set\b/i],
  ['change', /^(?:update|delete|merge|truncate|load)\b/i],
  ['delimiter', /^delimiter\b/i],
  ['client', /^(?:\\|go[ \t\r]*(?:\n|$))/i],
  [
    'other',
    /^(?:lock|unlock|begin|start|commit|end|rollback|pragma|select|grant|revoke|comment|analyze|vacuum|with|do|call|exec|execute|prepare|deallocate|show|flush|reset|security|reindex|refresh|import|declare|explain|rename|optimize|change|stop|purge|savepoint|release|attach|detach|if|print|warnings|values|handler|check|repair|cluster|listen|notify|discard|abort|fetch|close|move|kill|install|uninstall|binlog|xa)\b/i,
  ],
  // Rows whose first word is damaged are rows.
  ['insert', /^[^\s;'"][^;'"\n]{0,20}?[^\w]?into\s[^;'(]{1,200}?(?:\([^;')]*\)\s*)?values\s*\(/i],
];

/** Tells a statement by its first word. */
export function statementKind(opening: string): StatementKind {
  return KINDS.find(([, pattern]) => pattern.test(opening))?.[0] ?? 'line';
}
