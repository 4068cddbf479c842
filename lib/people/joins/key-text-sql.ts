import type { StorePath } from '../../contract/manifest';

/** SQL of a key's text as keys are compared: without blanks around it, and without case where it has letters. */
export function keyTextSql({ column, fold }: StorePath, row = ''): string {
  const text = `${row}${column}`;
  const bare = (fold & 2) === 0 ? text : `trim(${text})`;
  return (fold & 1) === 0 ? bare : `lower(${bare})`;
}
