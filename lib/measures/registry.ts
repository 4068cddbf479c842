import { isCategory } from '../contract/categories';
import { GROUPS } from './groups';

/** One entry of the list of measures: an id, or a family of ids. */
export interface MeasureEntry {
  /** The id, or its fixed part with what follows in capitals. */
  id: string;
  title: string;
  /** In one sentence: what is counted and what is not. */
  definition: string;
  unit: string;
  /** Id of the denominator; `main` is the main people definition. */
  of: string | null;
  /** How it is counted. */
  method: string;
  /** Whether what follows the colon names one of this family; absent for a single id. */
  fits?: (name: string) => boolean;
}

const isGroup = (name: string) => Object.hasOwn(GROUPS, name);
const isName = (name: string) => /^[a-z0-9][a-z0-9-]*$/.test(name);
const isPair = (names: string) => names.split(',').length === 2 && names.split(',').every(isName);
const isInstant = (text: string) =>
  /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));

/** Every measure of the kit. */
export const MEASURES: readonly MeasureEntry[] = [
  {
    id: 'documents',
    title: 'Documents',
    definition: 'Documents read; rejected lines are not among them.',
    unit: 'documents',
    of: null,
    method: 'counted while reading',
  },
  {
    id: 'documents.kind:NAME',
    title: 'Documents of one kind',
    definition: 'Documents of one kind, under the name that the case gives it.',
    unit: 'documents',
    of: 'documents',
    method: 'counted while reading',
    fits: isName,
  },
  {
    id: 'documents.twice',
    title: 'Documents that repeat an earlier one',
    definition:
      'Documents that repeat an earlier one of their kind in every value, what the envelope says left out.',
    unit: 'documents',
    of: 'documents',
    method: 'compared whole, exact',
  },
  {
    id: 'hosts.provider:P',
    title: 'Documents with a host of one cloud provider',
    definition:
      'Documents with a host name under one of the provider’s domains (data/taxonomy/cloud-providers.csv).',
    unit: 'documents',
    of: 'documents',
    method: 'counted by host name, exact',
    fits: isName,
  },
  {
    id: 'oldest-record',
    title: 'Oldest hour with ten documents',
    definition:
      'The first hour in which at least ten documents are dated. It dates records and not the exposure.',
    unit: 'instant',
    of: null,
    method: 'from one end of every date’s path',
  },
  {
    id: 'newest-record',
    title: 'Newest hour with ten documents',
    definition:
      'The last hour in which at least ten documents are dated. It dates records and not the exposure.',
    unit: 'instant',
    of: null,
    method: 'from one end of every date’s path',
  },
  {
    id: 'people.accounts',
    title: 'Accounts',
    definition: 'Distinct account ids of the records’ own people.',
    unit: 'accounts',
    of: null,
    method: 'distinct texts, exact',
  },
  {
    id: 'people.phones',
    title: 'Phone numbers',
    definition: 'Distinct phone numbers of the records’ own people.',
    unit: 'phone numbers',
    of: null,
    method: 'distinct texts, exact',
  },
  ...emails('0', 'as written'),
  ...emails('1', 'without outer blanks'),
  ...emails('2', 'without outer blanks, in lower case, in one Unicode form'),
  ...emails('3', 'in lower case and without the dots and tags that their provider ignores'),
  {
    id: 'people.linked-l4',
    title: 'People linked over their keys',
    definition:
      'Accounts (without one: e-mail addresses, without both: phone numbers) that share an e-mail address, a phone number or a device count as one person, up to a limit on how many.',
    unit: 'people',
    of: null,
    method: 'joined by shared keys, exact',
  },
  {
    id: 'people.households',
    title: 'Households',
    definition:
      'People as in people.linked-l4 who share a device, or a Wi-Fi name together with a public IP address, up to a limit on how many.',
    unit: 'households',
    of: null,
    method: 'joined by shared keys, exact',
  },
  {
    id: 'people.emails-any',
    title: 'E-mail addresses of anybody',
    definition:
      'Distinct e-mail addresses, in lower case, of the records’ own people or of somebody they name.',
    unit: 'e-mail addresses',
    of: null,
    method: 'distinct texts, exact',
  },
  {
    id: 'people.owners',
    title: 'People with a device',
    definition:
      'People with a hardware address (without any: a device id) in a document that carries their key.',
    unit: 'people',
    of: 'main',
    method: 'grouped by person, exact',
  },
  {
    id: 'people.share-only',
    title: 'E-mail addresses only named by somebody else',
    definition:
      'Distinct e-mail addresses, in lower case, that occur as somebody else’s and never as a person’s own.',
    unit: 'e-mail addresses',
    of: null,
    method: 'distinct texts, exact',
  },
  {
    id: 'people.with:CATEGORY',
    title: 'People with a category',
    definition:
      'People with at least one filled value of the category in a document that carries their key; a path whose meaning is disputed counts under each meaning.',
    unit: 'people',
    of: 'main',
    method: 'grouped by person, exact',
    fits: isCategory,
  },
  {
    id: 'people.with-certain:CATEGORY',
    title: 'People with a category, disputed paths left out',
    definition: 'As people.with:CATEGORY, counting only paths whose meaning is not disputed.',
    unit: 'people',
    of: 'main',
    method: 'grouped by person, exact',
    fits: isCategory,
  },
  {
    id: 'people.with-any:GROUP',
    title: 'People with any category of a group',
    definition:
      'People with at least one filled value of any category of the group, such as health or credentials.',
    unit: 'people',
    of: 'main',
    method: 'grouped by person, exact',
    fits: isGroup,
  },
  {
    id: 'share.with:CATEGORY',
    title: 'Share of people with a category',
    definition: 'people.with:CATEGORY over all people under the main definition.',
    unit: 'share',
    of: 'main',
    method: 'grouped by person, exact',
    fits: isCategory,
  },
  {
    id: 'share.with-any:GROUP',
    title: 'Share of people with any category of a group',
    definition: 'people.with-any:GROUP over all people under the main definition.',
    unit: 'share',
    of: 'main',
    method: 'grouped by person, exact',
    fits: isGroup,
  },
  {
    id: 'share.of:NAME',
    title: 'Share of people whose field has one of a set of values',
    definition: 'People with one of the values that the case lists, over the people with that field filled.',
    unit: 'share',
    of: 'people.with:CATEGORY',
    method: 'grouped by person, exact',
    fits: isName,
  },
  {
    id: 'share.of-all:NAME',
    title: 'Share of all people whose field has one of a set of values',
    definition:
      'The same over all people: at least those with one of the values, at most those and everybody without that field.',
    unit: 'share',
    of: 'main',
    method: 'grouped by person, exact',
    fits: isName,
  },
  {
    id: 'devices',
    title: 'Devices',
    definition: 'Distinct hardware addresses; without any, distinct device ids.',
    unit: 'devices',
    of: null,
    method: 'distinct texts, exact',
  },
  {
    id: 'tokens.with:CATEGORY',
    title: 'Tokens of a category',
    definition: 'Distinct filled values of the category.',
    unit: 'tokens',
    of: null,
    method: 'distinct texts, exact',
    fits: isCategory,
  },
  {
    id: 'tokens.alive-after:INSTANT',
    title: 'Tokens in documents dated at an instant or later',
    definition:
      'Distinct tokens in documents with a date at the instant or later, such as the end of the day on which all tokens were renewed.',
    unit: 'tokens',
    of: null,
    method: 'distinct texts, exact',
    fits: isInstant,
  },
  {
    id: 'overlap:A,B',
    title: 'People in both of two parts',
    definition:
      'People under the main definition in documents of two kinds, or in both of two captures (capture-1,capture-2).',
    unit: 'people',
    of: null,
    method: 'distinct keys, exact',
    fits: isPair,
  },
  {
    id: 'union:A,B',
    title: 'People in either of two parts',
    definition:
      'People under the main definition in documents of either of two kinds, or in either of two captures.',
    unit: 'people',
    of: null,
    method: 'distinct keys, exact',
    fits: isPair,
  },
  {
    id: 'window:ID',
    title: 'Days of exposure',
    definition: 'How long the server was open, from the case’s probes and never from dates in records.',
    unit: 'days',
    of: null,
    method: 'intervals of instants',
    fits: isName,
  },
];

function emails(level: string, form: string): MeasureEntry[] {
  return [
    {
      id: `people.emails-l${level}`,
      title: `E-mail addresses, ${form}`,
      definition: `Distinct e-mail addresses of the records’ own people, ${form}.`,
      unit: 'e-mail addresses',
      of: null,
      method: 'distinct texts, exact',
    },
  ];
}

/** Whether a ledger may name this measure. */
export function isMeasure(id: string): boolean {
  return entryOf(id) !== undefined;
}

/** The entry that an id belongs to. */
export function entryOf(id: string): MeasureEntry | undefined {
  const colon = id.indexOf(':');
  if (colon < 0) return MEASURES.find((entry) => entry.id === id);
  const [family, name] = [id.slice(0, colon + 1), id.slice(colon + 1)];
  return MEASURES.find((entry) => entry.id.startsWith(family) && entry.fits?.(name));
}
