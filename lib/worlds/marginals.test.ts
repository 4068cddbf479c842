import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { before, test } from 'node:test';
import type { Truth } from '../contract/truth';
import { worldParameters } from './parameters/load-parameters';
import {
  activityOf,
  catalogueOf,
  columnOf,
  documentsOf,
  gapOf,
  PARAMETERS,
  smallParameters,
  smallWorld,
  weightsOf,
  type Flat,
} from './testing/small-world';
import { tempFolder } from '../testing/temp-folder';

const folder = tempFolder('marginals-test');

const PEOPLE = 24_000;
/** With a fixed seed a test of this size goes wrong by chance at most once in a million worlds. */
const MISS = 1e-6;
let documents: Record<string, Flat[]> = {};
let given: ReturnType<typeof worldParameters>;

before(async () => {
  const more = `traits: { app token: { share: 0.3 } }
kinds: { request: { count: { active: 0.5, further: 1.5 } }, event: { count: { active: 0.4 } } }
`;
  given = worldParameters(smallParameters(folder, 'researcher', more));
  documents = documentsOf(
    await smallWorld(folder, 'researcher', { people: PEOPLE, more, seed: 'marginals' }),
  );
});

/** Fails where the count lies outside the exact binomial limits. */
function near(what: string, count: number, { of, share }: { of: number; share: number }): void {
  const tail = binomialTail(count, of, share);
  assert.ok(tail > MISS, `${what}: ${count} of ${of}, expected a share of ${share}`);
}

/** Smaller of the two tails P(X ≤ k), P(X ≥ k) of a binomial, summed term by term from the largest term. */
function binomialTail(k: number, n: number, p: number): number {
  const logs = new Float64Array(n + 1);
  for (let i = 0; i < n; i++)
    logs[i + 1] = (logs[i] as number) + Math.log(((n - i) / (i + 1)) * (p / (1 - p)));
  const top = logs.reduce((most, each) => Math.max(most, each), -Infinity);
  let [all, below, from] = [0, 0, 0];
  logs.forEach((log, i) => {
    const term = Math.exp(log - top);
    all += term;
    if (i <= k) below += term;
    if (i >= k) from += term;
  });
  return Math.min(below, from) / all;
}

test('the binomial tail is the one of a table, and a wrong share is seen', () => {
  assert.ok(Math.abs(binomialTail(2, 10, 0.5) - 56 / 1024) < 1e-12);
  assert.ok(Math.abs(binomialTail(9, 10, 0.5) - 11 / 1024) < 1e-12);
  assert.ok(binomialTail(5_400, 24_000, 0.24) < MISS, 'a share of 22.5 % is not taken for 24 %');
});

const list = (name: string) => documents[name] ?? [];
/** The first document of each account: duplicates follow theirs. */
const accounts = () => [
  ...new Map([...list('accounts')].reverse().map((each) => [each['user_id'], each])).values(),
];
const count = (all: Flat[], holds: (document: Flat) => boolean) => all.filter(holds).length;
const text = (document: Flat, path: string) => String(document[path] ?? '');

test('time zones: blanks, each zone, a quarter Eastern, about half in the United States', () => {
  const blank = gapOf(given, ['account', 'timezone_name'], 'blank');
  const weights = weightsOf(given, 'account', 'timezone_name');
  const zoned = accounts().filter((each) => each['timezone_name'] !== '');
  near('people with a zone', zoned.length, { of: PEOPLE, share: 1 - blank });
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  for (const { name, weight } of weights)
    near(
      name,
      count(zoned, (each) => each['timezone_name'] === name),
      { of: zoned.length, share: weight / total },
    );
  const eastern = weights.filter(({ sets }) => sets?.includes('eastern')).map(({ name }) => name);
  near(
    'Eastern',
    count(zoned, (each) => eastern.includes(text(each, 'timezone_name'))),
    { of: zoned.length, share: 0.24 },
  );
  const abroad = /Toronto|Mexico_City|Lima/;
  const american = /^America\/|Honolulu/;
  const states = weights
    .filter(({ name }) => american.test(name) && !abroad.test(name))
    .map(({ name }) => name);
  const share = count(zoned, (each) => states.includes(text(each, 'timezone_name'))) / zoned.length;
  assert.ok(share > 0.49 && share < 0.54, `${share} in the United States`);
});

