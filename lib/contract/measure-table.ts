/**
 * `counts`: each unit has it or not, whatever else is there, so that a draw of them speaks of all. `grows`: it is a property of
 * all documents together that more of them can only raise: there is at least what was found. `changes`: one that more of them
 * can raise or lower: a part says nothing of it.
 */
export type InPart = 'counts' | 'grows' | 'changes';

/** A measure, or a family of measures whose ids differ in what follows the colon. */
export interface MeasureEntry {
  /** What follows the colon: a category, a group of categories, a name that the case gives …; null: nothing does. */
  parameter: 'CATEGORY' | 'GROUP' | 'KIND' | 'NAME' | 'PAIR' | 'INSTANT' | null;
  /** As results print it; each `{}` stands for the parameter in words, or for a number that the definition rests on. */
  title: string;
  /** What it is counted in; `share`: 0 to 1. */
  unit: string;
  /** The measure it is a part of: `main` is the main people definition, `people.with` the people with the set's category. */
  of: 'main' | 'documents' | 'people.with' | null;
  /** Measure of the unit that is drawn when one of these is; null: it describes the input only. */
  drawnAs: 'itself' | 'main' | 'documents' | null;
  /** What a part of the documents can say of it. */
  inPart: InPart;
  /** What is counted and what is not, in one sentence. */
  definition: string;
  /** How it is counted. */
  method: string;
  /** The file that counts it, below `lib/`. */
  madeIn: string;
  /** Level of normalisation of a people definition's key (`people/normalise`); 0 where it says none. */
  level?: 1 | 2 | 3;
  /** It rests on what a path was taken to hold, so that a few finds may be errors until somebody looks at them. */
  needsReview?: true;
}

const DOCUMENTS = { unit: 'documents', of: 'documents', drawnAs: 'documents', inPart: 'counts' } as const;

const PEOPLE_KEY = {
  parameter: null,
  of: null,
  drawnAs: 'itself',
  inPart: 'counts',
  method: 'distinct texts, exact',
  madeIn: 'measures/count-keys.ts',
} as const;
const EMAILS = { ...PEOPLE_KEY, unit: 'e-mail addresses' } as const;
/** What two accounts share may stand in a document that is not there: more documents can join people. */
const LINKED = {
  ...PEOPLE_KEY,
  inPart: 'changes',
  method: 'joined by shared keys, exact',
  madeIn: 'measures/count-linked.ts',
} as const;

const OF_PEOPLE = {
  of: 'main',
  drawnAs: 'main',
  inPart: 'counts',
  method: 'grouped by person, exact',
  madeIn: 'measures/people-measures.ts',
} as const;
const PEOPLE = { ...OF_PEOPLE, unit: 'people' } as const;
const SHARE = { ...OF_PEOPLE, unit: 'share' } as const;

const THINGS = {
  of: null,
  drawnAs: 'itself',
  inPart: 'counts',
  method: 'distinct texts, exact',
  madeIn: 'measures/thing-measures.ts',
} as const;

const OVERLAP = {
  parameter: 'PAIR',
  unit: 'people',
  of: null,
  drawnAs: 'main',
  inPart: 'counts',
  method: 'distinct keys, exact',
  madeIn: 'measures/shared-people.ts',
} as const;

const RECORD_DATE = {
  parameter: null,
  unit: 'instant',
  of: null,
  drawnAs: null,
  inPart: 'changes',
  method: 'from one end of every date’s path',
  madeIn: 'measures/record-dates.ts',
} as const;

