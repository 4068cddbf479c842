import { CATEGORIES } from '../contract/categories';
import { KINDS } from './paths';

const share = { type: 'number', minimum: 0, maximum: 1 };
const count = { type: 'integer', minimum: 0 };
const text = { type: 'string', pattern: '^[\\x20-\\x21\\x23-\\x5b\\x5d-\\x7e]+$' };
const instant = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$' };
const date = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' };
const prefix = { type: 'string', pattern: '^[0-9A-F][26AE][0-9A-F]{2}$' };
const domain = { type: 'string', pattern: '^([a-z]+\\.)*example\\.(org|com|net)$' };
const category = { enum: CATEGORIES };
const weight = { type: 'number', exclusiveMinimum: 0 };
const weighted = list(object({ name: text, weight }));

/** JSON Schema of a world's parameters. Texts that reach documents are printable ASCII without quote and backslash. */
export const WORLD_SCHEMA = object(
  {
    title: { type: 'string' },
    time: object({ opened: instant, newest: instant }),
    zones: object({
      blank: share,
      weights: list(object({ name: text, weight, sets: list(text, 0) }, ['sets'])),
    }),
    accounts: object({
      emailBlank: share,
      emailNull: share,
      emailCapitalised: share,
      emailUpper: share,
      emailPadded: share,
      emailDotted: share,
      emailTagged: share,
      domains: list(object({ name: domain, weight })),
      staff: count,
      staffDomain: domain,
      duplicates: share,
      nameBlank: share,
      nameNull: share,
      nameOdd: share,
      noPhoto: share,
      neverLoggedOut: share,
      thirdPartyTokens: count,
      rare: object({ name: text, from: share, share, values: list(text) }),
    }),
    pairs: object({ address: count, mailbox: count, device: count, household: count }),
    shares: object({
      addressesWithoutAccount: { type: 'array', items: count, minItems: 3, maxItems: 3 },
      withAccounts: share,
      repeated: share,
      ended: share,
    }),
    devices: object({
      owners: share,
      further: { type: 'number', minimum: 0 },
      most: { type: 'integer', minimum: 1, maximum: 14 },
      nicknameBlank: share,
      ssidBlank: share,
      ipMissing: share,
      duplicates: share,
      stateAsText: share,
      models: list(
        object({
          name: text,
          weight,
          prefix,
          hardware: text,
          firmware: list(object({ name: text, since: date, weight })),
        }),
      ),
    }),
    requests: object({
      ...activity(),
      tokenPeople: share,
      secondToken: share,
      body: { enum: ['token', 'redacted', 'tail'] },
      methods: weighted,
      hosts: list(
        object({ name: { type: 'string', pattern: '^([a-z0-9-]+\\.)*example\\.(org|com|net)$' }, weight }),
      ),
      paths: weighted,
      app: object({ name: text, versions: weighted }),
    }),
    events: object({ ...activity(), types: weighted }),
    second: object({ share, others: count }),
    scale: object({
      testers: count,
      records: {
        type: 'array',
        items: { type: 'integer', minimum: 1, maximum: 60 },
        minItems: 2,
        maxItems: 2,
      },
      model: text,
      prefix,
      planted: count,
      fields: list(
        object({
          name: text,
          holds: { enum: ['bone-density', 'bone-mass', 'protein-intake', 'protein-share'] },
        }),
      ),
    }),
    categories: byKind({ type: 'object', additionalProperties: category }),
    disputed: list(object({ kind: { enum: KINDS }, path: text, definitions: list(category, 2) }), 0),
    groups: { type: 'object', additionalProperties: list(category) },
    broken: byKind(list({ enum: ['SYNTAX', 'CONTROL_CHARACTER', 'BAD_ESCAPE', 'TOO_DEEP', 'NOT_UTF8'] }, 0)),
    claims: { type: 'object', additionalProperties: { enum: ['true', 'false', 'by-definition', 'outside'] } },
  },
  ['second'],
);

function object(properties: Record<string, object>, optional: string[] = []): object {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}

function list(items: object, minItems = 1): object {
  return { type: 'array', items, minItems };
}

function byKind(schema: object): object {
  return object(Object.fromEntries(KINDS.map((kind) => [kind, schema])), [...KINDS]);
}

function activity(): Record<string, object> {
  return {
    active: share,
    further: { type: 'number', minimum: 0 },
    most: { type: 'integer', minimum: 1, maximum: 100_000 },
  };
}
