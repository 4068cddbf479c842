import type { Randoms } from '../randoms/randoms';

/** A body at one weigh-in, as whole numbers of the unit behind the name. */
export interface Body {
  female: boolean;
  years: number;
  heightTenthsCm: number;
  weightTenthsKg: number;
  /** Tenths of kg/m². */
  bmiTenths: number;
  /** Tenths of a percent of body weight. */
  fatTenths: number;
  waterTenths: number;
  muscleTenthsKg: number;
  boneMassHundredthsKg: number;
  /** Hundredths of g/cm². */
  boneDensityHundredths: number;
  /** Tenths of a percent of body weight. */
  proteinShareTenths: number;
  proteinIntakeTenthsG: number;
  /** kcal a day. */
  bmr: number;
}

const FIELD = { height: 20, build: 21, years: 22, sway: 23, meal: 24, density: 25, sex: 26 } as const;

/**
 * The body of a person at a weigh-in. Values hang together: BMI = kg/m²; fat by Deurenberg, Weststrate and Seidell
 * (1991): 1.20 BMI + 0.23 years − 10.8 male − 5.4; water 73.2 % of lean mass (Pace and Rathbun 1945); bone mass
 * 4.2 % of lean mass, protein 19.4 % of it (Wang et al. 2003); basal rate by Mifflin and St Jeor (1990):
 * 10 kg + 6.25 cm − 5 years + 5 (men) or − 161. Density and intake vary freely of them.
 *
 * @param draws the generator, and the table whose fields 20 to 26 bodies are drawn from
 */
export function bodyAt(
  { randoms, table }: { randoms: Randoms; table: number },
  person: number,
  weighing: number,
): Body {
  const draw = (field: number, i = 0) => randoms.u64(table, person, field, i);
  const female = draw(FIELD.sex).first() < 0.45;
  const years = 21 + Math.floor(48 * draw(FIELD.years).unit());
  const heightTenthsCm = Math.round((female ? 1630 : 1765) + 65 * draw(FIELD.height).bell());
  const metres = heightTenthsCm / 1000;
  const usual = limit(26.5 + 3.6 * draw(FIELD.build).bell(), 18, 42) * metres * metres;
  const weightTenthsKg = Math.round(
    10 * (usual * (1 - 0.002 * weighing) + 0.6 * draw(FIELD.sway, weighing).bell()),
  );
  const weight = weightTenthsKg / 10;
  const bmi = weight / (metres * metres);
  const fatTenths = Math.round(10 * limit(1.2 * bmi + 0.23 * years - (female ? 0 : 10.8) - 5.4, 6, 50));
  const lean = weight * (1 - fatTenths / 1000);
  return {
    female,
    years,
    heightTenthsCm,
    weightTenthsKg,
    bmiTenths: Math.round(10 * bmi),
    fatTenths,
    waterTenths: Math.round((1000 * 0.732 * lean) / weight),
    muscleTenthsKg: Math.round(10 * 0.94 * lean),
    boneMassHundredthsKg: Math.round(100 * 0.042 * lean),
    boneDensityHundredths: Math.round(100 * limit(1.14 + 0.11 * draw(FIELD.density).bell(), 0.72, 1.58)),
    proteinShareTenths: Math.round((1000 * 0.194 * lean) / weight),
    proteinIntakeTenthsG: Math.round(10 * limit(82 + 22 * draw(FIELD.meal, weighing).bell(), 30, 190)),
    bmr: Math.round(10 * weight + 0.625 * heightTenthsCm - 5 * years + (female ? -161 : 5)),
  };
}

function limit(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** The bodies of a kind's people; the last one is kept, because a document's columns follow one another. */
export function bodiesOf(source: Parameters<typeof bodyAt>[0]): (person: number, index: number) => Body {
  let last = -1;
  let document = -1;
  let body: Body | null = null;
  return (person, index) => {
    if (body && person === last && index === document) return body;
    last = person;
    document = index;
    return (body = bodyAt(source, person, index));
  };
}
