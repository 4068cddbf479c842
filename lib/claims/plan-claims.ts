import type { Case, Claim, ClaimTest, Region } from '../contract/case';
import type { Plan, PlanRow } from '../contract/plan';
import { isShare } from '../contract/measure-id';
import { sampleSizeToSee } from '../evidence/verdict/sample-size-to-see';
import { sampleSizeToDecide } from '../evidence/verdict/sample-size-to-decide';
import { attributeOf } from '../measures/attributes/person-attributes';
import { numberKindOf } from './wording/number-kind-of';
import { partyName } from './wording/party-name';
import { isNone, isSome, regionsOfWording } from './wording/regions-of-wording';

/** Documents of one page of results, as servers hand them out. */
export const PAGE_SIZE = 100;
/** Wanted chance to see one holder, and to decide a number. */
export const PLAN_CHANCE = { see: 0.95, decide: 0.8 } as const;

/**
 * Lays out, for each claim of a case, which evidence would settle it: what to ask the parties for, and how many people a
 * random draw would need. It plans with evidence that is held already or can be handed over, never with fetching more.
 */
export function planClaims(caseFolder: Case): Plan {
  const population = caseFolder.file.populations[0]?.value ?? null;
  const rows = caseFolder.claims.flatMap((claim) => {
    const head = headOf(claim, caseFolder);
    const records = claim.testability === 'records' && claim.tests.length > 0;
    if (!records) return [{ ...head, ...NOTHING }];
    return claim.tests.map((test): PlanRow => ({ ...head, ...sizesOf(claim, test, population) }));
  });
  return { case: caseFolder.name, title: caseFolder.file.title, population, pageSize: PAGE_SIZE, rows };
}

type Sizes = Pick<PlanRow, 'measure' | 'asks' | 'claimed' | 'see' | 'pages' | 'decide'>;

const NOTHING: Sizes = { measure: null, asks: null, claimed: null, see: null, pages: null, decide: null };

function headOf(claim: Claim, { file }: Case): Omit<PlanRow, keyof Sizes> {
  const questions = (file.questions ?? []).filter((question) => question.claims.includes(claim.id));
  const asked = questions.map(({ party, question }) => `ask ${partyName(party, file)}: ${question}`);
  return {
    claim: claim.id,
    party: partyName(claim.party, file),
    subject: claim.subject,
    said: claim.said,
    ask: [...(claim.wouldSettle === undefined ? [] : [claim.wouldSettle]), ...asked],
  };
}

function sizesOf(claim: Claim, test: ClaimTest, population: number | null): Sizes {
  const region = regionOf(claim, test, population);
  const measure = test.measure;
  if (!region || population === null) return { ...NOTHING, measure };
  if (isNone(region)) return { ...NOTHING, measure, asks: 'none' };
  const value = claim.wording?.value ?? null;
  if (isSome(region)) return { ...NOTHING, measure, asks: 'some' };
  // The number of people, addresses or devices in all is what a draw of people rests on.
  if (attributeOf(measure) === null) return { ...NOTHING, measure, asks: 'size' };
  if (value === null) return { ...NOTHING, measure, asks: 'some' };
  const scale = isShare(measure) ? population : 1;
  const scaled = (limit: number | null) => (limit === null ? null : Math.round(limit * scale));
  const claimed = Math.round(value * scale);
  if (claimed < 1 || claimed > population) return { ...NOTHING, measure, asks: 'number' };
  const asked = { region: { low: scaled(region.low), high: scaled(region.high) }, claimed, population };
  return {
    measure,
    asks: 'number',
    claimed,
    see: sampleSizeToSee(claimed, population, PLAN_CHANCE.see),
    pages: pagesFor(claimed, population),
    decide: sampleSizeToDecide({ ...asked, power: PLAN_CHANCE.decide }).people,
  };
}

function regionOf(claim: Claim, { region, measure }: ClaimTest, population: number | null): Region | null {
  if (region) return 'strict' in region ? region.conventional : region;
  return claim.wording
    ? regionsOfWording(claim.wording, { kind: numberKindOf(measure), population }).conventional
    : null;
}

/** Pages to draw where the holders lie together, one document a person. */
function pagesFor(holders: number, population: number): NonNullable<PlanRow['pages']> {
  const [of, holding] = [Math.ceil(population / PAGE_SIZE), Math.ceil(holders / PAGE_SIZE)];
  const draw = sampleSizeToSee(holding, of, PLAN_CHANCE.see);
  return { of, holding, draw, documents: draw * PAGE_SIZE };
}