test('addresses: blanks, nulls, capitals, outer blanks, dots and tags come as often as the parameters say', () => {
  assert.ok(given.addresses);
  const { upper: emailUpper, padded: emailPadded, domains, tagged: emailTagged } = given.addresses;
  const emailBlank = gapOf(given, ['account', 'email'], 'blank');
  const emailNull = gapOf(given, ['account', 'email'], 'missing');
  const all = accounts();
  // Who shares always has an address.
  const free = all.filter(({ user_id: user }) => !list('shares').some((share) => share['user_id'] === user));
  const special = 2 * (25 + 20 + 30 + 40) + 20;
  assert.ok(free.length > 20_000);
  const near1 = (what: string, path: (each: Flat) => boolean, share: number) => {
    const found = count(free, path);
    assert.ok(
      Math.max(binomialTail(found, free.length, share), binomialTail(found, free.length - special, share)) >
        MISS,
      `${what}: ${found} of ${free.length}, expected ${share}`,
    );
  };
  near1('blank', (each) => each['email'] === '', emailBlank);
  near1('null', (each) => each['email'] === null, emailNull);
  const filled = all.map((each) => text(each, 'email')).filter((email) => email !== '');
  const cased = filled.filter((email) => !/@staff\./i.test(email));
  near('upper case', cased.filter((email) => email === email.toUpperCase()).length, {
    of: cased.length,
    share: emailUpper,
  });
  near('outer blanks', cased.filter((email) => email !== email.trim()).length, {
    of: cased.length,
    share: emailPadded,
  });
  const total = domains.reduce((sum, { weight }) => sum + weight, 0);
  const at = (domain: string) => cased.filter((email) => email.trim().toLowerCase().endsWith(`@${domain}`));
  for (const { name, weight } of domains)
    near(name, at(name).length - (name === 'mail.example.com' ? 40 : 0), {
      of: cased.length - 40,
      share: weight / total,
    });
  const tagging = at('mail.example.com');
  near('tags', tagging.filter((email) => email.includes('+')).length, {
    of: tagging.length,
    share: emailTagged,
  });
  assert.equal(
    cased.filter((email) => email.includes('+')).length,
    tagging.filter((email) => email.includes('+')).length,
  );
});

test('names, photos, logins and duplicates come as often as the parameters say', () => {
  const noPhoto = gapOf(given, ['account', 'logo'], 'blank');
  const nameBlank = gapOf(given, ['account', 'nickname'], 'blank');
  const nameNull = gapOf(given, ['account', 'nickname'], 'missing');
  const neverLoggedOut = gapOf(given, ['account', 'last_logout_ts'], 'missing');
  const duplicates = given.kinds['account']?.repeat?.share ?? NaN;
  const all = accounts();
  near(
    'photos',
    count(all, (each) => each['logo'] !== ''),
    { of: PEOPLE, share: 1 - noPhoto },
  );
  near(
    'null names',
    count(all, (each) => each['nickname'] === null),
    { of: PEOPLE, share: nameNull },
  );
  near(
    'blank names',
    count(all, (each) => text(each, 'nickname').trim() === '') -
      count(all, (each) => each['nickname'] === null),
    { of: PEOPLE, share: nameBlank },
  );
  near(
    'never logged out',
    count(all, (each) => each['last_logout_ts'] === null),
    { of: PEOPLE, share: neverLoggedOut },
  );
  near('duplicates', list('accounts').length - PEOPLE, { of: PEOPLE, share: duplicates });
});

