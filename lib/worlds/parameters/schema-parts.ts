/** JSON Schema of a share, 0 to 1. */
export const share = { type: 'number', minimum: 0, maximum: 1 };
/** Of an exact number of people. */
export const count = { type: 'integer', minimum: 0 };
/** Of a text that reaches documents: printable ASCII without quote and backslash, with more than blanks. */
export const text = {
  type: 'string',
  pattern: '^[\\x20-\\x21\\x23-\\x5b\\x5d-\\x7e]*[\\x21\\x23-\\x5b\\x5d-\\x7e] *$',
};
/** Of a name within the file. */
export const name = { type: 'string', minLength: 1 };
/** Of a weight. */
export const weight = { type: 'number', exclusiveMinimum: 0 };
/** Of the first two bytes of a hardware address that nobody owns. */
export const prefix = { type: 'string', pattern: '^[0-9A-F][26AE][0-9A-F]{2}$' };

/** Of a table with these properties and no others. */
export function object(properties: Record<string, object>, optional: string[] = []): object {
  const required = Object.keys(properties).filter((each) => !optional.includes(each));
  return { type: 'object', properties, required, additionalProperties: false };
}

/** Of a list. */
export function list(items: object, minItems = 1): object {
  return { type: 'array', items, minItems };
}

/** Of a table whose names are free. */
export function table(values: object, more: object = {}): object {
  return { type: 'object', additionalProperties: values, ...more };
}

/** Of a table whose property says which of several forms it has. */
export function oneOf(property: string, forms: object[]): object {
  return { type: 'object', discriminator: { propertyName: property }, oneOf: forms };
}

/** Of what the schema defines under a name. */
export function ref(part: string): object {
  return { $ref: `#/definitions/${part}` };
}
