import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadTaxonomy } from '../cases/load-taxonomy';
import type { FieldNotes } from '../contract/case';
import { classifyFields } from '../fields/classify-fields';
import { madeStore } from '../testing/made-store';
import type { MadeDocument } from '../testing/made-tables';
import { findPeople } from '../people/find-people';
import { normalise } from '../people/normalise';
import { countDefinitions } from './count-definitions';

type Documents = MadeDocument[];
type Texts = Record<string, string>;

async function linked(kinds: Record<string, Documents>, links: FieldNotes['links'] = {}) {
  const store = await madeStore(kinds);
  const notes: FieldNotes = {
    links,
    fields: [
      { path: 'user_id', category: 'account-id', whose: 'own' },
      { path: 'devices[].mac', category: 'mac-address', whose: 'own' },
    ],
  };
  try {
    const fields = await classifyFields(store, loadTaxonomy(), notes);
    const found = await findPeople(store, fields, { notes, providers: loadTaxonomy().mailProviders });
    const { definitions } = await countDefinitions(store, found);
    const of = (id: string) => definitions.find((definition) => definition.id === id);
    return { people: of('people.linked-l4'), households: of('people.households') };
  } finally {
    store.close();
  }
}

const account = (i: number, rest: MadeDocument = {}): MadeDocument => ({
  user_id: `u${i}`,
  email: `p${i}@example.org`,
  phone: `+1 202 555 ${1000 + i}`,
  ...rest,
});

const alone = Array.from({ length: 40 }, (_, i) => account(100 + i));

test('accounts that share an address in any spelling, a phone number or a device are one person, over any chain', async () => {
  const accounts = [
    account(0, { email: 'ana.li@mail.example.com' }),
    account(1, { email: 'Analı+x@mail.example.com' }),
    account(2, { email: 'AnaLi+x@mail.example.com ' }),
    account(3, { phone: '+1 202 555 1002' }),
    account(4),
    account(5),
  ];
  const devices: Documents = [
    { user_id: 'u3', mac: '02:00:00:00:00:01' },
    { user_id: 'u4', mac: '02:00:00:00:00:01' },
    { user_id: 'u4', mac: '02:00:00:00:00:02' },
    { user_id: 'u5', mac: '02:00:00:00:00:03' },
    { user_id: 'u5', mac: '02:00:00:00:00:03' },
  ];
  const { people, households } = await linked({ k0: [...accounts, ...alone], k1: devices });
  // u0, u2, u3 and u4 are one; the Turkish letter of u1 makes another mailbox.
  assert.equal(people?.count, 40 + 3);
  assert.equal(households?.count, 40 + 3);
  assert.deepEqual(people?.links, { limit: 8, cut: 0, withoutLimit: 43, withoutDevices: 44 });
  assert.deepEqual(people?.range, [43, 44]);
});

test('a group above the limit falls apart into those of own keys, and the result says how many did', async () => {
  const accounts = [0, 1, 2, 3, 4, 5].map((i) => account(i, i < 2 ? { phone: '+1 202 555 7777' } : {}));
  const devices: Documents = [0, 2, 3, 4].map((i) => ({ user_id: `u${i}`, mac: '02:00:00:00:00:01' }));
  const kinds = {
    k0: [...accounts, ...alone],
    k1: [...devices, { user_id: 'u5', mac: '02:00:00:00:00:09' }],
  };
  const { people } = await linked(kinds, { person: 4 });
  assert.equal(people?.count, 40 + 5);
  assert.deepEqual(people?.links, { limit: 4, cut: 1, withoutLimit: 42, withoutDevices: 45 });
  const wide = await linked(kinds, { person: 5 });
  assert.equal(wide.people?.count, 42);
  assert.equal(wide.people?.links?.cut, 0);
});

