import { createdAt } from './account-documents';
import { Choice } from './choice';
import { Clock } from './clock';
import { Column, type Distinct } from './column';
import type { DocumentWriter } from './document-writer';
import { Firmware } from './firmware';
import { writeHardwareAddress } from './hardware-address';
import { MOST_DEVICES, type Person } from './person';
import type { Population } from './population';
import type { Sink } from './sink';
import { TABLE } from './tables';
import { NETWORKS, ROOMS } from './word-lists';
import type { ModelParameters } from './world-parameters';

const FIELD = {
  model: 1,
  name: 2,
  network: 3,
  address: 4,
  seen: 5,
  activated: 6,
  state: 7,
  firmware: 8,
  suffix: 9,
} as const;

/** The devices of a population: which model each one is. */
export class Devices {
  readonly #population: Population;
  readonly #models: Choice<ModelParameters>;
  readonly #scale: ModelParameters;

  constructor(population: Population) {
    const { devices, scale, time } = population.given;
    this.#population = population;
    this.#models = new Choice(devices.models, (model) => model.weight);
    const firmware = [{ name: '0.0.0.0', since: time.opened.slice(0, 10), weight: 1 }];
    this.#scale = { name: scale.model, weight: 0, prefix: scale.prefix, hardware: '0.0.0.0', firmware };
  }

  /** Model of a person's device; a tester's last one is the scale. */
  model(person: Person, device: number): ModelParameters {
    if (person.weighings > 0 && !person.planted && device === person.devices - 1) return this.#scale;
    const first = device === 0 ? this.home(person.number) : person.number;
    return this.#models.at(this.#population.randoms.u64(TABLE.device, first, FIELD.model, device).unit());
  }

  /** Writes the hardware address of a person's device. */
  writeAddress(person: Person, device: number, sink: Sink): void {
    const first = device === 0 ? this.home(person.number) : person.number;
    writeHardwareAddress(this.model(person, device).prefix, first, device, sink);
  }

  /** Writes the hardware address of the scale of a weigh-in; a made-up one is of a scale that nobody has. */
  writeScaleAddress(person: Person, sink: Sink): void {
    if (person.planted) writeHardwareAddress(this.#scale.prefix, person.number, MOST_DEVICES - 1, sink);
    else this.writeAddress(person, person.devices - 1, sink);
  }

  /** Whether a person's first camera is the other's of the pair as well. */
  isShared(person: number): boolean {
    const by = this.#population.linkOf(person)?.by;
    return by === 'device' || by === 'household';
  }

  /** The account whose first camera and networks a person has: the person's own, or that of the other of the pair. */
  home(person: number): number {
    return this.isShared(person)
      ? Math.min(person, this.#population.linkOf(person)?.other ?? person)
      : person;
  }
}

/** Writes device documents; a few people's first one twice. */
export function deviceDocuments(population: Population, sink: Sink, devices: Devices): DocumentWriter {
  const { given, randoms } = population;
  const clock = new Clock(given);
  const column = (name: string, distinct?: Distinct) => new Column(sink, name, distinct);
  const columns = {
    user_id: column('user_id', 'each'),
    mac: column('mac', 'each'),
    nickname: column('nickname'),
    product_model: column('product_model'),
    firmware_ver: column('firmware_ver'),
    hardware_ver: column('hardware_ver'),
    ssid: column('ssid'),
    ip: column('ip'),
    conn_state: column('conn_state'),
    conn_state_ts: column('conn_state_ts', 'numbers'),
    first_activation_ts: column('first_activation_ts', 'numbers'),
  };
  const firmware = new Firmware(given.devices.models);

  const writeOne = (person: Person, device: number, fresh: boolean) => {
    const { number } = person;
    const model = devices.model(person, device);
    const at = (field: number) => randoms.u64(TABLE.device, number, field, device);
    sink.begin();
    columns.user_id.bytes(population.ids.of(number), fresh && device === 0);
    columns.mac.open();
    devices.writeAddress(person, device, sink);
    const shared = device === 0 && devices.isShared(number);
    columns.mac.close(fresh && !shared);
    if (shared) columns.mac.keys.addNumber(devices.home(number));
    columns.nickname.open();
    if (person.deviceNamed[device] === 1) {
      sink.ascii(ROOMS[Math.floor(at(FIELD.name).first() * ROOMS.length)] as string);
      if (randoms.second() < 0.3) sink.ascii(` ${1 + Math.floor(randoms.second() * 10)}`);
    }
    columns.nickname.close();
    columns.product_model.text(model.name);
    const activated = clock.between(
      createdAt(population, clock, number),
      clock.newest,
      square(at(FIELD.activated).unit()),
    );
    const seen = clock.recent(activated, at(FIELD.seen).unit());
    columns.firmware_ver.text(firmware.at(model, seen, at(FIELD.firmware).unit()));
    columns.hardware_ver.text(model.hardware);
    columns.ssid.open();
    // A home has one network, a few have a second: the person decides, not the device.
    if (person.deviceSsid[device] === 1)
      writeNetwork(devices.home(number), at(FIELD.suffix).first() < 0.08 ? 1 : 0);
    columns.ssid.close();
    if (person.deviceIp[device] === 1) {
      const home = randoms.u64(TABLE.device, number, FIELD.address).first();
      columns.ip.open();
      sink.ascii(home < 0.15 ? '10.0.0.' : home < 0.6 ? '192.168.1.' : '192.168.0.');
      sink.number(2 + ((Math.floor(randoms.second() * 200) + device) % 250));
      columns.ip.close();
    } else columns.ip.null();
    const on = at(FIELD.state).first() < 0.93 ? 1 : 0;
    if (randoms.second() < given.devices.stateAsText) columns.conn_state.text(String(on));
    else columns.conn_state.number(on);
    columns.conn_state_ts.number(seen);
    columns.first_activation_ts.number(activated);
    sink.end();
  };

  const writeNetwork = (person: number, which: number) => {
    randoms.u64(TABLE.device, person, FIELD.network, which);
    sink.ascii('SYN-');
    sink.ascii(NETWORKS[Math.floor(randoms.first() * NETWORKS.length)] as string);
    sink.byte(45);
    sink.number(Math.floor(randoms.second() * 10_000));
  };

  return {
    columns,
    write(person) {
      for (let device = 0; device < person.devices; device++) writeOne(person, device, true);
      if (person.deviceAgain) writeOne(person, 0, false);
    },
  };
}

function square(u: number): number {
  return u * u;
}
