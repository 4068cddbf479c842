import { bodyAt, type Body } from './body';
import { Clock } from './clock';
import { Column, type Distinct } from './column';
import type { Devices } from './device-documents';
import type { DocumentWriter } from './document-writer';
import type { Population } from './population';
import type { Sink } from './sink';
import { TABLE } from './tables';
import type { BodyField } from './world-parameters';

const FIELD = { id: 1, when: 2, family: 3 } as const;
const WEEK = 7 * 86_400_000;
/** Weeks after the newest document at which a made-up weigh-in is dated: what gives it away. */
const LATER = 9;

/** A body field's number and its decimals, in the unit of its definition: g/cm², kg, g a day, percent. */
const FIELDS: Record<BodyField['holds'], { of: (body: Body) => number; decimals: number }> = {
  'bone-density': { of: (body) => body.boneDensityHundredths, decimals: 2 },
  'bone-mass': { of: (body) => body.boneMassHundredthsKg, decimals: 2 },
  'protein-intake': { of: (body) => body.proteinIntakeTenthsG, decimals: 1 },
  'protein-share': { of: (body) => body.proteinShareTenths, decimals: 1 },
};

/** Writes the weigh-ins of a tester, one a week up to the newest. */
export function scaleDocuments(population: Population, sink: Sink, devices: Devices): DocumentWriter {
  const { given, randoms } = population;
  const clock = new Clock(given);
  const column = (name: string, distinct?: Distinct) => new Column(sink, name, distinct);
  const columns = {
    data_id: column('data_id'),
    user_id: column('user_id', 'each'),
    family_member_id: column('family_member_id'),
    device_id: column('device_id'),
    measure_ts: column('measure_ts'),
    age: column('age'),
    gender: column('gender'),
    height: column('height'),
    weight: column('weight'),
    bmi: column('bmi'),
    body_fat: column('body_fat'),
    body_water: column('body_water'),
    muscle: column('muscle'),
    bmr: column('bmr'),
  };
  const own = given.scale.fields.map(({ name, holds }) => ({ column: column(name), ...FIELDS[holds] }));

  return {
    columns: {
      ...columns,
      ...Object.fromEntries(given.scale.fields.map(({ name }, i) => [name, own[i]?.column as Column])),
    },
    write(person) {
      const { number, weighings } = person;
      for (let weighing = 0; weighing < weighings; weighing++) {
        const body = bodyAt(randoms, number, weighing);
        sink.begin();
        columns.data_id.open();
        sink.byte(68);
        sink.hex(randoms.u64(TABLE.scale, number, FIELD.id, weighing).high);
        sink.hex(randoms.low);
        columns.data_id.close();
        columns.user_id.bytes(population.ids.of(number), weighing === 0);
        columns.family_member_id.open();
        sink.byte(70);
        sink.hex(randoms.u64(TABLE.scale, number, FIELD.family).high);
        sink.hex(randoms.low);
        columns.family_member_id.close();
        columns.device_id.open();
        sink.ascii(`${given.scale.model}_`);
        devices.writeScaleAddress(person, sink);
        columns.device_id.close();
        const week = weighings - weighing - randoms.u64(TABLE.scale, number, FIELD.when, weighing).unit();
        columns.measure_ts.number(Math.floor(clock.newest + (person.planted ? LATER : -week) * WEEK));
        columns.age.number(body.years);
        columns.gender.number(body.female ? 2 : 1);
        columns.height.number(body.heightTenthsCm, 1);
        columns.weight.number(body.weightTenthsKg, 1);
        columns.bmi.number(body.bmiTenths, 1);
        columns.body_fat.number(body.fatTenths, 1);
        columns.body_water.number(body.waterTenths, 1);
        columns.muscle.number(body.muscleTenthsKg, 1);
        columns.bmr.number(body.bmr);
        for (const { column: field, of, decimals } of own) field.number(of(body), decimals);
        sink.end();
      }
    },
  };
}
