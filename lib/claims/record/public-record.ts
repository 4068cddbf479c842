import type { Case, Claim } from '../../contract/case';
import type { ResultPublicRecord } from '../../contract/results';
import { type Duration, durationOf, spanOf } from './durations';
import { listWords } from '../../words/number-words';
import { dayWords, durationWords, isDaily, lengthWords, type Span, spanWords } from './time-span';

/**
 * What the public record settles without any records: which durations agree with which dates, which dates exclude each
 * other, which statements changed, which exclude each other, and what nobody said. It is the only finding about the real
 * incident, and true of the ledger as written.
 */
export function publicRecord(caseFolder: Case): ResultPublicRecord[] {
  return [
    ...durations(caseFolder),
    ...dates(caseFolder),
    ...changes(caseFolder),
    ...exclusions(caseFolder),
    ...(caseFolder.file.silences ?? []),
  ];
}

/** One finding for each span of time of which somebody says how long it is. */
function durations(caseFolder: Case): ResultPublicRecord[] {
  const said = caseFolder.claims.flatMap((claim) => durationOf(claim, caseFolder) ?? []);
  const spans = new Map<string, Duration[]>();
  for (const duration of said) {
    const key = spanWords(duration.span);
    spans.set(key, [...(spans.get(key) ?? []), duration]);
  }
  return [...spans.values()].map((alike) => {
    const { span, claim } = alike[0] as Duration;
    const dated = firstNamed(span, caseFolder);
    const words = (agrees: boolean) =>
      alike
        .filter((duration) => duration.agrees === agrees)
        .map(
          ({ wording, claim: { party } }) =>
            `"${durationWords(wording.value, wording.unit)}" (${name(caseFolder, party)})`,
        );
    const verdicts = [
      words(true).length > 0 ? `this agrees with ${listWords(words(true))}` : '',
      words(false).length > 0 ? `this does not agree with ${listWords(words(false))}` : '',
    ].filter(Boolean);
    const makes = isDaily(span) ? 'is' : 'makes';
    return {
      subject: claim.subject,
      finding: `From ${spanWords(span)}, named by ${name(caseFolder, dated.party)}, ${makes} ${lengthWords(span)}; ${verdicts.join(', and ')}.`,
      claims: [...new Set([dated.id, ...alike.map((duration) => duration.claim.id)])],
    };
  });
}

/** The earliest claim that names a span of time. */
function firstNamed(span: Span, { claims }: Case): Claim {
  const same = claims.filter((claim) => {
    const own = spanOf(claim);
    return own?.from === span.from && own.to === span.to;
  });
  return same.reduce((first, claim) => (claim.date < first.date ? claim : first));
}

/** Dates that exclude those of a claim that others contradict. */
function dates(caseFolder: Case): ResultPublicRecord[] {
  return caseFolder.claims.flatMap((claim) => {
    const span = spanOf(claim);
    const others = caseFolder.claims.filter(
      (other) => other.wording?.dates && other.contradicts.includes(claim.id) && otherDates(other, claim),
    );
    if (!span || others.length === 0 || claim.contradicts.some((id) => hasDates(caseFolder, id))) return [];
    const words = others.map((other) => `${name(caseFolder, other.party)} ${datesWords(other)}`);
    const unless = others.flatMap((other) =>
      other.unless === undefined ? [] : `for ${name(caseFolder, other.party)}, ${other.unless}`,
    );
    const escape = unless.length > 0 ? `, unless, ${listWords(unless, 'or')}` : '';
    return [
      {
        subject: claim.subject,
        finding:
          `${name(caseFolder, claim.party)} named ${spanWords(span)}; ${listWords(words)}. ` +
          `If they speak of the same thing, at most one of these can be right${escape}.`,
        claims: [claim.id, ...others.map(({ id }) => id)],
      },
    ];
  });
}

function hasDates({ claims }: Case, id: string): boolean {
  return claims.find((claim) => claim.id === id)?.wording?.dates !== undefined;
}

function otherDates(one: Claim, two: Claim): boolean {
  return JSON.stringify(one.wording?.dates) !== JSON.stringify(two.wording?.dates);
}

function datesWords(claim: Claim): string {
  const { from, to } = claim.wording?.dates ?? {};
  if (from !== undefined && to !== undefined) return spanWords({ from, to });
  return from !== undefined ? `${dayWords(from)} as the first day` : `${dayWords(to ?? '')} as the last day`;
}

/** One finding for each chain of statements of which each took the place of the one before. */
function changes(caseFolder: Case): ResultPublicRecord[] {
  const replaced = new Set(caseFolder.claims.flatMap((claim) => claim.replaces));
  const last = caseFolder.claims.filter((claim) => claim.replaces.length > 0 && !replaced.has(claim.id));
  return last.map((claim) => {
    const chain = chainOf(claim, caseFolder).sort((one, two) =>
      one.date < two.date ? -1 : one.date > two.date ? 1 : 0,
    );
    const steps = chain.map((step) => `on ${dayWords(step.date)}, ${step.said.replace(/\.$/, '')}`);
    return {
      subject: claim.subject,
      finding: `What ${name(caseFolder, claim.party)} said about ${article(claim.subject)} changed: ${steps.join('; ')}.`,
      claims: chain.map(({ id }) => id),
    };
  });
}

function chainOf(claim: Claim, caseFolder: Case, seen = new Set<string>()): Claim[] {
  if (seen.has(claim.id)) return [];
  seen.add(claim.id);
  const before = claim.replaces.flatMap((id) => caseFolder.claims.find((other) => other.id === id) ?? []);
  return [...before.flatMap((other) => chainOf(other, caseFolder, seen)), claim];
}

/** Statements that exclude each other and that no records are needed to see; retellings are left to their originals. */
function exclusions(caseFolder: Case): ResultPublicRecord[] {
  return caseFolder.claims.flatMap((claim) => {
    if (claim.testability === 'records' || claim.original !== undefined) return [];
    const others = claim.contradicts
      .flatMap((id) => caseFolder.claims.find((other) => other.id === id) ?? [])
      .filter((other) => other.testability !== 'records' && !(claim.wording?.dates && other.wording?.dates));
    if (others.length === 0) return [];
    const all = [...others, claim].map((one) => `${one.said.replace(/\.$/, '')} (${dayWords(one.date)})`);
    const escape = claim.unless === undefined ? '' : `, unless ${claim.unless}`;
    return [
      {
        subject: claim.subject,
        finding: `As they are worded, these do not fit together${escape}: ${all.join('; ')}.`,
        claims: [...others.map(({ id }) => id), claim.id],
      },
    ];
  });
}

function name({ file }: Case, party: string): string {
  return file.parties[party]?.name ?? party;
}

function article(subject: string): string {
  return /^(how|what|why|who)\b/.test(subject) || /s\b|^[A-Z]/.test(subject.split(' ')[0] ?? '')
    ? subject
    : `the ${subject}`;
}
