import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { isIPv4 } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadTaxonomy } from '../cases/load-taxonomy';
import { worldParameters } from './parameters/load-parameters';
import {
  catalogueOf,
  columnOf,
  documentsOf,
  PARAMETERS,
  smallParameters,
  smallWorld,
  WORLDS,
} from './testing/small-world';
import { FAMILY, GIVEN, ODD_NAMES } from './population/word-lists';
import { notEmpty } from '../testing/not-empty';
import { tempFolder } from '../testing/temp-folder';

const folder = tempFolder('marks-test');

const dictionary = readFileSync(join(PARAMETERS, '..', '..', '..', 'docs', 'data-dictionary.md'), 'utf8');
const one = (words: readonly string[]) => `(?:${words.map((word) => word.replaceAll('.', '\\.')).join('|')})`;
const NAME = one([...GIVEN, ...FAMILY]);
const researcher = worldParameters(join(PARAMETERS, 'researcher.yaml'));
const [nickname, ssid] = [columnOf(researcher, 'device', 'nickname'), columnOf(researcher, 'device', 'ssid')];
const ROOMS = nickname.make === 'words' ? nickname.of : [];
const NETWORKS = ssid.make === 'ssid' ? ssid.words : [];
assert.ok(ROOMS.length > 20 && NETWORKS.length > 20);
const ODD = new Set(ODD_NAMES.map((text) => JSON.parse(`"${text.toString('utf8')}"`) as string));
const RESERVED = ['example.org', 'example.com', 'example.net'];

const isReserved = (host: string) => RESERVED.some((end) => host === end || host.endsWith(`.${end}`));
const matches = (pattern: string, flags = '') => {
  const whole = new RegExp(`^${pattern}$`, flags);
  return (text: string) => whole.test(text);
};
const isEmail = (text: string) => {
  const [, host] = text.trim().toLowerCase().split('@');
  const local = `(?:test[._-])?(?:${NAME}[._-]?${NAME}|[a-z]\\.[a-z]+[._-]?${NAME})\\d*(?:\\+[a-z]+)?`;
  return isReserved(host ?? '') && matches(`${local}@[a-z.]+`)(text.trim().toLowerCase());
};
const isName = (text: string) =>
  ODD.has(text) ||
  text.trim() === '' ||
  matches(`(?:Test )?${NAME}(?: ${NAME}| [A-Z]\\.)?(?: ?\\d{1,2})?`, 'i')(text);
const isAddress = matches('[0-9A-F][26AE][0-9A-F]{10}');
const id = matches('[0-9a-f]{32}');
const code = matches('[A-Z0-9_.-]+');
const version = matches('\\d+(?:\\.\\d+){2,3}');
const blankOr = (rule: (text: string) => boolean) => (text: string) => text === '' || rule(text);

/** Texts of every path; a path that is not here must hold numbers, truth values or nothing. */
const RULES: Record<string, (text: string) => boolean> = {
  'accounts.user_id': id,
  'accounts.email': blankOr(isEmail),
  'accounts.nickname': isName,
  'accounts.logo': blankOr(matches('https://img\\.example\\.org/u/[0-9a-f]{12}/logo\\.png')),
  'accounts.timezone_name': blankOr(matches('[A-Z][A-Za-z]+(?:/[A-Z][A-Za-z_]+)+')),
  'accounts.alexa_token': matches('SYNTHETIC-[0-9a-f]{32}'),
  'accounts.locale': matches('[a-z]{2}_[A-Z]{2}'),
  'shares.user_id': id,
  'shares.share_email': isEmail,
  'devices.user_id': id,
  'devices.mac': isAddress,
  'devices.nickname': blankOr(matches(`${one(ROOMS)}(?: \\d{1,2})?`)),
  'devices.product_model': code,
  'devices.firmware_ver': version,
  'devices.hardware_ver': version,
  'devices.ssid': blankOr(matches(`SYN-${one(NETWORKS)}-\\d{1,4}`)),
  'devices.ip': (text) => isIPv4(text) && /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(text),
  'devices.conn_state': matches('[01]'),
  'requests.user_id': id,
  'requests.method': matches('POST|GET'),
  'requests.path': matches('/app/[a-z0-9_/]+'),
  'requests.host': isReserved,
  'requests.app_name': matches('com\\.hualai'),
  'requests.app_ver': version,
  'requests.phone_id': matches('[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}'),
  'requests.phone_system_type': matches('[12]'),
  'requests.body.sc': matches('app-2-9'),
  'requests.body.sv': matches('sig-2-9'),
  'requests.body.access_token': matches('SYNTHETIC-[0-9a-f]{32}'),
  'requests.body.access_token_tail': matches('[0-9a-f]{6}'),
  'events.event_id': matches('E[0-9a-f]{16}'),
  'events.user_id': id,
  'events.device_mac': isAddress,
  'events.event_type': matches('[a-z_]+'),
  'scale.data_id': matches('D[0-9a-f]{16}'),
  'scale.user_id': id,
  'scale.family_member_id': matches('F[0-9a-f]{16}'),
  'scale.device_id': (text) => text.startsWith('JA.SC_') && isAddress(text.slice(6)),
};

