import { CATEGORIES } from '../../contract/categories';
import { DRAW_PATTERN } from '../randoms/draw';
import { BODY_MEASURES } from './column-parameters';
import { list, name, object, oneOf, prefix, ref, share, text, weight } from './schema-parts';

/** JSON Schema of a draw. */
export const draw = ref('draw');
const category = ref('category');
const count = { type: 'integer', minimum: 1 };

/** Parts of the schema of columns that stand in many places, by name. */
export const COLUMN_PARTS = {
  draw: { type: 'string', pattern: DRAW_PATTERN },
  category: { enum: CATEGORIES },
  definitions: list(category, 2),
  gaps: object({ blank: share, missing: share, odd: share, draw, never: list(name) }, [
    ...['blank', 'missing', 'odd', 'draw', 'never'],
  ]),
  only: { anyOf: [name, object({ from: share, share, draw }, ['draw'])] },
};

/** What every column may say beside how its value is made. */
const HELD = { category, definitions: ref('definitions'), gaps: ref('gaps'), only: ref('only') };

/** JSON Schema of a column, by its value maker. */
export const COLUMN_SCHEMA = oneOf('make', [
  made('person-id', {}),
  made('email', { of: { const: 'contacts' }, letters: draw, padding: draw, form: draw }, [
    ...['of', 'letters', 'padding', 'form'],
  ]),
  made('person-name', { draw, odd: draw }, ['draw', 'odd']),
  made('constant', { value: { anyOf: [text, { type: 'number', minimum: 0 }, { type: 'boolean' }] } }),
  made(
    'code',
    {
      pattern: {
        type: 'string',
        pattern:
          '^[\\x20-\\x21\\x23-\\x5b\\x5d-\\x7a]*\\{([1-9]|1[0-6])\\}[\\x20-\\x21\\x23-\\x5b\\x5d-\\x7a]*$',
      },
      draw,
    },
    ['draw'],
  ),
  made('uuid', { draw }, ['draw']),
  made('token', { draw, perTurn: { type: 'boolean' }, tail: { type: 'boolean' } }, [
    'draw',
    'perTurn',
    'tail',
  ]),
  made(
    'number',
    {
      from: { type: 'number', minimum: 0 },
      to: { type: 'number', minimum: 0 },
      decimals: { type: 'integer', minimum: 0, maximum: 6 },
      draw,
    },
    ['decimals', 'draw'],
  ),
  made('words', { of: list(text), draw, numbered: object({ share, most: count, draw }, ['draw']) }, [
    'draw',
    'numbered',
  ]),
  made('model', {}),
  made('hardware-version', {}),
  made('firmware', { at: name, draw }, ['draw']),
  made('hardware-address', { of: name, special: { type: 'boolean' }, prefix: text, draw }, [
    'of',
    'special',
    'prefix',
    'draw',
  ]),
  made('ssid', { prefix: text, words: list(text), draw, second: object({ share, draw }, ['draw']) }, [
    'draw',
    'second',
  ]),
  made('private-ip', { networks: list(object({ name: text, weight })), draw }, ['draw']),
  made('body', { measure: { enum: BODY_MEASURES } }),
  made(
    'time',
    {
      law: { enum: ['growth', 'even', 'early', 'recent', 'weekly'] },
      since: name,
      until: name,
      days: { type: 'number', exclusiveMinimum: 0 },
      draw,
    },
    ['since', 'until', 'days', 'draw'],
  ),
  made(
    'choice',
    {
      of: {
        anyOf: [
          list(text),
          list(
            object({ name: { anyOf: [text, { type: 'number', minimum: 0 }] }, weight, sets: list(name, 0) }, [
              'sets',
            ]),
          ),
        ],
      },
      draw,
      asText: object({ share, draw }, ['draw']),
    },
    ['draw', 'asText'],
  ),
]);

/** JSON Schema of a model of things. */
export const MODEL_SCHEMA = object({
  name: text,
  weight,
  prefix,
  hardware: text,
  firmware: list(
    object({ name: text, since: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' }, weight }),
  ),
});

function made(make: string, properties: Record<string, object>, optional: string[] = []): object {
  return object({ make: { const: make }, ...properties, ...HELD }, [...optional, ...Object.keys(HELD)]);
}
