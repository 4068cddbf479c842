/** A party's id as people read it: `twelve-security` → "Twelve Security". Ids are all a published result carries. */
export function partyWords(party: string): string {
  return party
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
