import type { Case, Claim, Wording } from '../../contract/case';
import type { OnRecord } from '../../contract/results';
import { partyName } from '../wording/party-name';

/** Whether a statement is on record, and what stands there where the words are others. */
export interface FoundOnRecord {
  record: OnRecord;
  /** Names of those whose statement it is. */
  by: string[];
  /** What the claims that it retells say, where none says it in these words. */
  instead: string[];
}

/**
 * Looks up whether something was said. A report of somebody's statement needs that party's own words, or a source beside
 * itself; whether the statement is true is not asked.
 */
export function onRecord(claim: Claim, caseFolder: Case): FoundOnRecord {
  const { claims } = caseFolder;
  const told = claims.filter(({ id }) => claim.restates.includes(id));
  const speakers = told.length > 0 ? told.map(({ party }) => party) : [claim.reports ?? claim.party];
  const by = [...new Set(speakers.map((party) => partyName(party, caseFolder.file)))];
  if (told.length === 0) return { record: ownRecord(claim, caseFolder), by, instead: [] };
  const others = publishersOf(told, (other) => other.sources, { claim, caseFolder });
  const own = told.map((other) =>
    publishersOf([other], (each) => ownSources(each, caseFolder), { claim, caseFolder }),
  );
  const words = [...new Set(own.flat())];
  const publishers = words.length > 0 ? words : others;
  const { wording } = claim;
  if (wording && told.every((other) => other.wording && !saysTheSame(other.wording, wording)))
    return { record: { code: 'other-words', publishers }, by, instead: told.map(({ said }) => said) };
  const record: OnRecord = own.every((each) => each.length > 0)
    ? { code: 'own-words', publishers: words }
    : others.length > 0
      ? { code: 'several-sources', publishers: others }
      : { code: 'one-source', publishers: namesOf(claim.sources, caseFolder) };
  return { record, by, instead: [] };
}

/** A statement that nobody else's is behind: its party's own words, or several sources. */
function ownRecord(claim: Claim, caseFolder: Case): OnRecord {
  const own = namesOf(ownSources(claim, caseFolder), caseFolder);
  if (own.length > 0) return { code: 'own-words', publishers: own };
  const publishers = namesOf(claim.sources, caseFolder);
  return { code: publishers.length > 1 ? 'several-sources' : 'one-source', publishers };
}

/** Sources of a claim in which its party speaks: those that the ledger names, and what the party published itself. */
function ownSources(claim: Claim, { file, sources: known }: Case): string[] {
  const { party, sources, ownWords = [], reports } = claim;
  const name = reports === undefined ? partyName(party, file) : null;
  return sources.filter(
    (id) => ownWords.includes(id) || known.find((source) => source.id === id)?.publisher === name,
  );
}

/** Publishers of some sources of claims, those of the report itself left out. */
function publishersOf(
  told: readonly Claim[],
  sourcesOf: (claim: Claim) => string[],
  { claim, caseFolder }: { claim: Claim; caseFolder: Case },
): string[] {
  const reported = namesOf(claim.sources, caseFolder);
  return namesOf(told.flatMap(sourcesOf), caseFolder).filter((name) => !reported.includes(name));
}

function namesOf(ids: readonly string[], { sources }: Case): string[] {
  return [...new Set(ids.map((id) => sources.find((source) => source.id === id)?.publisher ?? id))];
}

function saysTheSame(one: Wording, two: Wording): boolean {
  const parts = ({ hedge, value, unit, dates }: Wording) =>
    JSON.stringify([hedge, value, unit, dates?.from, dates?.to]);
  return parts(one) === parts(two);
}
