import { permutation } from './permutation';
import { CASE, FORM, formOf, type Spelling } from './person';
import { domainOf, type Population } from './population';
import type { Sink } from './sink';
import { TABLE } from './tables';
import { FAMILY, GIVEN } from './word-lists';

const TAGS = ['cams', 'home', 'shop', 'alerts', 'list'];
const SEPARATORS = ['.', '_', '-'];
const BLANKS = [' ', '  '];

/** An address book: number of a mailbox → its address. No two numbers have one address. */
export class Mailboxes {
  readonly #population: Population;
  readonly #own: (number: number) => number;
  readonly #others: (number: number) => number;

  constructor(population: Population) {
    this.#population = population;
    const { randoms, size, strangers } = population;
    this.#own = permutation(randoms, TABLE.mailbox, size);
    this.#others = permutation(randoms, TABLE.othersMailbox, Math.max(1, strangers));
  }

  /** Index of the given and the family name of an account's address. */
  name(mailbox: number): { given: number; family: number; rest: number } {
    return split(this.#place(mailbox));
  }

  #isStranger(mailbox: number): boolean {
    const { size, strangers } = this.#population;
    return mailbox >= size && mailbox < size + strangers;
  }

  /** Where a mailbox stands among the names of its sort; those that only a second database has stand last. */
  #place(mailbox: number): number {
    const { size, strangers } = this.#population;
    if (mailbox < size) return this.#own(mailbox);
    return this.#isStranger(mailbox) ? this.#others(mailbox - size) : mailbox - strangers;
  }

  /** Writes an address in a spelling. Accounts are given.family, the others family.given: the lists share no word. */
  write(mailbox: number, spelling: Spelling, sink: Sink): void {
    const { randoms, isStaff } = this.#population;
    const domain = domainOf(this.#population, mailbox);
    const account = !this.#isStranger(mailbox);
    const { given, family, rest } = split(this.#place(mailbox));
    randoms.u64(TABLE.name, mailbox, 0);
    const separator = SEPARATORS[Math.floor(randoms.first() * randoms.first() * SEPARATORS.length)] as string;
    const words = [GIVEN[given] as string, FAMILY[family] as string];
    if (!account) words.reverse();
    if (account && isStaff(mailbox)) words.unshift('test');
    const form = formOf(spelling);
    const letters = (spelling >> 1) % 3;
    const cased = words.map((word) => (letters === CASE.capitalised ? capital(word) : word));
    const local = form === FORM.dotted ? otherDots(cased, separator) : cased.join(separator);
    const tag = form === FORM.tagged ? `+${TAGS[mailbox % TAGS.length] as string}` : '';
    const address = `${local}${rest === 0 ? '' : rest}${tag}@${domain}`;
    const padded = (spelling & 1) === 1;
    const blank = BLANKS[mailbox & 1] as string;
    if (padded && (mailbox & 2) === 0) sink.ascii(blank);
    sink.ascii(letters === CASE.upper ? address.toUpperCase() : address);
    if (padded) sink.ascii(blank);
  }
}

/** The same words with a dot more, or without the dot between them. */
function otherDots(words: string[], separator: string): string {
  if (separator === '.') return words.join('');
  const local = words.join(separator);
  return `${local.charAt(0)}.${local.slice(1)}`;
}

/** The word with a capital first letter. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function split(place: number): { given: number; family: number; rest: number } {
  const names = Math.floor(place / GIVEN.length);
  return {
    given: place % GIVEN.length,
    family: names % FAMILY.length,
    rest: Math.floor(names / FAMILY.length),
  };
}
