import type { ValueParameters } from '../parameters/column-parameters';
import { Choice } from '../randoms/choice';
import { Firmware } from './firmware';
import type { ValueContext, ValueWriter } from './value-context';

type Parameters<M extends ValueParameters['make']> = Extract<ValueParameters, { make: M }>;

/** Writes the model of a thing. */
export function modelValue({ column, population: { things } }: ValueContext): ValueWriter {
  return ({ person, index }) => column.text(things?.model(person, index).name ?? '');
}

/** Writes the version of a thing's hardware. */
export function hardwareVersionValue({ column, population: { things } }: ValueContext): ValueWriter {
  return ({ person, index }) => column.text(things?.model(person, index).hardware ?? '');
}

/** Writes the firmware that a thing runs at an instant, of what was out by then. */
export function firmwareValue(
  { at, draw: text }: Parameters<'firmware'>,
  { column, population: { things }, kind, instants, draw }: ValueContext,
): ValueWriter {
  const firmware = new Firmware(things?.models ?? []);
  const seen = instants.of(kind, at);
  const drawn = draw(text);
  return ({ person, index }) => {
    const model = things?.model(person, index);
    const instant = seen(person, index);
    column.text(model ? firmware.at(model, instant, drawn.at(person.number, index)) : '');
  };
}

/**
 * Writes a hardware address: a model's locally administered prefix of two bytes, then 32 bits that are different for every
 * thing. Of the thing itself, of one that is drawn of the person's, or of the special one.
 */
export function hardwareAddressValue(
  { of, special = false, prefix = '', draw: text }: Parameters<'hardware-address'>,
  { column, buffer, population: { things }, draw }: ValueContext,
): ValueWriter {
  if (!things) return () => column.null();
  const drawn = draw(text);
  return ({ person, index, fresh }) => {
    const { number } = person;
    let thing = index;
    if (of !== undefined && !special)
      thing = Math.floor(drawn.at(number, index) * Math.max(1, things.plainCount(person)));
    if (special) thing = things.special(person);
    column.open();
    buffer.ascii(prefix);
    buffer.ascii(things.addressPrefix(person, thing));
    buffer.hexUpper(things.addressNumber(number, thing), 8);
    const shared = of === undefined && thing === 0 && things.isShared(number);
    column.close(fresh && !shared);
    if (shared) column.keys.addNumber(things.home(number));
  };
}

/** Writes the name of a home's network; a few homes have a second, and a thing is in one of them. */
export function ssidValue(
  { prefix, words, draw: text, second }: Parameters<'ssid'>,
  { column, buffer, population: { things }, draw }: ValueContext,
): ValueWriter {
  const drawn = draw(text);
  const other = draw(second?.draw, 'second');
  return ({ person: { number }, index }) => {
    const which = second && other.at(number, index) < second.share ? 1 : 0;
    const block = drawn.block(things?.home(number) ?? number, which);
    column.open();
    buffer.ascii(prefix);
    buffer.ascii(words[Math.floor(block.first() * words.length)] ?? '');
    buffer.byte(45);
    buffer.number(Math.floor(block.second() * 10_000));
    column.close();
  };
}

/** Writes an address of a private network: one network a person, by weight, and one number a document. */
export function privateIpValue(
  { networks, draw: text }: Parameters<'private-ip'>,
  { column, buffer, draw }: ValueContext,
): ValueWriter {
  const network = new Choice(networks, ({ weight }) => weight);
  const drawn = draw(text);
  return ({ person: { number }, index }) => {
    const block = drawn.block(number, 0);
    column.open();
    buffer.ascii(network.at(block.first()).name);
    buffer.number(2 + ((Math.floor(block.second() * 200) + index) % 250));
    column.close();
  };
}
