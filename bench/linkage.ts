// `npm run bench linkage`: how well linked people are told apart, on worlds where it is known who is who. Pairs of accounts
// that the kit joins against pairs that the world made: precision and recall, with devices and without.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCase } from '../lib/dist/cases/find-case';
import { loadCase } from '../lib/dist/cases/load-case';
import { loadTaxonomy } from '../lib/dist/cases/load-taxonomy';
import type { Case } from '../lib/dist/contract/case';
import { Leaked } from '../lib/dist/contract/leaked';
import type { Store } from '../lib/dist/contract/store';
import type { Truth } from '../lib/dist/contract/truth';
import { classifyFields } from '../lib/dist/fields/classify-fields';
import { findPeople } from '../lib/dist/people/find-people';
import { TIES } from '../lib/dist/people/link-table';
import { openInput } from '../lib/dist/records/open-input';
import { makeWorld } from '../lib/dist/worlds/make/make-world';

const PEOPLE = Number(process.argv[2] ?? 2_400_000);
const percent = (part: number, whole: number): string =>
  whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} %`;

async function main(): Promise<void> {
  const caseFolder = loadCase(findCase('wyze-2019').dir);
  const population = caseFolder.file.populations[0]?.value ?? PEOPLE;
  process.stdout.write(
    '| world | links | pairs joined | of one person (precision) | of all pairs of one person (recall) |\n',
  );
  process.stdout.write('| --- | --- | --- | --- | --- |\n');
  for (const world of caseFolder.file.worlds) {
    const work = mkdtempSync(join(tmpdir(), 'linkage-'));
    const parametersFile = join(caseFolder.dir, 'worlds', `${world}.yaml`);
    const made = await makeWorld({
      case: caseFolder.name,
      population,
      world,
      parametersFile,
      people: Math.min(PEOPLE, population),
      seed: caseFolder.file.seed,
      out: join(work, 'world'),
    });
    const opened = await openInput(made.files);
    try {
      await compare(world, opened.store, { caseFolder, truth: made.truth });
    } finally {
      opened.close();
      rmSync(work, { recursive: true, force: true });
    }
  }
}

async function compare(
  world: string,
  store: Store,
  { caseFolder, truth }: { caseFolder: Case; truth: Truth },
): Promise<void> {
  const taxonomy = loadTaxonomy();
  const fields = await classifyFields(store, taxonomy, caseFolder.notes);
  await findPeople(store, fields, { notes: caseFolder.notes, providers: taxonomy.mailProviders });
  const key = (accounts: readonly string[]) => [...accounts].sort().join(' ');
  const persons = new Set(
    (truth.known?.links ?? []).filter(({ one }) => one === 'person').map(({ accounts }) => key(accounts)),
  );
  for (const [name, weakest] of [
    ['own keys and devices', 'device'],
    ['own keys alone', 'own'],
  ] as const) {
    const joined = pairsOf(
      await store.engine.texts(
        `select cast(key as varchar), owner from links where tie <= ${TIES.indexOf(weakest)}`,
      ),
    );
    const right = [...joined].filter((pair) => persons.has(pair)).length;
    const precision = `${right.toLocaleString('en-GB')} (${percent(right, joined.size)})`;
    const recall = `${right.toLocaleString('en-GB')} of ${persons.size.toLocaleString('en-GB')} (${percent(right, persons.size)})`;
    process.stdout.write(
      `| ${world} | ${name} | ${joined.size.toLocaleString('en-GB')} | ${precision} | ${recall} |\n`,
    );
  }
}

/** Pairs of accounts in one group, over any chain. */
function pairsOf(links: ReadonlyArray<ReadonlyArray<Leaked | null>>): Set<string> {
  const parent = new Map<string, string>();
  const root = (id: string): string => {
    const above = parent.get(id) ?? id;
    return above === id ? id : root(above);
  };
  const holders = new Map<string, string>();
  for (const row of links) {
    const [key = '', owner = ''] = row.map((cell) => (cell ? Leaked.unseal(cell) : ''));
    if (!parent.has(owner)) parent.set(owner, owner);
    const first = holders.get(key) ?? owner;
    holders.set(key, first);
    parent.set(root(owner), root(first));
  }
  const groups = new Map<string, string[]>();
  for (const id of parent.keys()) groups.set(root(id), [...(groups.get(root(id)) ?? []), id.slice(1)]);
  const pairs = new Set<string>();
  for (const group of groups.values())
    for (const [i, one] of group.entries())
      for (const other of group.slice(i + 1)) pairs.add([one, other].sort().join(' '));
  return pairs;
}

void main();
