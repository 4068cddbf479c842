import type { Fact, NamedSet } from '../../contract/reasons';
import type { Count } from '../../contract/results';
import { categoryNoun, categoryTitle } from '../names/category-names';
import { holdingNoun, thingsOf } from '../names/measured-things';
import { numberWords, percentWords } from '../numbers/number-words';
import { listWords } from '../text/list-words';
import { capital } from '../text/sentence';

type Holders = Extract<Fact, { code: 'HOLDERS' }>;

/** What is in the input, as a clause with a large first letter and no full stop; facts of one kind are told in one. */
export function factWords(facts: readonly Fact[]): string {
  const holders = facts.filter((fact) => fact.code === 'HOLDERS');
  if (holders.length === facts.length) return holdersWords(holders);
  return listWords([...new Set(facts.map(oneFactWords))]);
}

/** A count as these sentences say it. */
export function countWords(count: Count): string {
  if (count === '<10') return 'fewer than 10 (but at least one)';
  return count === 0 ? 'none' : typeof count === 'number' ? numberWords(count) : count;
}

function holdersWords(holders: readonly Holders[]): string {
  const examined = holders[0]?.examined ?? null;
  const nouns = holders.map(({ measure }) => holdingNoun(measure) ?? '');
  const people = examined === null ? 'people in this file' : `${numberWords(examined)} people examined`;
  if (holders.every(({ count }) => count === 0)) {
    const any = listWords(nouns, 'or');
    const ownerless = holders.find(({ nobodys }) => nobodys !== 0);
    if (ownerless) return ownerlessWords(ownerless.measure, ownerless.nobodys);
    return `Nobody among the ${people} was found with ${any}`;
  }
  const [only] = holders;
  if (holders.length === 1 && only) {
    const who =
      examined === null
        ? `${countWords(only.count)} ${people}`
        : `${countWords(only.count)} of the ${people}`;
    return capital(`${who} ${only.count === 1 ? 'has' : 'have'} ${nouns.join()}`);
  }
  const parts = holders.map(
    ({ count }, i) => `${countWords(count)} ${i === 0 ? 'have ' : ''}${nouns[i] ?? ''}`,
  );
  return examined === null ? `In this file ${listWords(parts)}` : `Of the ${people}, ${listWords(parts)}`;
}

/** Documents hold the thing and name nobody: never "nobody has it". */
function ownerlessWords(measure: string, documents: Count): string {
  const noun = holdingNoun(measure) ?? 'it';
  return documents === 1
    ? `One document holds ${noun}; whose it is could not be told`
    : `${capital(countWords(documents))} documents hold ${noun}; whose they are could not be told`;
}

function oneFactWords(fact: Fact): string {
  switch (fact.code) {
    case 'NOT_COUNTED':
      return 'This file holds nothing that this could be counted by';
    case 'OWNERLESS':
      return ownerlessWords(fact.measure, fact.documents);
    case 'HOLDERS':
      return holdersWords([fact]);
    case 'THINGS':
      return `This file holds ${countWords(fact.count)} ${thingsOf(fact.measure)}`;
    case 'SHARE': {
      const { measure, set, count, outOf, share } = fact;
      const percent = share === null ? '' : ` (${percentWords(share)})`;
      const holders = `${countWords(count)} of the ${numberWords(outOf)} people`;
      return capital(
        set
          ? `${holders} with ${categoryNoun(set.category)}${percent} ${areWords(set)}`
          : `${holders}${percent} ${count === 0 || count === 1 ? 'has' : 'have'} ${holdingNoun(measure) ?? 'it'}`,
      );
    }
    case 'SHARE_OF_ALL':
      return capital(shareOfAllWords(fact));
  }
}

/** Some hold the thing, of others the records do not tell: between which shares the truth lies in this file. */
function shareOfAllWords({ set, count, outOf, bounds }: Extract<Fact, { code: 'SHARE_OF_ALL' }>): string {
  const people = `${countWords(count)} of the ${numberWords(outOf)} people`;
  if (!bounds) {
    const noun = set ? categoryNoun(set.category) : 'that field filled';
    return `${people} ${areWords(set)}, and not everybody has ${noun} in the records`;
  }
  const { untold, least, most } = bounds;
  const title = set ? categoryTitle(set.category) : 'that field filled';
  return (
    `${people} (${percentWords(least)}) ${areWords(set)}, and ${numberWords(untold)} more have no ${title} in the records, ` +
    `so that it may be up to ${percentWords(most)}`
  );
}

function areWords(set: NamedSet | null): string {
  return `are ${set?.title ?? 'among them'}`;
}
