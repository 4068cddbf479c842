import { createdAt } from './account-documents';
import { Choice } from './choice';
import { Clock } from './clock';
import { Column } from './column';
import type { Devices } from './device-documents';
import type { DocumentWriter } from './document-writer';
import type { Population } from './population';
import type { Sink } from './sink';
import { TABLE } from './tables';

const FIELD = { id: 1, when: 2, what: 3 } as const;
const TWO_WEEKS = 14 * 86_400_000;

/** Writes alerts of a person's devices, to the millisecond. */
export function eventDocuments(population: Population, sink: Sink, devices: Devices): DocumentWriter {
  const { given, randoms } = population;
  const clock = new Clock(given);
  const types = new Choice(given.events.types, ({ weight }) => weight);
  const columns = {
    event_id: new Column(sink, 'event_id', 'each'),
    user_id: new Column(sink, 'user_id', 'each'),
    device_mac: new Column(sink, 'device_mac'),
    event_ts: new Column(sink, 'event_ts', 'numbers'),
    event_type: new Column(sink, 'event_type'),
  };
  return {
    columns,
    write(person) {
      const { number } = person;
      const cameras = Math.max(1, person.devices - Number(person.weighings > 0 && !person.planted));
      const from =
        person.events > 0 ? Math.max(createdAt(population, clock, number), clock.newest - TWO_WEEKS) : 0;
      for (let event = 0; event < person.events; event++) {
        sink.begin();
        columns.event_id.open();
        randoms.u64(TABLE.event, number, FIELD.id, event);
        sink.byte(69);
        sink.hex(randoms.high);
        sink.hex(randoms.low, 8);
        columns.event_id.close();
        columns.user_id.bytes(population.ids.of(number), event === 0);
        columns.device_mac.open();
        const device = Math.floor(randoms.u64(TABLE.event, number, FIELD.what, event).first() * cameras);
        const type = types.at(randoms.second()).name;
        devices.writeAddress(person, device, sink);
        columns.device_mac.close();
        columns.event_ts.number(
          clock.between(from, clock.newest, randoms.u64(TABLE.event, number, FIELD.when, event).unit()),
        );
        columns.event_type.text(type);
        sink.end();
      }
    },
  };
}
