import { randomsOf } from '../../../testing/randoms-of';
import { INVENTED_NAMES } from './invented-names';

/** One row of an invented register. */
export interface LinkageRow {
  given: string;
  family: string;
  born: string;
  postcode: string;
  street: string;
  number: string;
}

/** How an invented register is made. */
export interface LinkagePlan {
  seed: number;
  people: number;
  /** Share of each row's fields with a typing error. */
  errors: number;
  /** Share of people with two or three rows; 0.3 unless told. */
  again?: number;
  /** Share of rows without a birth date; 0.03 unless told. */
  undated?: number;
}

const ROWS = ['qwertzuiop', 'asdfghjkl', 'yxcvbnm', '1234567890'];

/**
 * An invented register and how many people are in it: skewed names of five countries, couples and families at one address, twins, some
 * people twice or three times, rows written by somebody who mistypes, swaps, shortens and transliterates.
 */
export function linkageSet(plan: LinkagePlan): { rows: LinkageRow[]; people: number } {
  const random = randomsOf(plan.seed);
  const { again = 0.3, undated = 0.03 } = plan;
  const below = (most: number) => Math.floor(random() * most);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  /** The front of a list is picked more often, as in a Zipf curve. */
  const skewed = <T>(list: readonly T[]): T =>
    list[Math.min(list.length - 1, Math.floor(list.length ** random()) - 1)] as T;
  const digits = (count: number) => Array.from({ length: count }, () => below(10)).join('');
  const postcodes = Array.from({ length: Math.max(60, plan.people / 300) }, () => digits(5));
  const streets = Array.from({ length: Math.max(200, plan.people / 100) }, () => rareName());
  const country = () =>
    INVENTED_NAMES[Math.min(4, Math.floor(random() * random() * 7))] ?? pick(INVENTED_NAMES);

  function rareName(endings: readonly string[] = ['weg', 'street', 'calle']): string {
    const start = `${pick(Array.from('BDFGHKLMNPRSTW'))}${pick(Array.from('aeiou'))}${pick(Array.from('lmnrst'))}`;
    return (
      start + (random() < 0.5 ? pick(['a', 'en', 'ber', 'do', 'ki', 'ro', 'sel', 'tan']) : '') + pick(endings)
    );
  }

  function day(): string {
    const age = Math.min(random() * 95, random() * 110);
    return new Date(Date.UTC(2019, 0, 1) - age * 365.25 * 86_400_000).toISOString().slice(0, 10);
  }

  const rows: LinkageRow[] = [];
  let made = 0;
  function add(person: LinkageRow): void {
    made++;
    const times = random() < again ? (random() < 0.25 ? 3 : 2) : 1;
    for (let time = 0; time < times; time++) rows.push(written(person, time > 0));
  }

  while (made < plan.people) {
    const { given, family, endings } = country();
    const surname = () => (random() < 0.55 ? skewed(family) : rareName(endings));
    const home = { postcode: pick(postcodes), street: `${pick(streets)} ${1 + below(90)}` };
    const one = {
      given: skewed(given),
      family: surname(),
      born: day(),
      ...home,
      number: digits(10),
    };
    add(one);
    if (random() < 0.25)
      add({
        ...one,
        given: skewed(given),
        family: random() < 0.7 ? one.family : surname(),
        born: day(),
        number: digits(10),
      });
    if (random() < 0.01) {
      const others = given.filter((name) => name !== one.given);
      add({ ...one, given: pick(others), number: digits(10) });
    }
  }

  /** A row about a person as somebody types it. */
  function written(person: LinkageRow, isLater: boolean): LinkageRow {
    const row = { ...person };
    if (isLater && random() < 0.08)
      Object.assign(row, { postcode: pick(postcodes), street: `${pick(streets)} ${1 + below(90)}` });
    if (random() < 0.1) row.family = asciiOf(row.family);
    if (random() < 0.1) row.given = asciiOf(row.given);
    if (isLater && random() < 0.03) row.given = NICKNAMES[row.given] ?? row.given;
    if (isLater && random() < 0.03) row.family = row.family.split(/[- ]/u)[0] ?? row.family;
    for (const field of ['given', 'family', 'born', 'postcode', 'street', 'number'] as const)
      if (random() < plan.errors)
        row[field] = field === 'born' ? mistypedDate(row.born) : mistyped(row[field]);
    if (random() < 0.02) [row.given, row.family] = [row.family, row.given];
    if (random() < undated) row.born = '';
    return row;
  }

  function mistyped(text: string): string {
    const at = below(text.length);
    const letter = text.charAt(at);
    const keys = ROWS.find((row) => row.includes(letter.toLowerCase())) ?? ROWS[0] ?? '';
    const beside = keys.charAt(Math.max(0, keys.indexOf(letter.toLowerCase()) + (random() < 0.5 ? -1 : 1)));
    const how = random();
    const [before, after] = [text.slice(0, at), text.slice(at + 1)];
    if (how < 0.35) return before + beside + after;
    if (how < 0.6) return before + after;
    if (how < 0.75) return before + letter + letter + after;
    return before + after.charAt(0) + letter + after.slice(1);
  }

  /** A third of wrong dates have day and month exchanged; in the others a digit is another, or two stand the wrong way round. */
  function mistypedDate(date: string): string {
    const [year = '', month = '', of = ''] = date.split('-');
    if (random() < 0.33 && of <= '12') return `${year}-${of}-${month}`;
    for (let tries = 0; tries < 50; tries++) {
      const at = pick([2, 3, 5, 6, 8, 9]);
      const next = pick([2, 5, 8]);
      const other =
        random() < 0.7
          ? date.slice(0, at) + `${below(10)}` + date.slice(at + 1)
          : date.slice(0, next) + date.charAt(next + 1) + date.charAt(next) + date.slice(next + 2);
      if (other !== date && !Number.isNaN(Date.parse(other))) return other;
    }
    return date;
  }

  return { rows, people: made };
}

const NICKNAMES: Record<string, string> = {
  Robert: 'Bob',
  William: 'Bill',
  Michael: 'Mike',
  Thomas: 'Tom',
  Elizabeth: 'Liz',
  Johannes: 'Hans',
  Francisco: 'Paco',
  Małgorzata: 'Gosia',
  Katarzyna: 'Kasia',
};

const ASCII: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ł: 'l',
  ı: 'i',
  Ö: 'Oe',
  Ü: 'Ue',
};

/** A name as a system without accents has it. */
function asciiOf(name: string): string {
  return Array.from(name, (letter) => ASCII[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '');
}
