import { ignoresDots } from '../parameters/ignores-dots';
import type { AddressParameters } from '../parameters/world-parameters';
import { Choice } from '../randoms/choice';
import type { Draw } from '../randoms/draw';
import type { Draws } from '../randoms/draws';
import { permutation } from '../randoms/permutation';
import { FAMILY, GIVEN } from './word-lists';
import type { Roles, Test } from './roles';
import { CASE, caseOfSpelling, FORM, formOfSpelling, type Spelling } from './spelling';

const TAGS = ['+cams', '+home', '+shop', '+alerts', '+list'] as const;
const SEPARATORS = ['.', '_', '-'] as const;
const BLANKS = [' ', '  '] as const;

/** What {@link Addresses} are made for. */
interface AddressContext {
  draws: Draws;
  roles: Roles;
  size: number;
  strangers: number;
}

/** Where an address is written: bytes at the end of what is there. */
interface Sink {
  readonly at: number;
  ascii: (text: string) => void;
  byte: (value: number) => void;
  number: (value: number) => void;
  /** Makes small letters between two places capital ones. */
  upper: (from: number, to: number) => void;
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
  #mailbox = -1;
  #place = 0;

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
    return this.isShared(person) ? Math.min(person, this.#roles.partner(person)?.other ?? person) : person;
  }

  /** Whether the other of a person's pair has the same mailbox. */
  isShared(person: number): boolean {
    const by = this.#roles.partner(person)?.by;
    return by === 'address' || by === 'mailbox';
  }

  /** Whether the provider of a mailbox sees through dots and tags. */
  isTagging(mailbox: number): boolean {
    return ignoresDots(this.#domainOf(mailbox));
  }

  /** The given name behind a mailbox. */
  given(mailbox: number): string {
    return GIVEN[this.#placeOf(mailbox) % GIVEN.length] ?? '';
  }

  /** The family name behind a mailbox. */
  family(mailbox: number): string {
    return FAMILY[Math.floor(this.#placeOf(mailbox) / GIVEN.length) % FAMILY.length] ?? '';
  }

  /** Whether a mailbox is one of the company's own. */
  isStaff(mailbox: number): boolean {
    return mailbox < this.#size && this.#isStaff(mailbox);
  }

  /** Writes an address in a spelling. People are given.family, strangers family.given: the lists share no word. */
  write(mailbox: number, spelling: Spelling, sink: Sink): void {
    const times = Math.floor(this.#placeOf(mailbox) / GIVEN.length / FAMILY.length);
    const padded = (spelling & 1) === 1;
    const blank = BLANKS[mailbox & 1] ?? ' ';
    if (padded && (mailbox & 2) === 0) sink.ascii(blank);
    const start = sink.at;
    this.#writeWords(mailbox, spelling, sink);
    if (times > 0) sink.number(times);
    if (formOfSpelling(spelling) === FORM.tagged) sink.ascii(TAGS[mailbox % TAGS.length] ?? '');
    sink.byte(64);
    sink.ascii(this.#domainOf(mailbox));
    if (caseOfSpelling(spelling) === CASE.upper) sink.upper(start, sink.at);
    if (padded) sink.ascii(blank);
  }

  /** The words before the number; dotted, with a dot more, or without the one between them. */
  #writeWords(mailbox: number, spelling: Spelling, sink: Sink): void {
    const stranger = this.#isStranger(mailbox);
    const staff = !stranger && this.#isStaff(mailbox);
    const block = this.#draw.block(mailbox);
    const drawn = SEPARATORS[Math.floor(block.first() * block.first() * SEPARATORS.length)] ?? '.';
    const dotted = formOfSpelling(spelling) === FORM.dotted;
    const separator = dotted && drawn === '.' ? '' : drawn;
    const capitalised = caseOfSpelling(spelling) === CASE.capitalised;
    const word = (text: string) => {
      const at = sink.at;
      sink.ascii(text);
      if (capitalised) sink.upper(at, at + 1);
    };
    const first = stranger ? this.family(mailbox) : staff ? 'test' : this.given(mailbox);
    if (dotted && drawn !== '.') {
      word(first.charAt(0));
      sink.byte(46);
      sink.ascii(first.slice(1));
    } else word(first);
    sink.ascii(separator);
    if (staff) {
      word(this.given(mailbox));
      sink.ascii(separator);
    }
    word(stranger ? this.given(mailbox) : this.family(mailbox));
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

  /** Where a mailbox stands among all names; the last one is kept, because its names are asked for in turn. */
  #placeOf(mailbox: number): number {
    if (mailbox === this.#mailbox) return this.#place;
    this.#mailbox = mailbox;
    if (mailbox < this.#size) this.#place = this.#own(mailbox);
    else if (this.#isStranger(mailbox)) this.#place = this.#others(mailbox - this.#size);
    else this.#place = mailbox - this.#strangers;
    return this.#place;
  }
}
