import type { Count, ResultJoin } from '../../contract/results';
import { formatCount, formatNumber } from '../numbers/format-number';
import { listWords } from '../text/list-words';

/** Above the joins. */
export const JOIN_TITLE = 'How the tables belong together';
export const JOIN_LEAD =
  'Some documents name their person only through another table. These columns were followed:';

/** What is left of joins where only the first are shown. */
export function moreJoins(left: number): string {
  return `${formatNumber(left)} more ${left === 1 ? 'join is' : 'joins are'} in results.json, under \`joins\`.`;
}

/**
 * A join in one sentence.
 *
 * @example joinSentence({ from: 'visits: patient', to: 'patients: id', ground: 'said', values: 90, matched: 90, ambiguous: 0, standing: 'used', over: [] }) // '`visits.patient` is `patients.id`: you said so; all of its 90 values are there.'
 */
export function joinSentence(join: ResultJoin): string {
  const says = join.standing === 'used' ? 'is' : 'could also be';
  return `\`${dotted(join.from)}\` ${says} \`${dotted(join.to)}\`: ${because(join)}.`;
}

/** What a join that is not used comes to. */
const STANDING: Record<ResultJoin['standing'], string[]> = {
  used: [],
  weaker: ['another table fits better, so this one is not used'],
  unsure: ['another table fits as well, so its documents count as nobody’s; --join says which is right'],
};

function because({ ground, values, matched, ambiguous, standing, over }: ResultJoin): string {
  const there = thereWords(values, matched);
  const clauses = {
    said: `you said so; ${there}`,
    declared: `declared in the dump; ${there}`,
    names: `${there}, and the names fit`,
    values: `${there}; only the values say so`,
  };
  return [
    clauses[ground],
    ...(ambiguous === 0
      ? []
      : [`${formatCount(ambiguous)} of them stand for several people and join nobody`]),
    ...(over.length === 0
      ? []
      : [`they lead to people through ${listWords(over.map((each) => `\`${dotted(each)}\``))}`]),
    ...STANDING[standing],
  ].join('; ');
}

/** How many of a column's values stand in the other. */
function thereWords(values: Count, matched: Count): string {
  if (matched === 'withheld')
    return values === 'withheld'
      ? 'how many of its values are there is not shown'
      : `all but a few of its ${formatCount(values)} values are there`;
  if (matched === values) {
    if (values === 1) return 'its only value is there';
    return values === '<10'
      ? 'it has fewer than 10 values, and some or all of them are there'
      : `all of its ${formatCount(values)} values are there`;
  }
  return `${formatCount(matched)} of its ${formatCount(values)} values are there`;
}

/** `kind: path` as one name. */
function dotted(place: string): string {
  return place.replace(': ', '.');
}
