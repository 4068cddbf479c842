import type { CaseFile, CaseMeasure } from '../../contract/case';
import type { Counted, Evidence } from '../../contract/evidence';
import { type MeasureFamily, parseMeasureId } from '../../contract/measure-id';
import { categoryNoun, groupNoun } from '../../words/category-names';
import { peopleOf } from './drawn-words';
import { listWords, numberWords, percentWords } from '../../words/number-words';
import type { RanTest } from './run-tests';

/** What a sentence needs to know of the input beside its tests. */
export interface FactContext {
  file: CaseFile;
  evidence: Evidence;
  /** A synthetic world: small counts may be said. */
  synthetic: boolean;
}

/** What is in this file, as a clause with a large first letter and no full stop; tests of one kind are told in one. */
export function factClause(tests: readonly RanTest[], context: FactContext): string {
  const holders = tests.flatMap((test) => {
    const noun = nounOf(test.measure);
    return noun !== null && test.counted ? [{ noun, count: test.counted.count ?? 0 }] : [];
  });
  if (holders.length === tests.length) return peopleClause(holders, context);
  return listWords([...new Set(tests.map((test) => otherClause(test.measure, test.counted, context)))]);
}

/** What people counted by a measure have, as a noun phrase; null where it counts something else. */
export function nounOf(measure: string): string | null {
  const id = parseMeasureId(measure);
  if (id?.family === 'people.owners') return 'a device';
  if (id?.family === 'people.with-any') return groupNoun(id.parameter);
  return id?.family === 'people.with' || id?.family === 'people.with-certain'
    ? categoryNoun(id.parameter)
    : null;
}

interface Holders {
  noun: string;
  count: number;
}

function peopleClause(holders: readonly Holders[], context: FactContext): string {
  const { examined } = peopleOf(context.evidence);
  const nouns = listWords(
    holders.map(({ noun }) => noun),
    'or',
  );
  const people = examined === null ? 'people in this file' : `${numberWords(examined)} people examined`;
  if (holders.every(({ count }) => count === 0)) {
    return examined === null ? `Nobody in this file has ${nouns}` : `None of the ${people} has ${nouns}`;
  }
  const [only] = holders;
  if (holders.length === 1 && only) {
    const verb = only.count === 1 && context.synthetic ? 'has' : 'have';
    const who =
      examined === null
        ? `${countWords(only.count, context)} ${people}`
        : `${countWords(only.count, context)} of the ${people}`;
    return capital(`${who} ${verb} ${only.noun}`);
  }
  const parts = holders.map(
    ({ noun, count }, i) => `${countWords(count, context)} ${i === 0 ? 'have ' : ''}${noun}`,
  );
  return examined === null ? `In this file ${listWords(parts)}` : `Of the ${people}, ${listWords(parts)}`;
}

function otherClause(measure: string, counted: Counted | null, context: FactContext): string {
  if (!counted || counted.count === null) return 'This file holds nothing that this could be counted by';
  if (counted.unit !== 'share')
    return `This file holds ${countWords(counted.count, context)} ${thingsOf(measure)}`;
  const id = parseMeasureId(measure);
  const isSet = id?.family === 'share.of' || id?.family === 'share.of-all';
  const named = isSet ? context.file.measures[id.parameter] : undefined;
  const whole = counted.outOf ?? 0;
  if (counted.upper) return untoldClause(counted, named, context);
  const of = `of the ${numberWords(whole)} people with ${named ? categoryNoun(named.category) : 'that field filled'}`;
  const hidden = isHidden(counted.count, context) || isHidden(whole - counted.count, context);
  const share = whole > 0 && !hidden ? ` (${percentWords(counted.count / whole)})` : '';
  return capital(`${countWords(counted.count, context)} ${of}${share} are ${named?.title ?? 'among them'}`);
}

/** Some hold the thing, of others the records do not tell: between which shares the truth lies in this file. */
function untoldClause(counted: Counted, named: CaseMeasure | undefined, context: FactContext): string {
  const [count, whole] = [counted.count ?? 0, counted.outOf ?? 0];
  const untold = (counted.upper?.count ?? count) - count;
  const noun = named ? categoryNoun(named.category) : 'that field filled';
  const people = `${countWords(count, context)} of the ${numberWords(whole)} people`;
  const are = `are ${named?.title ?? 'among them'}`;
  if ([count, untold, whole - count - untold].some((each) => isHidden(each, context)))
    return capital(`${people} ${are}, and not everybody has ${noun} in the records`);
  const [least, most] = [count / whole, (count + untold) / whole].map(percentWords);
  return capital(
    `${people} (${least}) ${are}, and ${numberWords(untold)} more have no ${noun.replace(/^an? /, '')} in the records, so that it may be up to ${most}`,
  );
}

const THINGS: Partial<Record<MeasureFamily, string>> = {
  documents: 'documents',
  'people.share-only': 'different e-mail addresses that belong only to people somebody shared with',
  'people.emails-l0': 'different e-mail addresses',
  'people.emails-l1': 'different e-mail addresses',
  'people.emails-l2': 'different e-mail addresses',
  'people.emails-l3': 'different e-mail addresses',
  'people.emails-any': 'different e-mail addresses',
  'people.accounts': 'different accounts',
  'people.phones': 'different phone numbers',
  devices: 'different devices',
};

/** What a measure counts, in the plural. */
export function thingsOf(measure: string): string {
  const id = parseMeasureId(measure);
  if (id?.family === 'documents.kind') return `documents of the kind "${id.parameter}"`;
  if (id?.family === 'tokens.with') return `different tokens, each ${categoryNoun(id.parameter)}`;
  return (id && THINGS[id.family]) ?? 'of these';
}

/** A count that may be published: 1 to 9 are not said of a real input. */
export function countWords(count: number, context: FactContext): string {
  return isHidden(count, context)
    ? 'fewer than 10 (but at least one)'
    : count === 0
      ? 'none'
      : numberWords(count);
}

/** Whether a number is too small to be said. */
export function isHidden(count: number, { synthetic }: FactContext): boolean {
  return !synthetic && count >= 1 && count <= 9;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
