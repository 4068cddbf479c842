import type { Count, ResultJoin } from '../../contract/results';
import { formatCount, formatNumber } from '../numbers/format-number';
import { listWords } from '../text/list-words';

/** A join as a row of a short table. */
export interface JoinRow {
  column: string;
  /** What its values are. */
  is: string;
  because: string;
}

/** Headings of such a table. */
export const JOIN_TITLE = 'How the tables belong together';
export const JOIN_LEAD =
  'Whose a document is can stand in another table. People are counted over these columns:';

/** What is left of joins where only the first are shown. */
export function moreJoins(left: number): string {
  return `${formatNumber(left)} more ${left === 1 ? 'join is' : 'joins are'} in results.json, under \`joins\`.`;
}

/** A join in words, cell by cell: from where, to where, on what ground. */
export function joinRow(join: ResultJoin): JoinRow {
  return { column: dotted(join.from), is: dotted(join.to), because: `${because(join)}.` };
}

/**
 * A join in one sentence.
 *
 * @example joinSentence({ from: 'visits: patient', to: 'patients: id', ground: 'said', values: 90, matched: 90, ambiguous: 0, used: true, over: [] }) // '`visits.patient` is `patients.id`: you said so; all of its 90 values are there.'
 */
export function joinSentence(join: ResultJoin): string {
  const says = join.used ? 'is' : 'could also be';
  return `\`${dotted(join.from)}\` ${says} \`${dotted(join.to)}\`: ${because(join)}.`;
}

function because({ ground, values, matched, ambiguous, used, over }: ResultJoin): string {
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
      : [`from there to people over ${listWords(over.map((each) => `\`${dotted(each)}\``))}`]),
    ...(used ? [] : ['the other join is the stronger, so this one is not used']),
  ].join('; ');
}

/** How many of a column's values stand in the other. */
function thereWords(values: Count, matched: Count): string {
  if (matched === 'withheld')
    return `how many of its ${values === 'withheld' ? '' : `${formatCount(values)} `}values are there is not shown`;
  if (matched === values) {
    if (values === 1) return 'its only value is there';
    return values === '<10'
      ? 'all or most of its fewer than 10 values are there'
      : `all of its ${formatCount(values)} values are there`;
  }
  return `${formatCount(matched)} of its ${formatCount(values)} values are there`;
}

/** `kind: path` as one name. */
function dotted(place: string): string {
  return place.replace(': ', '.');
}
