import { among } from './among';
import { randomsOf } from '../../testing/randoms-of';
import type { Hostile } from './hostile';

/** A thing that people of a trial can have: a category of the taxonomy. */
export const THINGS = ['password', 'api-token', 'diagnosis', 'device-model'] as const;
export type Thing = (typeof THINGS)[number];

/**
 * Where a thing stands: in every row of its person, in one of them, in a table of its own with the person's key, in one
 * that only another table joins to a person, or in one that nothing joins.
 */
export type Place = 'row' | 'once' | 'table' | 'joined' | 'keyless';

/** How a thing is written: under its own name, under a name that tells nothing, or struck out (then nobody has it). */
export type Guise = 'named' | 'unnamed' | 'masked';

/** One document as the server held it. */
export interface TrialDocument {
  /** `rows`, `links`, or the thing that the table is of. */
  table: string;
  /** Whose it is, whether or not the document says so. */
  person: number;
  row: Record<string, unknown>;
}

/** What the maker of a world decided about one thing. */
export interface ThingPlan {
  place: Place;
  guise: Guise;
  holders: ReadonlySet<number>;
}

/** A server's content, and what is true of it. Nothing of this is shown to the kit but the documents drawn. */
export interface TrialWorld {
  seed: number;
  keys: string[];
  regions: string[];
  emails: number;
  things: Record<Thing, ThingPlan>;
  /** In the server's order. */
  documents: TrialDocument[];
}

const NAMES: Record<Thing, Record<Guise, string>> = {
  password: { named: 'password', unnamed: 'secret', masked: 'password' },
  'api-token': { named: 'api_token', unnamed: 'h', masked: 'api_token' },
  diagnosis: { named: 'diagnosis', unnamed: 'dx', masked: 'diagnosis' },
  'device-model': { named: 'device_model', unnamed: 'm', masked: 'device_model' },
};
const MASKS: Record<Thing, string> = {
  password: 'REDACTED',
  'api-token': '********',
  diagnosis: '[removed]',
  'device-model': '-',
};
const ILLNESSES = ['E11.9', 'I10', 'J45.9', 'F32.1', 'M54.5', 'K21.0'];

/** The path at which a thing is written. */
export function nameOf(thing: Thing, guise: Guise): string {
  return NAMES[thing][guise];
}

/**
 * Makes a server's content.
 *
 * @param byDocuments documents are drawn, so that the rows of a person say how many there are and hold what may be drawn
 */
export function trialWorld(
  seed: number,
  { byDocuments }: { byDocuments: boolean },
  hostile: Hostile,
): TrialWorld {
  const random = randomsOf(seed);
  const chance = (share: number) => random() < share;
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('');
  const people = 500 + Math.floor(random() * 1500);
  const keys = Array.from({ length: people }, () => `lamp-${hex(12)}`);
  const shared = hostile.mailboxes ? 0.2 : 0;
  const mailbox = keys.map((_, i) => (i > 0 && chance(shared) ? i - 1 : i));
  const regions = keys.map(() => among(['north', 'north', 'south', 'east'], random));
  const created = keys.map((_, i) => 1_500_000_000_000 + i * 3_600_000);
  const counts = keys.map(() => 1 + Math.floor(-Math.log(1 - random() * 0.98) * 1.2));

  const holdersOf = (): Set<number> => {
    const drawn = random();
    if (drawn < 0.28) return new Set();
    const share = drawn < 0.4 ? 4 / people : drawn < 0.6 ? 0.03 : drawn < 0.92 ? 0.1 + 0.5 * random() : 1;
    const from = share < 1 && chance(hostile.late ? 0.8 : 0.2) ? 0.5 : 0;
    const holds = (i: number) => i / people >= from && chance(share / (1 - from));
    return new Set(keys.flatMap((_, i) => (holds(i) ? [i] : [])));
  };
  const planOf = (thing: Thing): ThingPlan => {
    const holders = holdersOf();
    const place: Place =
      hostile.homeless && thing === 'diagnosis'
        ? byDocuments
          ? 'keyless'
          : among(['joined', 'keyless'] as const, random)
        : byDocuments
          ? chance(0.8)
            ? 'row'
            : 'once'
          : among(['row', 'once', 'table'] as const, random);
    const guise =
      hostile.unnamed && thing !== 'device-model' && chance(0.7)
        ? 'unnamed'
        : hostile.masked && thing !== 'device-model' && chance(0.7)
          ? 'masked'
          : 'named';
    return { place, guise, holders };
  };
  const things = Object.fromEntries(THINGS.map((thing) => [thing, planOf(thing)])) as Record<
    Thing,
    ThingPlan
  >;
  const valueOf = (thing: Thing): unknown => {
    if (things[thing].guise === 'masked') return MASKS[thing];
    if (thing === 'password') return `${among(['sun', 'Moon', 'tiger', 'Hello'], random)}${hex(5)}!`;
    if (thing === 'api-token') return hex(things[thing].guise === 'unnamed' ? 32 : 40);
    return thing === 'diagnosis' ? among(ILLNESSES, random) : among(['LAMP-1', 'LAMP-2', 'LAMP-2S'], random);
  };
  const documents: (TrialDocument & { at: number })[] = [];
  const add = (table: string, person: number, row: Record<string, unknown>) =>
    documents.push({ table, person, row, at: person + (hostile.scattered ? people : 20) * random() });
  keys.forEach((key, person) => {
    const count = counts[person] ?? 1;
    const inRows = THINGS.filter((thing) => things[thing].holders.has(person));
    const always = Object.fromEntries(
      inRows
        .filter((thing) => things[thing].place === 'row')
        .map((thing) => [nameOf(thing, things[thing].guise), valueOf(thing)]),
    );
    for (let i = 0; i < count; i++) {
      const once = i > 0 ? [] : inRows.filter((thing) => things[thing].place === 'once');
      add('rows', person, {
        record_id: hex(16),
        user_id: key,
        email: `${hostile.mailboxes ? 'box' : 'p'}${mailbox[person]}@example.org`,
        region: regions[person],
        created_at: new Date((created[person] ?? 0) + i * 60_000).toISOString(),
        ...(byDocuments && { documents: count }),
        ...always,
        ...Object.fromEntries(once.map((thing) => [nameOf(thing, things[thing].guise), valueOf(thing)])),
      });
    }
    for (const thing of inRows) {
      const { place, guise } = things[thing];
      if (place === 'row' || place === 'once') continue;
      const link = hex(16);
      const own = place === 'table' ? { user_id: key } : { visit: link };
      add(thing, person, {
        record_id: hex(16),
        ...own,
        at: new Date(created[person] ?? 0).toISOString(),
        [nameOf(thing, guise)]: valueOf(thing),
      });
      if (place === 'joined')
        add('links', person, { visit: link, user_id: key, clinic: among(['A', 'B'], random) });
    }
  });
  documents.sort((a, b) => a.at - b.at);
  for (const thing of THINGS)
    if (things[thing].guise === 'masked') things[thing] = { ...things[thing], holders: new Set() };
  return {
    seed,
    keys,
    regions,
    emails: new Set(mailbox).size,
    things,
    documents: documents.map(({ table, person, row }) => ({ table, person, row })),
  };
}