test('an address that ties more accounts than the limit ties nobody', async () => {
  const accounts = Array.from({ length: 9 }, (_, i) => account(i, { email: 'none@example.org' }));
  const { people } = await linked({ k0: [...accounts, ...alone] });
  assert.equal(people?.count, 49);
  assert.deepEqual(people?.links, { limit: 8, cut: 1, withoutLimit: 41, withoutDevices: 49 });
});

test('a household shares a Wi-Fi name together with a public address; a private address or a name alone is no home', async () => {
  const at = (i: number, ssid: string, ip: string): MadeDocument => ({
    user_id: `u${i}`,
    mac: `02:00:00:00:00:${10 + i}`,
    ssid,
    ip,
  });
  const devices: Documents = [
    at(0, 'SYNTH-home', '192.0.2.7'),
    at(1, 'SYNTH-home', '192.0.2.7'),
    at(2, 'SYNTH-home', '192.0.2.8'),
    at(3, 'SYNTH-cafe', '192.0.2.7'),
    at(4, 'SYNTH-net', '192.168.1.4'),
    at(5, 'SYNTH-net', '192.168.1.4'),
    at(6, 'SYNTH-a', '172.16.0.1'),
    at(7, 'SYNTH-a', '172.16.0.1'),
    at(8, 'SYNTH-b', '172.15.0.1'),
    at(9, 'SYNTH-b', '172.15.0.1'),
    at(10, ' ', '192.0.2.9'),
    at(11, ' ', '192.0.2.9'),
  ];
  const accounts = devices.map((_, i) => account(i));
  const { people, households } = await linked({ k0: [...accounts, ...alone], k1: devices });
  assert.equal(people?.count, 52);
  assert.equal(households?.count, 50);
  assert.deepEqual(people?.range, [50, 52]);
});

test('documents without an account belong to their address, without both to their phone number', async () => {
  const mails: Documents = [
    { email: 'P100@example.org', phone: '+1 202 555 9001' },
    { email: 'new@example.org', phone: '+1 202 555 9001' },
    { email: 'other@example.org', phone: '+1 202 555 9002' },
    { email: null, phone: '+1 202 555 9003' },
    { email: ' ', phone: '+1 202 555 9002' },
  ];
  const { people } = await linked({ k0: alone, k1: mails });
  // p100 and new@ are one; other@ and the fifth are one; the fourth stands alone.
  assert.equal(people?.count, 40 + 2);
});

test('devices in an array below a person’s document are the person’s', async () => {
  const accounts = [0, 1, 2].map((i) =>
    account(i, { devices: [{ mac: `02:00:00:00:01:0${i}` }, { mac: `02:00:00:00:00:0${Math.min(i, 1)}` }] }),
  );
  const { people } = await linked({
    k0: [
      ...accounts,
      ...alone.map((each, i) => ({ ...each, devices: [{ mac: `02:00:00:01:00:${10 + i}` }] })),
    ],
  });
  assert.equal(people?.count, 42);
});

test('devices in a person’s document and devices in documents of their own make the same people and households', async () => {
  let seed = 11;
  const below = (n: number) => (seed = (seed * 48271) % 2147483647) % n;
  const owned = Array.from({ length: 300 }, () =>
    Array.from({ length: below(4) }, () => ({
      mac: `02:00:00:00:${10 + below(60)}:${10 + below(30)}`,
      ssid: `SYNTH-${below(20)}`,
      ip: `192.0.2.${below(30)}`,
    })),
  );
  const accounts = owned.map((_, i) =>
    account(i, below(9) === 0 ? { email: `Shared.${below(40)}+${i}@mail.example.com` } : {}),
  );
  const apart = owned.flatMap((devices, i) => devices.map((device) => ({ user_id: `u${i}`, ...device })));
  const within = accounts.map((each, i) => ({ ...each, devices: owned[i] ?? [] }));
  for (const limits of [{ person: 2, household: 3 }, {}, { person: 50, household: 1000 }]) {
    const one = await linked({ k0: within }, limits);
    const other = await linked({ k0: accounts, k1: apart }, limits);
    assert.equal(one.people?.count, other.people?.count);
    assert.deepEqual(one.people?.links, other.people?.links);
    assert.deepEqual(one.people?.range, other.people?.range);
    assert.equal(one.households?.count, other.households?.count);
  }
});