test('exact roles are exact: tokens, testers, staff, addresses without an account', () => {
  assert.equal(
    count(accounts(), (each) => 'alexa_token' in each),
    40,
  );
  const people = new Set(list('scale').map((each) => each['user_id']));
  assert.equal(people.size, 12 + 3);
  assert.equal(
    count(accounts(), (each) => /@staff\.example\.org/i.test(text(each, 'email'))),
    20,
  );
  const plain = (each: string) =>
    each
      .trim()
      .toLowerCase()
      .replace(/\+[^@]*|\.(?=.*@mail)/g, '');
  const own = new Set(accounts().map((each) => plain(text(each, 'email'))));
  const others = new Set(list('shares').map((each) => plain(text(each, 'share_email'))));
  assert.equal([...others].filter((each) => !own.has(each)).length, 500 + 200 + 50);
});

test('devices: owners, models, networks, type drift', () => {
  const { active: owners } = activityOf(given, 'device');
  const { models } = catalogueOf(given, 'device');
  const ssidBlank = gapOf(given, ['device', 'ssid'], 'blank');
  const state = columnOf(given, 'device', 'conn_state');
  const stateAsText = state.make === 'choice' ? (state.asText?.share ?? NaN) : NaN;
  const bound = new Set(list('shares').map((each) => each['user_id']));
  const owning = new Set(list('devices').map((each) => each['user_id']));
  const free = accounts().filter(({ user_id: user }) => !bound.has(user));
  const sure = 2 * (30 + 40) + 12;
  const found = count(free, (each) => owning.has(each['user_id']));
  const tails = [0, sure].map((each) => binomialTail(found - each, free.length - each, owners));
  assert.ok(Math.max(...tails) > MISS, `${found} owners of ${free.length}`);
  const devices = [
    ...new Map(
      list('devices').map((each) => [`${text(each, 'user_id')} ${text(each, 'mac')}`, each]),
    ).values(),
  ];
  const cameras = devices.filter((each) => each['product_model'] !== 'JA.SC');
  const total = models.reduce((sum, { weight }) => sum + weight, 0);
  for (const { name, weight } of models)
    near(
      name,
      count(cameras, (each) => each['product_model'] === name),
      { of: cameras.length, share: weight / total },
    );
  near(
    'blank networks',
    count(devices, (each) => each['ssid'] === ''),
    { of: devices.length, share: ssidBlank },
  );
  near(
    'states as text',
    count(devices, (each) => typeof each['conn_state'] === 'string'),
    { of: devices.length, share: stateAsText },
  );
});

/** How many documents each person has. */
const perPerson = (all: Flat[]) => {
  const counts = new Map<Flat[string], number>();
  for (const each of all) counts.set(each['user_id'] ?? null, (counts.get(each['user_id'] ?? null) ?? 0) + 1);
  return [...counts.values()];
};

test('logs have a heavy tail: as many people with k documents or more as a Lomax law of shape 2 says', () => {
  const owners = new Set(list('devices').map((each) => each['user_id'])).size;
  for (const [name, of, { active, further }] of [
    ['requests', PEOPLE, activityOf(given, 'request')],
    ['events', owners, activityOf(given, 'event')],
  ] as const) {
    const counts = perPerson(list(name));
    near(`people with ${name}`, counts.length, { of, share: active });
    for (const k of [2, 3, 5, 10, 30]) {
      const share = (further / (further + k - 1.5)) ** 2;
      near(`${k} ${name} or more`, counts.filter((each) => each >= k).length, { of: counts.length, share });
    }
    const top = [...counts].sort((a, b) => b - a).slice(0, Math.ceil(counts.length / 10));
    const part = top.reduce((sum, each) => sum + each, 0) / list(name).length;
    assert.ok(part > 0.3, `the busiest tenth has ${part} of the ${name}`);
  }
});

test('tokens: of all people the share that the parameters say, each holding one or two', () => {
  const tokens = new Map<Flat[string], Set<Flat[string]>>();
  for (const each of list('requests')) {
    const token = each['body.access_token'];
    if (token !== undefined)
      tokens.set(each['user_id'] ?? null, (tokens.get(each['user_id'] ?? null) ?? new Set()).add(token));
  }
  near('people with tokens', tokens.size, { of: PEOPLE, share: given.traits['app token']?.share ?? NaN });
  assert.deepEqual([...new Set([...tokens.values()].map(({ size }) => size))].sort(), [1, 2]);
});

