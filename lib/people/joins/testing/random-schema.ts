import type { Store } from '../../../contract/store';
import { madeStore } from '../../../testing/made-store';
import type { MadeDocument } from '../../../testing/made-tables';
import { randomsOf } from '../../../testing/randoms-of';

/** A relational dump by its rows, with what is true of it. */
export interface RandomSchema {
  /** Rows by table. */
  tables: Record<string, MadeDocument[]>;
  /** `table.column` → `table.column`: every true join. */
  joins: Map<string, string>;
  /** Whether names say nothing and the dump declares its keys. */
  declared: boolean;
  /** Those of whom some event has a finding, over a chain of two tables. */
  diagnosed: number;
}

interface Language {
  people: [string, string];
  servants: [string, string];
  event: [string, string];
  note: [string, string];
  thing: [string, string];
  id: string;
}

const LANGUAGES: Language[] = [
  {
    people: ['patient', 'patients'],
    servants: ['doctor', 'doctors'],
    event: ['appointment', 'appointments'],
    note: ['finding', 'findings'],
    thing: ['room', 'rooms'],
    id: 'id',
  },
  {
    people: ['customer', 'customers'],
    servants: ['agent', 'agents'],
    event: ['order', 'orders'],
    note: ['item', 'order_items'],
    thing: ['product', 'products'],
    id: 'id',
  },
  {
    people: ['patient', 'patienten'],
    servants: ['arzt', 'aerzte'],
    event: ['termin', 'termine'],
    note: ['befund', 'befunde'],
    thing: ['raum', 'raeume'],
    id: 'nr',
  },
  {
    people: ['alumno', 'alumnos'],
    servants: ['profesor', 'profesores'],
    event: ['cita', 'citas'],
    note: ['nota', 'notas'],
    thing: ['curso', 'cursos'],
    id: 'id',
  },
  {
    people: ['utilisateur', 'utilisateurs'],
    servants: ['employe', 'employes'],
    event: ['visite', 'visites'],
    note: ['examen', 'examens'],
    thing: ['salle', 'salles'],
    id: 'id',
  },
  {
    people: ['pacjent', 'pacjenci'],
    servants: ['lekarz', 'lekarze'],
    event: ['wizyta', 'wizyty'],
    note: ['wynik', 'wyniki'],
    thing: ['gabinet', 'gabinety'],
    id: 'id',
  },
  {
    people: ['hasta', 'hastalar'],
    servants: ['doktor', 'doktorlar'],
    event: ['randevu', 'randevular'],
    note: ['bulgu', 'bulgular'],
    thing: ['oda', 'odalar'],
    id: 'id',
  },
];

const FIRST = ['Ana', 'Ben', 'Carla', 'Dora', 'Emil', 'Fritz', 'Gerda', 'Hans', 'Ines', 'Jana'];
const LAST = ['Meier', 'Huber', 'Klein', 'Braun', 'Vogel', 'Wolf', 'Nowak', 'Garcia', 'Yilmaz'];
const FINDINGS = ['diabetes', 'asthma', 'migraine', 'hypertension', 'depression', 'anemia'];

/** How keys of other tables are called: by the singular, and the word for a key. */
const STYLES: ((word: string, id: string) => string)[] = [
  (word, id) => `${word}_${id}`,
  (word) => `fk_${word}`,
  (word) => `${word}Id`,
  (word, id) => `${id}_${word}`,
  (word) => word,
];

/** A dump of people, those who serve them, events and findings, with decoys of small counting numbers. */
export function randomSchema(seed: number): RandomSchema {
  const random = randomsOf(seed);
  const below = (most: number) => Math.floor(random() * most);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const language = pick(LANGUAGES);
  const declared = random() < 0.25;
  const style = pick(STYLES);
  const keys = { people: pick(KEYS), event: pick(KEYS) };
  const fk = (word: string, number: number) => (declared ? `c_${number}` : style(word, language.id));
  const people = 40 + below(60);
  const events = 120 + below(80);
  const [rooms, servants] = [6 + below(6), 5 + below(5)];
  const person = (i: number, prefix: string) => ({
    first_name: pick(FIRST),
    last_name: pick(LAST),
    email: `${prefix}${i}@example.org`,
    birth_date: `19${30 + below(60)}-0${1 + below(9)}-1${below(10)}`,
  });
  const columns = { owner: fk(language.people[0], 1), servant: fk(language.servants[0], 2) };
  const [room, event] = [fk(language.thing[0], 3), fk(language.event[0], 4)];
  const owners = Array.from({ length: events }, () => 1 + below(people));
  const diagnosed = new Set<number>();
  const tables: RandomSchema['tables'] = {
    [language.people[1]]: Array.from({ length: people }, (_, i) => ({
      [language.id]: keys.people(i + 1, seed),
      ...person(i, 'p'),
    })),
    [language.servants[1]]: Array.from({ length: servants }, (_, i) => ({
      [language.id]: i + 1,
      ...person(i, 's'),
      boss_id: 1 + below(servants),
    })),
    [language.thing[1]]: Array.from({ length: rooms }, (_, i) => ({
      [language.id]: i + 1,
      label: `thing ${i}`,
    })),
    [language.event[1]]: owners.map((owner, i) => ({
      [language.id]: keys.event(i + 1, seed + 1),
      [columns.owner]: keys.people(owner, seed),
      [columns.servant]: 1 + below(servants),
      [room]: 1 + below(rooms),
      status: 1 + below(4),
      country_id: 1 + below(20),
      quantity: 1 + below(9),
    })),
    [language.note[1]]: Array.from({ length: 150 }, (_, i) => {
      const at = below(events);
      diagnosed.add(owners[at] ?? 0);
      return {
        [language.id]: i + 1,
        [event]: keys.event(at + 1, seed + 1),
        diagnosis: pick(FINDINGS),
        batch_id: 1 + below(30),
        position: 1 + below(5),
      };
    }),
  };
  const to = (table: string) => `${table}.${language.id}`;
  const joins = new Map([
    [`${language.event[1]}.${columns.owner}`, to(language.people[1])],
    [`${language.event[1]}.${columns.servant}`, to(language.servants[1])],
    [`${language.event[1]}.${room}`, to(language.thing[1])],
    [`${language.note[1]}.${event}`, to(language.event[1])],
  ]);
  return { tables, joins, declared, diagnosed: diagnosed.size };
}

const KEYS: ((n: number, seed: number) => string | number)[] = [
  (n) => n,
  (n) => String(n),
  (n) => 100_000 + n * 37,
  (n, seed) => uuid(n * 7919 + seed * 104_729),
  (n) => `K${String(n).padStart(6, '0')}`,
];

function uuid(n: number): string {
  const hex = (k: number) => (Math.imul(n + k, 2_654_435_761) >>> 0).toString(16).padStart(8, '0');
  const all = [1, 2, 3, 4].map((k) => hex(k * 1_000_003)).join('');
  return all.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The store of a dump; its tables are called as there. */
export async function relationalStore(
  tables: RandomSchema['tables'],
  references: { from: string; to: string }[] = [],
): Promise<Store> {
  const names = Object.keys(tables);
  const store = await madeStore(
    Object.fromEntries(names.map((name, i): [string, MadeDocument[]] => [`k${i}`, tables[name] ?? []])),
  );
  store.manifest.kinds.forEach((kind, i) => {
    const name = names[i] ?? '';
    kind.table = name;
  });
  store.manifest.references = references.map(({ from, to }) => {
    const [[table = '', column = ''], [toTable = '', toColumn = '']] = [from.split('.'), to.split('.')];
    return { table, column, toTable, toColumn };
  });
  return store;
}
