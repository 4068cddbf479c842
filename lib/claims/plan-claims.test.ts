import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCase } from '../cases/load-case';
import type { PlanRow } from '../contract/plan';
import { planClaims } from './plan-claims';
import { WYZE } from '../testing/repository';

const plan = planClaims(loadCase(WYZE));
const row = (claim: string): PlanRow => {
  const found = plan.rows.find((each) => each.claim === claim);
  assert.ok(found, claim);
  return found;
};

test('140 of 2.4 million: 50,809 people at random to see one, 18,634 pages if they lie on two of 24,000', () => {
  const testers = row('wyze-140-testers');
  assert.deepEqual([testers.claimed, testers.see], [140, 50_809]);
  assert.deepEqual(testers.pages, { of: 24_000, holding: 2, draw: 18_634, documents: 1_863_400 });
  assert.equal(testers.decide, null);
});

test('a share takes more people to decide than to see', () => {
  const zone = row('ts-tz-eastern-24pct');
  assert.equal(zone.claimed, 576_000);
  assert.ok(zone.see !== null && zone.see < 20, String(zone.see));
  // The power of an exact test is a saw; 60,959 lies within half a percent of it.
  assert.ok(zone.decide !== null && Math.abs(zone.decide - 60_959) < 300, String(zone.decide));
});

test('absence, presence without a number and what a draw rests on are settled by no number of people', () => {
  const asks = new Set(plan.rows.map((each) => each.asks));
  for (const ask of ['number', 'some', 'none', 'size', null] as const) assert.ok(asks.has(ask), String(ask));
  for (const { asks: ask, see, decide, pages } of plan.rows)
    if (ask !== 'number') assert.deepEqual([see, decide, pages], [null, null, null]);
});

test('the plan says what the parties could answer before anybody counts, and has every claim of the ledger', () => {
  assert.ok(row('wyze-140-testers').ask.some((question) => question.startsWith('ask Wyze: ')));
  assert.ok(row('ts-both-prod-dbs').ask.length > 0);
  const caseFolder = loadCase(WYZE);
  const planned = new Set(plan.rows.map((each) => each.claim));
  for (const { id } of caseFolder.claims) assert.ok(planned.has(id), id);
});
