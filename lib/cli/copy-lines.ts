import { formatBytes } from './format';

/** Where the private working copies lie, how large they are, and how they go. */
export function copyLines(copies: { dir: string; bytes: number }[]): string[] {
  const total = copies.reduce((sum, copy) => sum + copy.bytes, 0);
  return [
    `Private working ${copies.length === 1 ? 'copy' : 'copies'} (${formatBytes(total)} in all; gone after seven days without use, or by ` +
      '`npx --no breachscope forget --all`):',
    ...copies.map((copy) => `  ${copy.dir} (${formatBytes(copy.bytes)})`),
  ];
}
