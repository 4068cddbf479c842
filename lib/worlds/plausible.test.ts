import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { worldParameters } from './parameters/load-parameters';
import { catalogueOf, documentsOf, PARAMETERS, smallWorld, WORLDS, type Flat } from './testing/small-world';
import { tempFolder } from '../testing/temp-folder';

const folder = tempFolder('plausible-test');

/** Products that came after 2019, and what came out for the camera from January 2020 on. */
const TOO_LATE = [
  'WYZE_CAKP2JFUS',
  'WVOD1',
  'WYZEDB3',
  'DWS2U',
  'PIR2U',
  'WLPA19C',
  'JA_RO2',
  'JA.SC2',
  'WL_SC2',
];
const LAST_FIRMWARE = [4, 9, 5, 36];
const LAST_DAY = Date.parse('2019-12-26T23:59:59-08:00');

const number = (document: Flat, path: string) => document[path] as number;

for (const name of WORLDS) {
  test(`in ${name}'s world nothing is older or newer than it can be, and dates, models and firmware agree`, async () => {
    const made = await smallWorld(folder, name);
    const {
      accounts = [],
      shares = [],
      devices = [],
      requests = [],
      events = [],
      scale = [],
    } = documentsOf(made);
    for (const [kind, all] of Object.entries({ accounts, shares, devices, requests, events, scale }))
      assert.ok(all.length > 20, `${kind}: ${all.length}`);
    const given = worldParameters(join(PARAMETERS, `${name}.yaml`));
    const { time } = given;
    const { models } = catalogueOf(given, 'device');
    const newest = Date.parse(time.newest);
    assert.ok(newest <= LAST_DAY);
    const born = new Map(accounts.map((each) => [each['user_id'], number(each, 'create_ts')]));
    const ordered = (...instants: number[]) =>
      assert.ok(
        instants.every((each, i) => Number.isInteger(each) && each >= (instants[i - 1] ?? 0)),
        instants.join(' ≤ '),
      );
    const since = (document: Flat) => born.get(document['user_id'] ?? null) as number;
    for (const each of accounts) {
      ordered(Date.parse(time.opened), number(each, 'create_ts'), number(each, 'last_login_ts'), newest);
      if (each['last_logout_ts'] !== null)
        ordered(number(each, 'create_ts'), number(each, 'last_logout_ts'), number(each, 'last_login_ts'));
    }
    for (const each of shares) ordered(since(each), number(each, 'share_ts'), newest);
    for (const each of requests) ordered(since(each), number(each, 'ts'), newest);
    for (const each of events) ordered(since(each), number(each, 'event_ts'), newest);
    for (const each of devices) {
      ordered(since(each), number(each, 'first_activation_ts'), number(each, 'conn_state_ts'), newest);
      const model = models.find((product) => product.name === each['product_model']);
      const firmware = model?.firmware.find((version) => version.name === each['firmware_ver']);
      if (each['product_model'] !== 'JA.SC')
        ordered(Date.parse(firmware?.since ?? ''), number(each, 'conn_state_ts'));
      assert.ok(!TOO_LATE.includes(String(each['product_model'])));
    }
    const planted = new Set(made.truth.known?.planted.map(({ document }) => document));
    scale.forEach((each, i) => {
      if (planted.has(i + 1))
        assert.ok(number(each, 'measure_ts') > LAST_DAY, 'what gives a made-up weigh-in away');
      else ordered(number(each, 'measure_ts'), newest);
    });
    assert.equal(scale.length > planted.size && planted.size === 3, true);
  });

  test(`in ${name}'s world the values of a weigh-in hang together, and a scale is its owner's`, async () => {
    const made = await smallWorld(folder, name);
    const { scale = [], devices = [] } = documentsOf(made);
    assert.ok(
      scale.length > 20 && devices.length > 1_000,
      `${scale.length} weigh-ins, ${devices.length} devices`,
    );
    const planted = new Set(made.truth.known?.planted.map(({ document }) => document));
    const owners = new Map(devices.map((each) => [`JA.SC_${String(each['mac'])}`, each['user_id']]));
    scale.forEach((each, i) => {
      const [height, weight, bmi, fat, water, muscle] = [
        'height',
        'weight',
        'bmi',
        'body_fat',
        'body_water',
        'muscle',
      ].map((path) => number(each, path)) as [number, number, number, number, number, number];
      const lean = weight * (1 - fat / 100);
      assert.ok(Math.abs(bmi - weight / (height / 100) ** 2) <= 0.051, 'BMI is kg/m²');
      assert.ok(
        Math.abs((water / 100) * weight - 0.732 * lean) < 0.1 && Math.abs(muscle - 0.94 * lean) < 0.1,
      );
      const bone = each['bone_mass'] ?? each['bone_mineral'];
      assert.ok(Math.abs((bone as number) - 0.042 * lean) < 0.02, 'bone follows lean mass');
      const share = each['body_protein_pct'] ?? each['protein'];
      if (share !== undefined) assert.ok(Math.abs(((share as number) / 100) * weight - 0.194 * lean) < 0.1);
      assert.equal(owners.get(String(each['device_id'])), planted.has(i + 1) ? undefined : each['user_id']);
    });
    const ratios = scale.map((each) => number(each, 'daily_protein_intake') / number(each, 'weight'));
    if (name === 'researcher')
      assert.ok(
        Math.max(...ratios) > 2 * Math.min(...ratios),
        'what people eat does not follow what they weigh',
      );
  });
}

test('no parameter names a product or a firmware from after the exposure', () => {
  for (const name of WORLDS) {
    const { models, special } = catalogueOf(worldParameters(join(PARAMETERS, `${name}.yaml`)), 'device');
    assert.ok(special && models.length > 5);
    for (const { name: model, firmware } of [...models, { name: special.name, firmware: [] }]) {
      assert.ok(!TOO_LATE.includes(model), model);
      for (const version of firmware) {
        assert.ok(Date.parse(version.since) <= LAST_DAY);
        const parts = version.name.split('.').map(Number);
        if (model === 'WYZEC1-JZ') {
          const differing = parts.findIndex((part, i) => part !== LAST_FIRMWARE[i]);
          assert.ok(
            differing < 0 || (parts[differing] as number) < (LAST_FIRMWARE[differing] as number),
            version.name,
          );
        }
      }
    }
  }
});

test('shapes are those of the app: epoch milliseconds, 0 and 1 for yes and no, 12 upper-case digits for hardware', async () => {
  const { accounts = [], devices = [], requests = [] } = documentsOf(await smallWorld(folder, 'researcher'));
  assert.ok(accounts.length > 1_000 && devices.length > 1_000 && requests.length > 100);
  for (const each of accounts) assert.equal(String(each['create_ts']).length, 13);
  for (const each of devices) {
    assert.ok([0, 1, '0', '1'].includes(each['conn_state'] as number));
    assert.match(String(each['mac']), /^[0-9A-F]{12}$/);
  }
  assert.ok(requests.every((each) => each['app_name'] === 'com.hualai'));
  assert.deepEqual(new Set(requests.map((each) => each['phone_system_type'])), new Set(['1', '2']));
});