test('the rules see what is real', () => {
  for (const text of ['ana.reyes@gmail.com', 'someone@example.org', 'ana.reyes@example.org.com'])
    assert.ok(!isEmail(text), text);
  assert.ok(!isAddress('2CAA8E001122') && isAddress('02A1AABBCCDD'));
  assert.ok(!isReserved('oss-cn-hangzhou.aliyuncs.com') && !isName('Grace'));
});

for (const name of WORLDS) {
  test(`every text of ${name}'s world is of a list of ours or in a range reserved for it`, async () => {
    const documents = documentsOf(await smallWorld(folder, name));
    const prefixes = new Map(loadTaxonomy().macPrefixes.map((each) => [each.prefix, each]));
    for (const [kind, all] of notEmpty(Object.entries(documents))) {
      for (const document of notEmpty(all)) {
        for (const [path, value] of Object.entries(document)) {
          if (typeof value !== 'string') continue;
          const rule = RULES[`${kind}.${path}`];
          assert.ok(rule?.(value), `a text at ${kind}.${path} carries no mark`);
          if (path.includes('mac')) assert.equal(prefixes.get(value.slice(0, 4))?.synthetic, true);
        }
        const model = document['product_model'];
        const prefix = prefixes.get(String(document['mac']).slice(0, 4));
        if (typeof model === 'string') assert.equal(prefix?.vendor, `${model} (synthetic)`);
      }
    }
  });

  test(`no file of ${name}'s world, broken lines included, holds an address, link or number of the real world`, async () => {
    const { files } = await smallWorld(folder, name);
    for (const file of notEmpty(files)) {
      const text = readFileSync(file, 'latin1');
      for (const [address] of text.matchAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g))
        assert.ok(isReserved(address.split('@')[1]?.toLowerCase() ?? ''));
      for (const [, host] of text.matchAll(/https?:\/\/([^/"\\]+)/g)) assert.ok(isReserved(host ?? ''));
      for (const [, host] of text.matchAll(/"host":"([^"]+)"/g)) {
        const cloud = loadTaxonomy().cloudProviders.find(({ suffixes }) =>
          suffixes.some((suffix) => host?.endsWith(`.${suffix}`)),
        );
        assert.equal(
          cloud !== undefined,
          /aliyun|amazon/.test(host ?? ''),
          'the table of clouds knows their names',
        );
      }
      assert.doesNotMatch(text, /\+?\(?\b\d{3}\)?[ -]\d{3}[ -]\d{4}\b|"\+\d{8,15}"/, 'no phone number');
      assert.doesNotMatch(text, /"(lat|lon|lng|latitude|longitude)"/, 'no place on the map');
    }
  });
}

test('the data dictionary names every range and prefix that the worlds use', () => {
  const given = worldParameters(smallParameters(folder, 'researcher'));
  const { models, special } = catalogueOf(given, 'device');
  assert.ok(special && given.addresses?.staff);
  const prefixes = [
    ...models.map(({ prefix, name }) => `\`${prefix}\` ${name}`),
    `\`${special.prefix}\` ${special.name}`,
  ];
  const hosts = [
    'aliyuncs.example.org',
    'amazonaws-cn.example.org',
    given.addresses.staff.domain,
    'mail.example.com',
  ];
  const ranges = [
    '10/8',
    '172.16/12',
    '192.168/16',
    '192.0.2/24',
    '2001:db8::/32',
    'SYNTHETIC-',
    'SYN-',
    '555-0100',
    'at sea',
  ];
  for (const each of [...RESERVED, ...prefixes, ...hosts, ...ranges])
    assert.ok(dictionary.includes(each), each);
});
