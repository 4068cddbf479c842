import type { NamedDates, PublicReason } from '../../contract/judgement';
import { dayWords } from '../dates/day-words';
import { durationWords, lengthWords, spanWords } from '../dates/span-words';
import { listWords } from '../text/list-words';
import { unstopped } from '../text/sentence';

/** What the public record settles, in a sentence or two. */
export function publicRecordWords(reason: PublicReason): string {
  switch (reason.code) {
    case 'DURATION':
      return durationSentence(reason);
    case 'DATES':
      return datesSentences(reason);
    case 'CHANGED': {
      const steps = reason.steps.map(({ date, text }) => `on ${dayWords(date)}, ${unstopped(text)}`);
      return `What ${reason.party} said about ${withArticle(reason.subject)} changed: ${steps.join('; ')}.`;
    }
    case 'EXCLUDED': {
      const { unless, statements } = reason;
      const all = statements.map(({ date, text }) => `${unstopped(text)} (${dayWords(date)})`);
      const escape = unless === null ? '' : `, unless ${unless}`;
      return `As they are worded, these do not fit together${escape}: ${all.join('; ')}.`;
    }
    case 'SILENCE':
      return reason.text;
  }
}

type Durations = Extract<PublicReason, { code: 'DURATION' }>;

function durationSentence({ span, length, namedBy, agree, disagree }: Durations): string {
  const words = (said: Durations['agree']) =>
    listWords(said.map((each) => `"${durationWords(each)}" (${each.party})`));
  const verdicts = [
    ...(agree.length > 0 ? [`this agrees with ${words(agree)}`] : []),
    ...(disagree.length > 0 ? [`this does not agree with ${words(disagree)}`] : []),
  ];
  const makes = length.unit === 'days' ? 'is' : 'makes';
  return `From ${spanWords(span)}, named by ${namedBy}, ${makes} ${lengthWords(length)}; ${verdicts.join(', and ')}.`;
}

function datesSentences({ named, others, unless }: Extract<PublicReason, { code: 'DATES' }>): string {
  const also = others.map((other) => `${other.party} ${namedWords(other)}`);
  const reasons = unless.map(({ party, text }) => `for ${party}, ${text}`);
  const escape = reasons.length > 0 ? `, unless, ${listWords(reasons, 'or')}` : '';
  return (
    `${named.party} named ${spanWords(named)}; ${listWords(also)}. ` +
    `If they speak of the same thing, at most one of these can be right${escape}.`
  );
}

function namedWords({ from, to }: NamedDates): string {
  if (from !== undefined && to !== undefined) return spanWords({ from, to });
  if (from !== undefined) return `${dayWords(from)} as the first day`;
  return to === undefined ? 'no day' : `${dayWords(to)} as the last day`;
}

/** Questions, names and plurals take no article. */
function withArticle(subject: string): string {
  return /^(how|what|why|who)\b/.test(subject) || /s\b|^[A-Z]/.test(subject.split(' ')[0] ?? '')
    ? subject
    : `the ${subject}`;
}
