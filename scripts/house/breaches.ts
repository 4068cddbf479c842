import { posix } from 'node:path';
import { circles } from './circles';
import { importsOf } from './imports';
import { MOST_FILES, MOST_LINES, ROOMS, SHELVES, TABLES, TRUE_RECURSIONS } from './plan';
import type { SourceFile } from './source-files';
import { unsaidThrows } from './thrown';

/** What breaks the plan of the house, one sentence each. */
export function breaches(files: readonly SourceFile[]): string[] {
  const imports = importsOf(files);
  return [
    ...circlesOf(imports),
    ...files.flatMap((file) => backwards(file, imports.get(file.path) ?? [])),
    ...files.flatMap((file) => supportInProduct(file, imports.get(file.path) ?? [], files)),
    ...crowdedFolders(files),
    ...files.flatMap(tooLong),
    ...files.flatMap(unsaidThrows),
    ...staleExceptions(files, imports),
  ];
}

const sameFiles = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((path) => other.includes(path));

function circlesOf(imports: Map<string, string[]>): string[] {
  return circles(imports)
    .filter((group) => !TRUE_RECURSIONS.some(({ files }) => sameFiles(files, group)))
    .map((group) => `circle of imports: ${group.join(', ')}`);
}

/** Imports against the order of rooms, and of shelves inside one. Tests and test support may import any room. */
function backwards({ path, room, use }: SourceFile, targets: readonly string[]): string[] {
  if (use === 'test' || use === 'support' || room === '') return [];
  if (!ROOMS.includes(room)) return [`${path}: ${room}/ has no place in the order of rooms`];
  return targets.filter((target) => isBack(path, target)).map((target) => `${path} imports back ${target}`);
}

function isBack(from: string, to: string): boolean {
  const [room = '', shelf = ''] = from.split('/');
  const [other = '', otherShelf = ''] = to.split('/');
  if (room !== other) return ROOMS.indexOf(other) > ROOMS.indexOf(room);
  const shelves = SHELVES[room];
  if (!shelves) return false;
  const place = (name: string) => (shelves.includes(name) ? shelves.indexOf(name) : shelves.length);
  return place(otherShelf) > place(shelf);
}

function supportInProduct(
  { path, use }: SourceFile,
  targets: readonly string[],
  files: readonly SourceFile[],
): string[] {
  if (use !== 'product') return [];
  return targets
    .filter((target) => files.some((file) => file.path === target && file.use !== 'product'))
    .map((target) => `${path} is packed and imports ${target}, which is not`);
}

function crowdedFolders(files: readonly SourceFile[]): string[] {
  const counts = new Map<string, number>();
  for (const { path } of files.filter(({ use }) => use !== 'test'))
    counts.set(posix.dirname(path), (counts.get(posix.dirname(path)) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > MOST_FILES)
    .map(([folder, count]) => `${folder}/ has ${count} files side by side, more than ${MOST_FILES}`);
}

const linesOf = (text: string): number => text.split('\n').length - 1;

function tooLong({ path, text, use }: SourceFile): string[] {
  if (use === 'test' || path in TABLES || linesOf(text) <= MOST_LINES) return [];
  return [`${path} has ${linesOf(text)} lines, more than ${MOST_LINES}`];
}

/** An exception that nothing needs any more is a hole. */
function staleExceptions(files: readonly SourceFile[], imports: Map<string, string[]>): string[] {
  const found = circles(imports);
  const long = new Set(files.filter(({ text }) => linesOf(text) > MOST_LINES).map(({ path }) => path));
  return [
    ...TRUE_RECURSIONS.filter((circle) => !found.some((group) => sameFiles(circle.files, group))).map(
      (circle) => `no circle any more, take it from the plan: ${circle.files.join(', ')}`,
    ),
    ...Object.keys(TABLES)
      .filter((path) => !long.has(path))
      .map((path) => `not long any more, take it from the plan: ${path}`),
  ];
}
