import { COLUMN_PARTS, COLUMN_SCHEMA, draw, MODEL_SCHEMA } from './column-schema';
import { MOST_COLUMNS, MOST_CONTACTS, MOST_DOCUMENTS } from './limits';
import { count, list, name, object, oneOf, prefix, ref, share, table, text, weight } from './schema-parts';

const instant = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$' };
const domain = { type: 'string', pattern: '^([a-z]+\\.)*example\\.(org|com|net)$' };
const key = { type: 'string', pattern: '^[A-Za-z_][A-Za-z0-9_-]*$' };
const path = { type: 'string', pattern: '^[A-Za-z_][A-Za-z0-9_-]*(\\.[A-Za-z_][A-Za-z0-9_-]*)?$' };
const named = { propertyNames: { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9 _-]*$' } };
const documents = { type: 'integer', minimum: 1, maximum: MOST_DOCUMENTS };

const counted = oneOf('by', [
  object({ by: { const: 'everybody' } }),
  object(
    {
      by: { const: 'activity' },
      active: share,
      further: { type: 'number', minimum: 0 },
      most: documents,
      draw,
      always: list(name),
      of: name,
      extra: name,
    },
    ['draw', 'always', 'of', 'extra'],
  ),
  object({ by: { const: 'range' }, role: name, from: documents, to: documents, draw }, ['draw']),
  object(
    {
      by: { const: 'contacts' },
      role: name,
      further: { type: 'array', items: count, maxItems: MOST_CONTACTS - 3 },
      people: share,
      repeated: share,
      draw,
      whose: draw,
    },
    ['draw', 'whose'],
  ),
]);

const kind = object(
  {
    file: key,
    log: { type: 'boolean' },
    count: counted,
    repeat: object({ share, draw, respelled: draw }, ['draw', 'respelled']),
    turns: object({ of: name, share, draw }, ['draw']),
    planted: object({ role: name, weeks: { type: 'number', exclusiveMinimum: 0 } }),
    catalogue: object({ draw, models: list(MODEL_SCHEMA), special: object({ name: text, prefix }) }, [
      'draw',
      'special',
    ]),
    columns: table(COLUMN_SCHEMA, { minProperties: 1, maxProperties: MOST_COLUMNS, propertyNames: path }),
  },
  ['log', 'repeat', 'turns', 'planted', 'catalogue'],
);

/** JSON Schema of a world's parameters. Texts that reach documents are printable ASCII without quote and backslash. */
export const WORLD_SCHEMA = {
  definitions: COLUMN_PARTS,
  ...object(
    {
      title: { type: 'string' },
      time: object({ opened: instant, newest: instant }),
      random: table({ type: 'integer', minimum: 0, maximum: 15 }),
      roles: table(object({ people: count, after: name }, ['after']), named),
      traits: table(object({ share, draw, within: name }, ['draw', 'within']), named),
      pairs: object({ address: count, mailbox: count, device: count, household: count }, [
        ...['address', 'mailbox', 'device', 'household'],
      ]),
      addresses: object(
        {
          draw,
          domains: list(object({ name: domain, weight })),
          staff: object({ role: name, domain }),
          capitalised: share,
          upper: share,
          padded: share,
          dotted: share,
          tagged: share,
        },
        ['draw', 'staff'],
      ),
      kinds: table(kind, { minProperties: 1, propertyNames: key }),
      second: object({ share, others: count, draw }, ['draw']),
      designs: object({ strata: path, presence: path, asked: instant }, ['strata', 'presence', 'asked']),
      groups: table(list(ref('category'))),
      broken: object({
        key: text,
        cut: path,
        text: path,
        lines: table(
          list({ enum: ['SYNTAX', 'CONTROL_CHARACTER', 'BAD_ESCAPE', 'TOO_DEEP', 'NOT_UTF8'] }, 0),
        ),
      }),
      claims: table({ enum: ['true', 'false', 'by-definition', 'outside'] }),
    },
    ['addresses', 'second', 'designs'],
  ),
};
