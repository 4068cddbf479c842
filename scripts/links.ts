// `npx ts-node scripts/links.ts`: exit 1 where a page names a file of this repository that does not exist, as a link or as a path
// in code marks. A path with a placeholder (`data/CASE/`, `worlds/*.yaml`) and what is made by a run is no file.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(__dirname, '..');
const pages = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  // The list of changes names what is no more.
  .filter((page) => page !== '' && page !== 'CHANGELOG.md' && existsSync(join(root, page)));

/** Folders of the repository's root: a path in code marks begins with one of them, or is a page of the root. */
const PATH =
  /^(bench|data|docs|jupyter|lib|notebooks|scripts|\.ci)\/[\w./-]*$|^[A-Z]+\.md$|^[\w-]+\.(mjs|json)$/;
/** Made by a run or a build, or a name inside another folder. */
const MADE = /^(lib\/dist|notebooks\/\.)|^(results|truth|proof|review|manifest|plan)\.json$/;

function missing(page: string): string[] {
  const text = readFileSync(join(root, page), 'utf8');
  const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target = '']) => target);
  const own = links.filter((target) => !/^[a-z]+:/.test(target)).map((target) => join(dirname(page), target));
  const named = [...text.replace(/^```[^]*?^```/gm, '').matchAll(/`([^`\s]+)`/g)].map(
    ([, path = '']) => path,
  );
  const paths = named.filter((path) => PATH.test(path) && !MADE.test(path) && !/[A-Z]{2,}\//.test(path));
  // A file's name alone may be one beside the page.
  const beside = join(root, dirname(page));
  return [...own, ...paths].filter(
    (path) => !existsSync(join(root, path)) && !existsSync(join(beside, path)),
  );
}

for (const page of pages)
  for (const path of new Set(missing(page))) {
    process.stdout.write(`${page} names ${path}, which does not exist\n`);
    process.exitCode = 1;
  }
