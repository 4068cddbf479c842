import type { Proof } from '../../contract/truth';
import type { Checked, DrawFacts } from './check-draw';

/** What the input says of the numbers of documents that each person has in all. */
export interface CountFacts {
  /** Measure id of the people whose key the proof names; null where people are not counted by that path. */
  people: string | null;
  /** The file of numbers is the one that the proof names; true where the numbers stand in the documents. */
  fileHolds: boolean;
  /** People in the input without a whole number from 1, or with two different ones. */
  missing: number;
  /** People with more documents in the input than they are said to have in all. */
  beyond: number;
}

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
