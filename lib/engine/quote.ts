/**
 * Quotes a name for SQL. The only function that may do so; values are bound, never quoted into a statement.
 *
 * @example quoteIdentifier('a"b') // '"a""b"'
 */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * Quotes a text for SQL where the grammar takes no bound value: file names and settings.
 *
 * @example quoteText("it's") // "'it''s'"
 */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
