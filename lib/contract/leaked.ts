const PLACEHOLDER = '‹leaked value›';

/**
 * What `inspect.custom` of node:util is: the name of the method that prints an object in a cell or on a console. By this name the
 * published types need no types of Node.
 */
export const INSPECT = Symbol.for('nodejs.util.inspect.custom');

/**
 * A text that came out of a leak. It can be compared and counted through {@link unseal}, and nothing else:
 * `toString`, `toJSON`, string conversion and inspection give a placeholder, and the compiler refuses it where a
 * string is wanted. Rooms that normalise or classify values unseal them for the length of one expression.
 */
export class Leaked {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /** Seals a text of the input. */
  static seal(text: string): Leaked {
    return new Leaked(text);
  }

  /** The text itself. Only `records`, `fields`, `people` and `evidence`-checks may call it (a lint rule holds it). */
  static unseal(value: Leaked): string {
    return value.#text;
  }

  toString(): string {
    return PLACEHOLDER;
  }

  toJSON(): string {
    return PLACEHOLDER;
  }

  [Symbol.toPrimitive](): string {
    return PLACEHOLDER;
  }

  [INSPECT](): string {
    return PLACEHOLDER;
  }
}
