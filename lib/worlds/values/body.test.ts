import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodyAt } from './body';
import { Randoms } from '../randoms/randoms';

test('bodies lie in the ranges of adults and their values hang together', () => {
  const source = { randoms: Randoms.of('bodies'), table: 7 };
  for (let person = 0; person < 3_000; person++) {
    for (let weighing = 0; weighing < 3; weighing++) {
      const body = bodyAt(source, person, weighing);
      const [metres, weight] = [body.heightTenthsCm / 1000, body.weightTenthsKg / 10];
      const lean = weight * (1 - body.fatTenths / 1000);
      assert.ok(metres >= 1.38 && metres <= 2.01, `height ${metres}`);
      assert.ok(weight >= 32 && weight <= 175, `weight ${weight}`);
      assert.ok(Math.abs(body.bmiTenths / 10 - weight / metres ** 2) <= 0.0501, 'BMI is kg/m²');
      assert.ok(body.fatTenths >= 60 && body.fatTenths <= 500);
      assert.ok(
        Math.abs(body.waterTenths / 1000 - (0.732 * lean) / weight) < 0.001,
        'water follows lean mass',
      );
      assert.ok(
        body.boneMassHundredthsKg >= 100 && body.boneMassHundredthsKg <= 520,
        `bone ${body.boneMassHundredthsKg}`,
      );
      assert.ok(body.boneDensityHundredths >= 70 && body.boneDensityHundredths <= 160);
      assert.ok(body.proteinShareTenths >= 90 && body.proteinShareTenths <= 185);
      assert.ok(body.proteinIntakeTenthsG >= 300 && body.proteinIntakeTenthsG <= 2000);
      assert.ok(body.bmr >= 800 && body.bmr <= 2_800, `basal rate ${body.bmr}`);
    }
  }
});

test('height, age and sex stay through a series, weight and intake do not', () => {
  const source = { randoms: Randoms.of('series'), table: 7 };
  const series = [0, 1, 2, 3, 4].map((weighing) => bodyAt(source, 7, weighing));
  const different = (of: (body: (typeof series)[0]) => unknown) => new Set(series.map(of)).size;
  assert.equal(
    different((body) => `${body.heightTenthsCm} ${body.years} ${String(body.female)}`),
    1,
  );
  assert.ok(
    different((body) => body.weightTenthsKg) > 1 && different((body) => body.proteinIntakeTenthsG) > 1,
  );
});
