import { STATE } from '../population/person';
import { addressSpelling } from '../population/spelling';
import type { ValueParameters } from '../parameters/column-parameters';
import { ODD_NAMES } from '../population/word-lists';
import type { ValueContext, ValueWriter } from './value-context';

type Parameters<M extends ValueParameters['make']> = Extract<ValueParameters, { make: M }>;

/** Writes a display name, made of the names in the person's address; an odd one is of a list that breaks readers. */
export function personNameValue(
  { draw: text, odd: oddText }: Parameters<'person-name'>,
  { column, buffer, population: { addresses }, draw }: ValueContext,
): ValueWriter {
  const drawn = draw(text);
  const odd = draw(oddText, 'second');
  return ({ person, state }) => {
    const { number, mailbox } = person;
    if (state === STATE.odd) {
      const name = ODD_NAMES[Math.floor(odd.at(number) * ODD_NAMES.length)];
      if (name) column.bytes(name);
      return;
    }
    const block = drawn.block(number);
    const style = Math.floor(block.first() * 4);
    const digits = Math.floor(block.second() * 100);
    column.open();
    if (addresses) {
      const staff = addresses.isStaff(mailbox);
      if (staff) buffer.ascii('Test ');
      const at = buffer.at;
      buffer.ascii(addresses.given(mailbox));
      if (staff || style < 3) buffer.upper(at, at + 1);
      if (staff) buffer.byte(32);
      if (staff || style === 3) buffer.number(digits);
      else if (style > 0) {
        buffer.byte(32);
        const family = addresses.family(mailbox);
        const from = buffer.at;
        buffer.ascii(style === 1 ? family : family.charAt(0));
        buffer.upper(from, from + 1);
        if (style === 2) buffer.byte(46);
      }
    }
    column.close();
  };
}

/** Writes what stands for a name that is missing: nothing, or sometimes blanks. */
export function blankName(
  { draw: text }: Parameters<'person-name'>,
  { column, draw }: ValueContext,
): ValueWriter {
  const drawn = draw(text);
  return ({ person }) => column.text(drawn.block(person.number).first() < 0.2 ? '  ' : '');
}

/** Writes the person's own address, or one that the person gives of somebody else. */
export function emailValue({ of }: Parameters<'email'>, context: ValueContext): ValueWriter {
  const { column, buffer, population, plan } = context;
  const { addresses, draws, ownEmail } = population;
  if (!addresses) return () => column.null();
  const write = (mailbox: number, spelling: number, fresh = true, alone = false) => {
    column.open();
    addresses.write(mailbox, spelling, buffer);
    column.close(fresh, alone);
  };
  if (of === 'contacts')
    return ({ person, index }) => write(person.contacts[index] ?? 0, person.contactSpellings[index] ?? 0);
  if (plan === ownEmail)
    return ({ person: { number, mailbox, spelling, respelled }, fresh }) => {
      const isNew = fresh || respelled !== spelling;
      write(mailbox, fresh ? spelling : respelled, isNew, !addresses.isShared(number));
    };
  const spell = addressSpelling(plan, { draws, addresses });
  return ({ person: { mailbox, number }, index }) => write(mailbox, spell(mailbox, number, index));
}

/** Writes a word of a list, some with a number behind it. */
export function wordsValue(
  { of, draw: text, numbered }: Parameters<'words'>,
  context: ValueContext,
): ValueWriter {
  const { column, buffer, draw } = context;
  const drawn = draw(text);
  const further = draw(numbered?.draw, 'second');
  return ({ person: { number }, index }) => {
    column.open();
    buffer.ascii(of[Math.floor(drawn.at(number, index) * of.length)] ?? '');
    const u = numbered ? further.at(number, index) : 1;
    if (numbered && u < numbered.share) {
      buffer.byte(32);
      buffer.number(1 + Math.floor(u * numbered.most));
    }
    column.close();
  };
}
