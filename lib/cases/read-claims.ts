import type { Claim, ClaimTest, Wording } from '../contract/case';
import { parseMeasureId } from '../contract/measure-id';
import type { YamlFile } from './read-yaml';
import { saidValue } from './said-value';

/** A row of claims.yaml as written; the rest is derived. */
interface WrittenClaim extends Omit<Partial<Claim>, 'wording'> {
  id: string;
  party: string;
  subject: string;
  said: string;
  sources: string[];
  wording?: Wording | null;
  measure?: string;
}

/** What the ledger may refer to. */
export interface LedgerNames {
  parties: ReadonlySet<string>;
  subjects: ReadonlySet<string>;
  sources: ReadonlySet<string>;
  /** Date of a claim that names none: the day the incident became public. */
  published: string;
}

/**
 * Turns the ledger as written into claims: a bare `measure` becomes one test, a claim with tests is tested on records and
 * one without is outside, and every id that it names is checked.
 *
 * @throws CASE_INVALID, MEASURE_UNKNOWN with file, line and column
 */
export function readClaims(file: YamlFile, names: LedgerNames): Claim[] {
  const written = file.value as WrittenClaim[];
  const ids = written.map((claim) => claim.id);
  return written.map((row, i) => {
    const must = (holds: boolean, rule: string, ...place: (string | number)[]) => {
      if (!holds) throw file.fault([i, ...place], rule);
    };
    must(ids.indexOf(row.id) === i, 'this id stands here twice', 'id');
    must(names.parties.has(row.party), 'case.yaml names no such party', 'party');
    must(
      names.subjects.size === 0 || names.subjects.has(row.subject),
      'case.yaml names no such subject',
      'subject',
    );
    row.sources.forEach((id, at) => must(names.sources.has(id), 'sources.csv has no such id', 'sources', at));
    for (const key of ['restates', 'contradicts', 'replaces'] as const) {
      (row[key] ?? []).forEach((id, at) =>
        must(ids.includes(id) && id !== row.id, 'the ledger has no other claim of this id', key, at),
      );
    }
    must(
      row.reports === undefined || names.parties.has(row.reports),
      'case.yaml names no such party',
      'reports',
    );
    must(
      row.reports === undefined || (row.tests ?? row.measure) === undefined,
      'what somebody reports of another is judged for whether it was said: leave out the measure',
      'reports',
    );
    (row.ownWords ?? []).forEach((id, at) =>
      must(row.sources.includes(id), 'this is none of its sources', 'ownWords', at),
    );
    must(
      row.testability !== 'public' || (row.tests ?? row.measure) === undefined,
      'what the public record alone can tell is not measured: leave out the measure',
      'testability',
    );
    must(
      row.original === undefined || ids.includes(row.original),
      'the ledger has no claim of this id',
      'original',
    );
    const claim = derive(row, names.published);
    must(
      claim.testability !== 'records' || claim.tests.length > 0,
      'it needs a measure to be tested on records',
      'testability',
    );
    const regions = claim.wording !== null || claim.tests.every((test) => test.region);
    must(claim.testability !== 'records' || regions, 'it needs a wording, or a region in each test', 'id');
    claim.tests.forEach((test, at) => {
      if (parseMeasureId(test.measure)) return;
      const place = row.tests ? [i, 'tests', at, 'measure'] : [i, 'measure'];
      throw file.faultOf('MEASURE_UNKNOWN', place, { argument: test.measure });
    });
    if (claim.wording === null) return claim;
    const said = saidValue(claim.wording, claim.tests);
    if ('rule' in said) throw file.fault([i, 'wording', 'value'], said.rule);
    return { ...claim, wording: said.wording };
  });
}

function derive(row: WrittenClaim, published: string): Claim {
  const { measure, ...rest } = row;
  const tests: ClaimTest[] = row.tests ?? (measure === undefined ? [] : [{ measure }]);
  return {
    ...rest,
    date: row.date ?? published,
    wording: row.wording ?? null,
    tests,
    testability: row.testability ?? (tests.length > 0 ? 'records' : 'outside'),
    restates: row.restates ?? [],
    contradicts: row.contradicts ?? [],
    replaces: row.replaces ?? [],
  };
}
