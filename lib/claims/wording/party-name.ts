import type { CaseFile } from '../../contract/case';

/** A party's name as the case gives it; its id where it gives none. */
export function partyName(party: string, { parties }: Pick<CaseFile, 'parties'>): string {
  return parties[party]?.name ?? party;
}
