// What a user would write instead of a world: a loop over @faker-js/faker that makes the same kinds of document with the
// same fields, about as many of each a person, one file a kind. No role is exact, nothing hangs together, no truth.
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { faker } from '@faker-js/faker';

const MODELS = ['WYZEC1-JZ', 'WYZECP1_JEF', 'WYZEC1', 'DWS3U', 'PIR3U', 'WLPA19', 'WLPP1'];
const FIRMWARE = ['4.9.4.37', '4.9.4.108', '4.9.4.169', '4.9.5.36'];
const ROOMS = ['Front door', 'Kitchen', 'Nursery', 'Garage', 'Back yard'];
const HOSTS = ['api.app.example.org', 'log.app.example.org'];
const PATHS = ['/app/v2/home_page/get_object_list', '/app/v2/device/get_property_list'];
const between = { from: '2017-10-24T16:00:00Z', to: '2019-12-26T17:00:00Z' };
const instant = (): number => faker.date.between(between).getTime();
const hex = (length: number): string => faker.string.hexadecimal({ length, casing: 'lower', prefix: '' });
const chance = (probability: number): boolean => faker.datatype.boolean({ probability });

const account = (user_id: string) => ({
  user_id,
  email: faker.internet.exampleEmail(),
  nickname: faker.person.fullName(),
  logo: chance(0.42) ? `https://img.example.org/u/${hex(12)}/logo.png` : '',
  timezone_name: faker.location.timeZone(),
  create_ts: instant(),
  last_login_ts: instant(),
  last_logout_ts: chance(0.45) ? instant() : null,
});
const share = (user_id: string) => ({
  user_id,
  share_email: faker.internet.exampleEmail(),
  share_ts: instant(),
  share_state: chance(0.82) ? 1 : 0,
});
const device = (user_id: string) => ({
  user_id,
  mac: faker.internet.mac({ separator: '' }).toUpperCase(),
  nickname: faker.helpers.arrayElement(ROOMS),
  product_model: faker.helpers.arrayElement(MODELS),
  firmware_ver: faker.helpers.arrayElement(FIRMWARE),
  hardware_ver: '0.0.0.0',
  ssid: `SYN-${faker.word.noun()}-${faker.number.int(9999)}`,
  ip: faker.internet.ipv4({ network: 'private-c' }),
  conn_state: chance(0.93) ? 1 : 0,
  conn_state_ts: instant(),
  first_activation_ts: instant(),
});
const request = (user_id: string) => ({
  ts: instant(),
  user_id,
  method: faker.internet.httpMethod(),
  path: faker.helpers.arrayElement(PATHS),
  host: faker.helpers.arrayElement(HOSTS),
  app_name: 'com.hualai',
  app_ver: faker.system.semver(),
  phone_id: faker.string.uuid(),
  phone_system_type: chance(0.55) ? '1' : '2',
  status: faker.internet.httpStatusCode(),
  body: { sc: 'app-2-9', sv: 'sig-2-9', access_token: `SYNTHETIC-${hex(32)}` },
});
const event = (user_id: string) => ({
  event_id: `E${hex(16)}`,
  user_id,
  device_mac: faker.internet.mac({ separator: '' }).toUpperCase(),
  event_ts: instant(),
  event_type: faker.helpers.arrayElement(['motion', 'sound', 'smoke_alarm', 'contact_open']),
});

/** Lines of one kind, written some thousand at a time. */
class LinesFile {
  private readonly file: number;
  private lines: string[] = [];

  constructor(path: string) {
    this.file = openSync(path, 'wx');
  }

  add(document: object): void {
    if (this.lines.push(JSON.stringify(document)) === 4096) this.flush();
  }

  close(): void {
    this.flush();
    closeSync(this.file);
  }

  private flush(): void {
    if (this.lines.length > 0) writeSync(this.file, `${this.lines.join('\n')}\n`);
    this.lines = [];
  }
}

/**
 * Writes so many people into a new folder; what they have follows the means of the world's parameters.
 *
 * @returns how many documents were written
 */
export function fakerPeople(folder: string, people: number): number {
  faker.seed(1);
  mkdirSync(folder);
  const file = (kind: string) => new LinesFile(join(folder, `${kind}.ndjson`));
  const accounts = file('accounts');
  const shares = file('shares');
  const devices = file('devices');
  const requests = file('requests');
  const events = file('events');
  let documents = 0;
  const add = (kind: LinesFile, document: object) => {
    documents++;
    kind.add(document);
  };
  for (let i = 0; i < people; i++) {
    const id = hex(32);
    add(accounts, account(id));
    if (chance(0.2)) add(shares, share(id));
    if (chance(0.61)) for (let n = faker.number.int({ min: 1, max: 3 }); n > 0; n--) add(devices, device(id));
    if (chance(0.1)) add(requests, request(id));
    if (chance(0.055)) add(events, event(id));
  }
  for (const kind of [accounts, shares, devices, requests, events]) kind.close();
  return documents;
}
