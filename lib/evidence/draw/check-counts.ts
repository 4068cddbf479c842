import type { DrawFacts } from '../../contract/draw/draw-facts';
import type { Proof } from '../../contract/truth';
import type { Checked } from './checked';

/** The numbers of documents of each person, where the proof has them. */
export function checkCounts({ counts }: Proof, facts: DrawFacts): Checked {
  if (!counts) return {};
  const found = facts.counts;
  if (!found || found.people === null) return 'people are not counted by the key that its counts name';
  if (!found.fileHolds) return 'the file of counts is missing or not the one that it names';
  if (found.missing > 0) return 'somebody in the input has no number of documents, or two';
  if (found.beyond > 0) return 'somebody has more documents in the input than in all';
  return { counts: { people: found.people, whole: counts.whole } };
}