test('a document with an account that another has too, or with none, is not its own owner', async () => {
  const device = (n: number) => ({ devices: [{ mac: `02:00:00:00:00:0${n}` }] });
  const twice = [account(0, device(1)), account(0, device(2)), account(1, device(2)), account(2, device(1))];
  const { people } = await linked({ k0: [...twice, ...alone] });
  assert.equal(people?.count, 41);
  assert.deepEqual(people?.links, { limit: 8, cut: 0, withoutLimit: 41, withoutDevices: 43 });
  const nobody = { ...account(3, device(3)), user_id: null, email: null, phone: null };
  const none = await linked({ k0: [account(0, device(3)), nobody, account(1, device(3)), ...alone] });
  assert.equal(none.people?.count, 41);
  assert.deepEqual(none.people?.links, { limit: 8, cut: 0, withoutLimit: 41, withoutDevices: 42 });
});

test('ten thousand invented documents are joined as a slow reader joins them', async () => {
  let seed = 7;
  const below = (n: number) => (seed = (seed * 48271) % 2147483647) % n;
  const accounts = Array.from({ length: 400 }, (_, i) =>
    account(i, {
      email: below(10) === 0 ? `Shared.${below(30)}+${i}@mail.example.com` : `p${i}@example.org`,
      phone: below(12) === 0 ? `+1 202 555 2${100 + below(40)}` : `+1 202 555 ${3000 + i}`,
    }),
  );
  const devices: Documents = Array.from({ length: 500 }, () => {
    const owner = below(400);
    return {
      user_id: `u${owner}`,
      mac: `02:00:00:00:${10 + below(90)}:${10 + (below(9) === 0 ? below(60) : owner % 90)}`,
    };
  });
  for (const person of [3, 8, 1000]) {
    const { people } = await linked({ k0: accounts, k1: devices }, { person });
    assert.deepEqual(people?.links, {
      limit: person,
      ...slowly(accounts as Texts[], devices as Texts[], person),
    });
  }
});

/** Joins by walking from account to account over whatever they share. */
function slowly(accounts: Texts[], devices: Texts[], limit: number) {
  const own = new Map<string, string[]>();
  for (const { user_id = '', email = '', phone = '' } of accounts) {
    own.set(user_id, [normalise(email, 3, loadTaxonomy().mailProviders), phone]);
  }
  const all = new Map([...own].map(([id, keys]) => [id, [...keys]]));
  for (const { user_id = '', mac = '' } of devices) all.get(user_id)?.push(mac);
  const groups = (keys: Map<string, string[]>): string[][] => {
    const holders = new Map<string, string[]>();
    for (const [id, held] of keys)
      for (const key of held) holders.set(key, [...(holders.get(key) ?? []), id]);
    const seen = new Set<string>();
    return [...keys.keys()].flatMap((start) => {
      if (seen.has(start)) return [];
      const group = [start];
      seen.add(start);
      for (const id of group) {
        for (const near of (keys.get(id) ?? []).flatMap((key) => holders.get(key) ?? [])) {
          if (!seen.has(near)) group.push(near);
          seen.add(near);
        }
      }
      return [group];
    });
  };
  const strict = groups(own);
  const among = (ids: Set<string>) =>
    strict
      .filter((group) => group.some((id) => ids.has(id)))
      .reduce((sum, group) => sum + (group.length > limit ? group.filter((id) => ids.has(id)).length : 1), 0);
  const wide = groups(all);
  return {
    cut: wide.filter((group) => group.length > limit).length,
    withoutLimit: wide.length,
    withoutDevices: among(new Set(own.keys())),
  };
}
