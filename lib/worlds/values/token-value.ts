import type { ValueParameters } from '../parameters/column-parameters';
import type { DocumentBuffer } from '../documents/document-buffer';
import type { Draw } from '../randoms/draw';
import type { ValueContext, ValueWriter } from './value-context';

/** What marks a token as ours. */
const MARK = 'SYNTHETIC-';

/** Writes a token, our mark and 32 hex digits, or the last six of them. */
export function tokenValue(
  { draw: text, tail = false, perTurn = false }: Extract<ValueParameters, { make: 'token' }>,
  { column, buffer, draw }: ValueContext,
): ValueWriter {
  const drawn = draw(text);
  return ({ person: { number }, index }) => {
    const source = perTurn ? index : 0;
    column.open();
    if (tail) buffer.hex(tokenTail(drawn, number, source), 6);
    else writeToken(drawn, { number, source, buffer });
    column.close();
  };
}

function writeToken(
  draw: Draw,
  { number, source, buffer }: { number: number; source: number; buffer: DocumentBuffer },
): void {
  buffer.ascii(MARK);
  for (let half = 0; half < 2; half++) {
    const { high, low } = draw.half(number, source, half);
    buffer.hex(high);
    buffer.hex(low);
  }
}

/** The last six hex digits of a token, as a number. @param source number of the source of the token, 0 where there is one */
export function tokenTail(draw: Draw, person: number, source: number): number {
  return draw.half(person, source, 1).low & 0xffffff;
}
