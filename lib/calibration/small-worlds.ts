import { randomsOf } from '../testing/randoms-of';

/** People whose documents lie in their order, each with a number of documents and the thing or not. */
export interface SmallWorld {
  name: string;
  /** Documents of each person. */
  documents: Uint8Array;
  /** 1 where the person holds the thing. */
  holds: Uint8Array;
}

const PEOPLE = 20_000;

/** Each world by the chance that a person holds the thing, given their place in the order and their documents. */
const HOLDING: Record<string, (place: number, documents: number) => number> = {
  'one in four': () => 0.24,
  'more with many documents': (_, documents) => Math.min(0.9, 0.06 * documents),
  'drifting along the order': (place) => 0.12 + 0.24 * place,
  'one in 200': () => 0.005,
  'forty neighbours': (place) => (place >= 0.5 && place < 0.502 ? 1 : 0),
};

/** The worlds of the calibration, always the same. */
export function smallWorlds(): SmallWorld[] {
  return Object.entries(HOLDING).map(([name, chance], number) => {
    const random = randomsOf(1000 + number);
    const documents = new Uint8Array(PEOPLE);
    const holds = new Uint8Array(PEOPLE);
    for (let i = 0; i < PEOPLE; i++) {
      // Geometric, up to 12: most have few, some have many.
      let count = 1;
      while (count < 12 && random() < 0.6) count++;
      documents[i] = count;
      holds[i] = random() < chance(i / PEOPLE, count) ? 1 : 0;
    }
    return { name, documents, holds };
  });
}
