/** Endings that say how a file is written or packed. */
const ENDING =
  /\.(?:csv|tsv|psv|txt|tab|dat|data|log|json|ndjson|jsonl|sql|dump|parquet|gz|zst|bz2|xz|lz4|zip|tar|tgz|bak|old)$/i;
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
/** What numbers the parts of one table: numbers and dates, hashes, the letters that `split` gives, and words for parts. */
const PART = [
  /[\s._-]*\(?\d+\)?$/,
  /^\d+[\s._-]+/,
  /[\s._-]+(?=[0-9a-f]*\d)[0-9a-f]{6,}$/i,
  /[\s._-]+[a-z]{1,2}$/,
  /[\s._-]+(?:parts?|chunk|split|slice|page|batch|shard|block|vol)$/i,
];
/** Names that say nothing of what is in a file: its folder does. */
const GENERIC =
  /^(?:x[a-z]{2}|parts?|chunk|page|batch|shard|data|dump|exports?|output|results?|rows|records|file|table|sheet)?$/i;

/**
 * The name of the table of which a file holds all or a part: `users` of `users-2.csv.gz`, of `2019-12-users.csv` and of
 * `users/part-00001.csv`. It is for telling tables apart: names of files are private and go into no output.
 *
 * @param path of the file, or the name of an archive's entry
 * @example tableOfFile('crm/users_part2.csv') // 'users'
 */
export function tableOfFile(path: string): string {
  const folders = path.split(/[\\/]/).filter((name) => !name.includes('='));
  const name = bareName(folders.pop() ?? '');
  return GENERIC.test(name) ? bareName(folders.pop() ?? '') || name : name;
}

/**
 * Paths without the folders that all of them share: what an input is called must not depend on where somebody keeps it.
 *
 * @example belowAll(['/home/me/crm/users.csv', '/home/me/crm/old/users.csv']) // ['users.csv', 'old/users.csv']
 */
export function belowAll(paths: readonly string[]): string[] {
  const parted = paths.map((path) => path.split(/[\\/]/));
  const folders = parted.map((names) => names.slice(0, -1));
  const [first = []] = folders;
  const at = first.findIndex((folder, i) => folders.some((names) => names[i] !== folder));
  return parted.map((names) => names.slice(at < 0 ? first.length : at).join('/'));
}

function bareName(file: string): string {
  let name = file.replace(UUID, '');
  while (ENDING.test(name)) name = name.replace(ENDING, '');
  for (let before = ''; before !== name;) {
    before = name;
    for (const part of PART) name = name.replace(part, '').replace(ENDING, '');
    name = name.replace(/[\s._-]+$/, '');
  }
  return name.replaceAll('\u0000', '');
}