test('at full size the population of the committed sample has exactly the counts of the parameters', () => {
  const file = join(PARAMETERS, '..', 'sample', 'truth.json');
  const { measures, known } = JSON.parse(readFileSync(file, 'utf8')) as Truth;
  const own = worldParameters(join(PARAMETERS, 'mixed.yaml'));
  const { address = 0, mailbox = 0, device = 0, household = 0 } = own.pairs;
  const people = (role: string) => own.roles[role]?.people ?? NaN;
  const all = (id: string) => measures[id]?.population ?? NaN;
  const size = 2_400_000;
  assert.equal(all('people.accounts'), size);
  assert.equal(all('people.with:third-party-token'), people('token holders'));
  assert.equal(people('token holders'), size / 100);
  assert.equal(known?.genuine['people.with-any:health']?.population, 140);
  assert.equal(all('people.with-any:health'), 140 + people('planted weigh-ins'));
  assert.equal(all('people.linked-l4'), size - address - mailbox - device);
  assert.equal(all('people.households'), all('people.linked-l4') - household);
  assert.ok(Math.abs(all('people.emails-any') - 2_880_000) < 5_000, 'both 2.4 and 2.88 million are true');
  near('api tokens', all('people.with:api-token'), {
    of: size,
    share: own.traits['app token']?.share ?? NaN,
  });
  near('zones', all('people.with:timezone'), {
    of: size,
    share: 1 - gapOf(own, ['account', 'timezone_name'], 'blank'),
  });
  near('Eastern', Math.round(all('share.of:eastern') * all('people.with:timezone')), {
    of: all('people.with:timezone'),
    share: 0.24,
  });
});

test('what the sample draws at random of exact roles lies within hypergeometric limits', () => {
  const sample = join(PARAMETERS, '..', 'sample');
  const truth = JSON.parse(readFileSync(join(sample, 'truth.json'), 'utf8')) as Truth;
  const { scale = [], account = [], device = [] } = documentsOfSample(sample, truth);
  const peopleOf = (documents: Flat[]) => new Set(documents.map((each) => each['user_id']));
  const taken = peopleOf(scale);
  const having = {
    'people.with:third-party-token': peopleOf(account.filter((each) => each['alexa_token'])),
    'people.with:photo': peopleOf(account.filter((each) => each['logo'])),
    'people.owners': peopleOf(device),
  };
  for (const [id, people] of Object.entries(having)) {
    const { file, population } = truth.measures[id] as { file: number; population: number };
    assert.equal(people.size, file, id);
    const atRandom = [...people].filter((user) => !taken.has(user)).length;
    const others = population - (people.size - atRandom);
    const draw = { people: 400, population: truth.population - taken.size, having: others };
    assert.ok(hypergeometricTail(atRandom, draw) > MISS, id);
  }
});

/** The readable documents of the committed sample, by kind. */
function documentsOfSample(dir: string, truth: Truth): Record<string, Flat[]> {
  const files = truth.files.map(({ name }) => join(dir, name));
  const found = documentsOf({ dir, files, truth, truthFile: '', proofFile: '' });
  return Object.fromEntries(
    truth.files.map(({ name, kinds }) => [
      Object.keys(kinds)[0] ?? '',
      found[basename(name, '.ndjson')] ?? [],
    ]),
  );
}

/** Smaller tail of the number with a property among people drawn without replacement. */
function hypergeometricTail(
  k: number,
  { people, population, having }: { people: number; population: number; having: number },
): number {
  const others = population - having;
  let [log, all, below, from] = [0, 0, 0, 0];
  const logs: number[] = [];
  for (let i = 0; i <= people; i++) {
    logs.push(log);
    log += Math.log(((having - i) / (i + 1)) * ((people - i) / (others - people + i + 1)));
  }
  const top = Math.max(...logs);
  logs.forEach((each, i) => {
    const term = Math.exp(each - top);
    all += term;
    if (i <= k) below += term;
    if (i >= k) from += term;
  });
  return Math.min(below, from) / all;
}
