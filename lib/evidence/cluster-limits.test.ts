import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Counted, Evidence, SpreadGroup } from '../contract/evidence';
import { estimate } from './estimate';

const DRAWN: Evidence = {
  kind: 'cluster',
  asked: 'cluster',
  unit: 'documents',
  population: 5400,
  examined: 2000,
  proof: 'checked',
  warnings: [],
  clusters: { drawn: 20, frame: 54 },
};

const documents = (groups: SpreadGroup[]): Counted => ({
  id: 'documents.kind:request',
  title: 'documents',
  unit: 'documents',
  of: 'documents',
  under: null,
  count: groups.reduce((sum, { times, holders }) => sum + times * holders, 0),
  outOf: null,
  drawnAs: 'documents',
  spread: { by: 'clusters', largestWeight: 1, groups },
});

const pages = (times: number, holders: number): SpreadGroup => ({
  ...{ times, units: 100, of: 100, holders, weightOf: 100, weightHolders: holders },
});

test('pages that look alike do not say that the pages not drawn do', () => {
  // Of 54 pages 48 hold one such document and 6 nothing else; one draw in twenty has none of the 6.
  const { low, high } = estimate(documents([pages(20, 1)]), DRAWN);
  assert.ok(Number(low) <= 48 + 600 && Number(high) >= 48 + 600, `${String(low)} to ${String(high)}`);
});

test('what fills all drawn pages may be missing on others', () => {
  const { low, value } = estimate(documents([pages(20, 100)]), DRAWN);
  assert.equal(value, 5400);
  assert.ok(Number(low) <= 4800, String(low));
});
