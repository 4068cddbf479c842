import type { BodyMeasure } from '../parameters/column-parameters';
import type { ValueContext, ValueWriter } from './value-context';
import type { Body } from './body';

/** A measure's number and its decimals: years, cm, kg, kg/m², percent, kcal a day, g/cm², g a day; 2 is a woman. */
const MEASURES: Record<BodyMeasure, { of: (body: Body) => number; decimals: number }> = {
  age: { of: (body) => body.years, decimals: 0 },
  gender: { of: (body) => (body.female ? 2 : 1), decimals: 0 },
  height: { of: (body) => body.heightTenthsCm, decimals: 1 },
  weight: { of: (body) => body.weightTenthsKg, decimals: 1 },
  bmi: { of: (body) => body.bmiTenths, decimals: 1 },
  'body-fat': { of: (body) => body.fatTenths, decimals: 1 },
  'body-water': { of: (body) => body.waterTenths, decimals: 1 },
  'muscle-mass': { of: (body) => body.muscleTenthsKg, decimals: 1 },
  'basal-metabolic-rate': { of: (body) => body.bmr, decimals: 0 },
  'bone-density': { of: (body) => body.boneDensityHundredths, decimals: 2 },
  'bone-mass': { of: (body) => body.boneMassHundredthsKg, decimals: 2 },
  'protein-intake': { of: (body) => body.proteinIntakeTenthsG, decimals: 1 },
  'protein-share': { of: (body) => body.proteinShareTenths, decimals: 1 },
};

/** Writes one measure of a person's body; those of a document belong together. */
export function bodyValue(
  { measure }: { measure: BodyMeasure },
  { column, bodies }: ValueContext,
): ValueWriter {
  const { of, decimals } = MEASURES[measure];
  return ({ person, index }) => column.number(of(bodies(person.number, index)), decimals);
}
