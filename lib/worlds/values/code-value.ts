import type { ValueContext, ValueWriter } from './value-context';

/** Writes a text with so many hex digits of a draw in it, as `{N}` in a pattern says; 16 at most. */
export function codeValue(
  { pattern, draw: text }: { pattern: string; draw?: string },
  { column, buffer, draw }: ValueContext,
): ValueWriter {
  const [, before = '', count = '16', after = ''] = /^([^{]*)\{(\d+)\}(.*)$/.exec(pattern) ?? [];
  const digits = Number(count);
  const drawn = draw(text);
  return ({ person, index, fresh }) => {
    const { high, low } = drawn.block(person.number, index);
    column.open();
    buffer.ascii(before);
    buffer.hex(high, Math.min(8, digits));
    if (digits > 8) buffer.hex(low, digits - 8);
    buffer.ascii(after);
    column.close(fresh);
  };
}

/** Whether all codes of a pattern are different, so that nobody has to count them. */
export function isUnique({ pattern }: { pattern: string }, by: 'person' | 'document' | 'turn'): boolean {
  return by === 'document' && pattern.includes('{16}');
}

/** Writes a random UUID of version 4. */
export function uuidValue(
  { draw: text }: { draw?: string },
  { column, buffer, draw }: ValueContext,
): ValueWriter {
  const drawn = draw(text);
  return ({ person, index }) => {
    const { high, low } = drawn.block(person.number, 2 * index);
    column.open();
    buffer.hex(high);
    buffer.byte(45);
    buffer.hex(low >>> 16, 4);
    buffer.ascii('-4');
    buffer.hex(low, 3);
    const rest = drawn.block(person.number, 2 * index + 1);
    buffer.ascii('-a');
    buffer.hex(rest.high >>> 16, 3);
    buffer.byte(45);
    buffer.hex(rest.high, 4);
    buffer.hex(rest.low);
    column.close();
  };
}