/** Every measure of the kit, by the part of its id before the colon. Nothing else says what a measure is called or counts. */
export const MEASURES = {
  documents: {
    parameter: null,
    title: 'Documents',
    unit: 'documents',
    of: null,
    drawnAs: 'itself',
    inPart: 'counts',
    definition: 'Documents read; rejected lines are not among them.',
    method: 'counted while reading',
    madeIn: 'measures/count-measures.ts',
  },
  'documents.kind': {
    ...DOCUMENTS,
    parameter: 'KIND',
    title: 'Documents of kind {}',
    definition: 'Documents of one kind, under the name that the case gives it.',
    method: 'counted while reading',
    madeIn: 'measures/count-measures.ts',
  },
  'documents.twice': {
    ...DOCUMENTS,
    parameter: null,
    inPart: 'grows',
    title: 'Documents that repeat an earlier one',
    definition:
      'Documents that repeat an earlier one of their kind in every value, what the envelope says left out.',
    method: 'compared whole, exact',
    madeIn: 'measures/repeated-documents.ts',
  },
  'hosts.provider': {
    ...DOCUMENTS,
    parameter: 'NAME',
    title: 'Documents with a host of {}',
    definition:
      'Documents with a host name under one of the provider’s domains (data/taxonomy/cloud-providers.csv).',
    method: 'counted by host name, exact',
    madeIn: 'measures/host-measures.ts',
  },
  'oldest-record': {
    ...RECORD_DATE,
    title: 'Oldest hour with ten documents',
    definition:
      'The first hour in which at least ten documents are dated. It dates records and not the exposure.',
  },
  'newest-record': {
    ...RECORD_DATE,
    title: 'Newest hour with ten documents',
    definition:
      'The last hour in which at least ten documents are dated. It dates records and not the exposure.',
  },
  'people.accounts': {
    ...PEOPLE_KEY,
    title: 'People counted by different account ids',
    unit: 'accounts',
    definition: 'Distinct account ids of the records’ own people.',
  },
  'people.phones': {
    ...PEOPLE_KEY,
    title: 'People counted by different phone numbers, as written',
    unit: 'phone numbers',
    definition: 'Distinct phone numbers of the records’ own people.',
  },
  'people.user-names': {
    ...PEOPLE_KEY,
    title:
      'People counted by different user names, for want of anything firmer: one person may have several, and one name may be several people’s elsewhere',
    unit: 'user names',
    definition:
      'Distinct user names, as written, where records hold no account id, e-mail address or phone number of their own people. People may have several and change them.',
  },
  'people.emails-named': {
    ...EMAILS,
    title:
      'People counted by the e-mail addresses that records name: senders, recipients and contacts, none of whom need have an account',
    definition:
      'Distinct e-mail addresses, in lower case, of those whom records name, where they hold no key of their own people.',
    level: 2,
  },
  'people.emails-l0': {
    ...EMAILS,
    title: 'People counted by different e-mail addresses, exactly as written',
    definition: 'Distinct e-mail addresses of the records’ own people, as written.',
  },
  'people.emails-l1': {
    ...EMAILS,
    title: 'People counted by different e-mail addresses, without blanks around them',
    definition: 'Distinct e-mail addresses of the records’ own people, without outer blanks.',
    level: 1,
  },
  'people.emails-l2': {
    ...EMAILS,
    title: 'People counted by different e-mail addresses, upper and lower case taken as one',
    definition:
      'Distinct e-mail addresses of the records’ own people, without outer blanks, in lower case, in one Unicode form.',
    level: 2,
  },
  'people.emails-l3': {
    ...EMAILS,
    title:
      'People counted by different mailboxes: as above, and without the dots and tags that their provider ignores',
    definition:
      'Distinct e-mail addresses of the records’ own people, in lower case and without the dots and tags that their provider ignores.',
    level: 3,
  },
  'people.linked-l4': {
    ...LINKED,
    title:
      'People counted by accounts, e-mail addresses, phone numbers and devices together: what shares one is one person, up to {} accounts',
    unit: 'people',
    definition:
      'Accounts (without one: e-mail addresses, without both: phone numbers) that share an e-mail address, a phone number or a device count as one person, up to a limit on how many.',
  },
  'people.linked-names': {
    ...LINKED,
    title:
      'People counted by name and birth date, postcode or the like: equal, or one typing error apart where something else is equal; what more than {} documents share counts as missing',
    unit: 'people',
    definition:
      'Groups of documents with one name and birth date (without one: postcode), or one typing error apart with another field equal, where no key tells people apart. The range: from groups of a looser linking, less the joins that it would miss if errors in different fields are independent, to these with the namesakes of one birth date that chance makes.',
    method: 'two linkings without weights, compared in blocks',
    madeIn: 'measures/count-names.ts',
  },
  'people.households': {
    ...LINKED,
    title:
      'Households: people who share a device, or a Wi-Fi name together with a public IP address, up to {} accounts',
    unit: 'households',
    definition:
      'People as in people.linked-l4 who share a device, or a Wi-Fi name together with a public IP address, up to a limit on how many.',
  },
  'people.emails-any': {
    ...EMAILS,
    title: 'E-mail addresses, one’s own or somebody else’s',
    definition:
      'Distinct e-mail addresses, in lower case, of the records’ own people or of somebody they name.',
    madeIn: 'measures/email-measures.ts',
  },
  'people.emails-others': {
    ...EMAILS,
    title: 'E-mail addresses of somebody else, who may have an account too',
    definition:
      'Distinct e-mail addresses, in lower case, that occur as somebody else’s, whether or not they are a person’s own elsewhere.',
    madeIn: 'measures/email-measures.ts',
    needsReview: true,
  },
  'people.share-only': {
    ...EMAILS,
    inPart: 'changes',
    title: 'E-mail addresses that occur only as somebody else’s',
    definition:
      'Distinct e-mail addresses, in lower case, that occur as somebody else’s and never as a person’s own.',
    madeIn: 'measures/email-measures.ts',
    needsReview: true,
  },
  'people.emails-mentioned': {
    ...EMAILS,
    title: 'E-mail addresses that texts mention, which may be anybody’s',
    definition:
      'Distinct e-mail addresses, in lower case, that stand inside longer texts, whether or not they are a person’s own elsewhere; counted apart from account holders and from people whom a field names.',
    madeIn: 'measures/email-measures.ts',
    needsReview: true,
  },
  'people.owners': {
    ...PEOPLE,
    parameter: null,
    title: 'People with a device',
    definition:
      'People with a hardware address (without any: a device id) in a document that carries their key.',
  },
  'people.with': {
    ...PEOPLE,
    parameter: 'CATEGORY',
    title: 'People with: {}',
    definition:
      'People with at least one filled value of the category in a document that carries their key; a path whose meaning is disputed counts under each meaning.',
    needsReview: true,
  },
  'people.with-certain': {
    ...PEOPLE,
    parameter: 'CATEGORY',
    title: 'People with: {}, certain in meaning',
    definition: 'As people.with:CATEGORY, counting only paths whose meaning is not disputed.',
    needsReview: true,
  },
  'people.with-any': {
    ...PEOPLE,
    parameter: 'GROUP',
    title: 'People with any: {}',
    definition:
      'People with at least one filled value of any category of the group, such as health or credentials.',
    needsReview: true,
  },
  'share.with': {
    ...SHARE,
    parameter: 'CATEGORY',
    title: 'Share of people with: {}',
    definition: 'people.with:CATEGORY over all people under the main definition.',
  },
  'share.with-any': {
    ...SHARE,
    parameter: 'GROUP',
    title: 'Share of people with any: {}',
    definition: 'people.with-any:GROUP over all people under the main definition.',
  },
  'share.of': {
    ...SHARE,
    parameter: 'NAME',
    title: '{}',
    of: 'people.with',
    definition: 'People with one of the values that the case lists, over the people with that field filled.',
  },
  'share.of-all': {
    ...SHARE,
    parameter: 'NAME',
    title: '{}, as a share of all people',
    definition:
      'The same over all people: at least those with one of the values, at most those and everybody without that field.',
  },
  devices: {
    ...THINGS,
    parameter: null,
    title: 'Devices',
    unit: 'devices',
    definition: 'Distinct hardware addresses; without any, distinct device ids.',
  },
  'tokens.with': {
    ...THINGS,
    parameter: 'CATEGORY',
    title: 'Different values: {}',
    unit: 'tokens',
    definition: 'Distinct filled values of the category.',
    needsReview: true,
  },
  'tokens.alive-after': {
    ...THINGS,
    parameter: 'INSTANT',
    title: 'Tokens in documents dated {} or later',
    unit: 'tokens',
    definition:
      'Distinct tokens in documents with a date at the instant or later, such as the end of the day on which all tokens were renewed.',
    madeIn: 'measures/tokens-after.ts',
  },
  overlap: {
    ...OVERLAP,
    title: 'People in {} and in {}',
    definition:
      'People under the main definition in documents of two kinds, or in both of two captures (capture-1,capture-2).',
  },
  union: {
    ...OVERLAP,
    title: 'People in {} or in {}',
    definition:
      'People under the main definition in documents of either of two kinds, or in either of two captures.',
  },
  window: {
    parameter: 'NAME',
    title: 'Days of exposure',
    unit: 'days',
    of: null,
    drawnAs: null,
    inPart: 'changes',
    definition: 'How long the server was open, from the case’s probes and never from dates in records.',
    method: 'intervals of instants',
    madeIn: 'measures/windows.ts',
  },
} as const satisfies Record<string, MeasureEntry>;
