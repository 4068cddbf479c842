import type { Evidence } from '../contract/evidence';

/** A proven draw of 1,000 of 50,000 people, but for what a test says. */
export function madeEvidence(change: Partial<Evidence> = {}): Evidence {
  const kind = change.kind ?? 'srs-people';
  return {
    kind,
    asked: kind,
    unit: 'people.accounts',
    population: 50_000,
    examined: 1_000,
    proof: 'checked',
    warnings: [],
    whole: true,
    words: { population: 'proof', total: null, drawn: 'proof' },
    ...change,
  };
}
