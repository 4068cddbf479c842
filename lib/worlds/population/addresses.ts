import { ignoresDots } from '../parameters/ignores-dots';
import type { AddressParameters } from '../parameters/world-parameters';
import { Choice } from '../randoms/choice';
import type { Draw } from '../randoms/draw';
import type { Draws } from '../randoms/draws';
import { permutation } from '../randoms/permutation';
import { FAMILY, GIVEN } from './word-lists';
import type { Roles, Test } from './roles';
import { CASE, caseOfSpelling, FORM, formOfSpelling, type Spelling } from './spelling';

const TAGS = ['cams', 'home', 'shop', 'alerts', 'list'] as const;
const SEPARATORS = ['.', '_', '-'] as const;
const BLANKS = [' ', '  '] as const;

/** What {@link Addresses} are made for. */
interface AddressContext {
  draws: Draws;
  roles: Roles;
  size: number;
  strangers: number;
}

/** An address book: number of a mailbox → its address. No two numbers have one address. */
export class Addresses {
  readonly parameters: AddressParameters;
  readonly #size: number;
  readonly #strangers: number;
  readonly #own: (number: number) => number;
  readonly #others: (number: number) => number;
  readonly #draw: Draw;
  readonly #domains: Choice<AddressParameters['domains'][number]>;
  readonly #roles: Roles;
  readonly #isStaff: Test;
  /** Domain of the mailboxes that two entries of one person spell differently. */
  readonly #sharedDomain: string;

  constructor(parameters: AddressParameters, { draws, roles, size, strangers }: AddressContext) {
    const { domains, staff, draw } = parameters;
    this.parameters = parameters;
    this.#size = size;
    this.#strangers = strangers;
    this.#own = permutation(draws.randoms, draws.table('mailbox'), size);
    this.#others = permutation(draws.randoms, draws.table('strangers'), Math.max(1, strangers));
    this.#draw = draws.draw(draw, { table: 'mailbox', field: 64, by: 'person' });
    this.#domains = new Choice(domains, ({ weight }) => weight);
    this.#roles = roles;
    this.#isStaff = staff ? roles.test(staff.role) : () => false;
    this.#sharedDomain = domains.find(({ name }) => ignoresDots(name))?.name ?? '';
  }

  /** The mailbox of a person: the person's own number, or that of their pair; who only a second database has comes last. */
  mailboxOf(person: number): number {
    if (person >= this.#size) return person + this.#strangers;
    const partner = this.#roles.partner(person);
    return partner?.by === 'address' || partner?.by === 'mailbox' ? Math.min(person, partner.other) : person;
  }

  /** Whether the provider of a mailbox sees through dots and tags. */
  isTagging(mailbox: number): boolean {
    return ignoresDots(this.#domainOf(mailbox));
  }

  /** Words of the name behind a mailbox, and whether it is one of the company's own. */
  nameOf(mailbox: number): { given: string; family: string; staff: boolean } {
    const { given, family } = this.#names(mailbox);
    return { given, family, staff: mailbox < this.#size && this.#isStaff(mailbox) };
  }

  /** An address in a spelling. People are given.family, strangers family.given: the lists share no word. */
  text(mailbox: number, spelling: Spelling): string {
    const domain = this.#domainOf(mailbox);
    const stranger = this.#isStranger(mailbox);
    const { given, family, rest } = this.#names(mailbox);
    const block = this.#draw.block(mailbox);
    const separator = SEPARATORS[Math.floor(block.first() * block.first() * SEPARATORS.length)] ?? '.';
    const words = stranger ? [family, given] : [given, family];
    if (!stranger && this.#isStaff(mailbox)) words.unshift('test');
    const form = formOfSpelling(spelling);
    const letters = caseOfSpelling(spelling);
    const cased = letters === CASE.capitalised ? words.map(capital) : words;
    const local = form === FORM.dotted ? otherDots(cased, separator) : cased.join(separator);
    const tag = form === FORM.tagged ? `+${TAGS[mailbox % TAGS.length] ?? ''}` : '';
    const plain = `${local}${rest === 0 ? '' : rest}${tag}@${domain}`;
    const address = letters === CASE.upper ? plain.toUpperCase() : plain;
    if ((spelling & 1) === 0) return address;
    const blank = BLANKS[mailbox & 1] ?? ' ';
    return `${(mailbox & 2) === 0 ? blank : ''}${address}${blank}`;
  }

  #isStranger(mailbox: number): boolean {
    return mailbox >= this.#size && mailbox < this.#size + this.#strangers;
  }

  #domainOf(mailbox: number): string {
    if (mailbox < this.#size) {
      if (this.#roles.partner(mailbox)?.by === 'mailbox') return this.#sharedDomain;
      if (this.#isStaff(mailbox)) return this.parameters.staff?.domain ?? '';
    }
    return this.#domains.at(this.#draw.block(mailbox).second()).name;
  }

  /** The names of a mailbox, and how often they have occurred before. */
  #names(mailbox: number): { given: string; family: string; rest: number } {
    const place = this.#place(mailbox);
    const names = Math.floor(place / GIVEN.length);
    return {
      given: GIVEN[place % GIVEN.length] ?? '',
      family: FAMILY[names % FAMILY.length] ?? '',
      rest: Math.floor(names / FAMILY.length),
    };
  }

  #place(mailbox: number): number {
    if (mailbox < this.#size) return this.#own(mailbox);
    return this.#isStranger(mailbox) ? this.#others(mailbox - this.#size) : mailbox - this.#strangers;
  }
}

/** The word with a capital first letter. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The same words with a dot more, or without the dot between them. */
function otherDots(words: string[], separator: string): string {
  if (separator === '.') return words.join('');
  const local = words.join(separator);
  return `${local.charAt(0)}.${local.slice(1)}`;
}
