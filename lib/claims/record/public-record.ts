import type { Case, Claim } from '../../contract/case';
import type { NamedDates, PublicFinding, Span } from '../../contract/judgement';
import { partyName } from '../wording/party-name';
import { type Duration, durationSaid, spanNamed } from './durations';
import { lengthOf } from './time-span';

/**
 * What the public record settles without any records: which durations agree with which dates, which dates exclude each
 * other, which statements changed, which exclude each other, and what nobody said. It is the only finding about the real
 * incident, and true of the ledger as written.
 */
export function publicRecord(caseFolder: Case): PublicFinding[] {
  const silences = (caseFolder.file.silences ?? []).map(({ subject, finding, claims }): PublicFinding => ({
    subject,
    claims,
    reason: { code: 'SILENCE', text: finding },
  }));
  return [
    ...durations(caseFolder),
    ...dates(caseFolder),
    ...changes(caseFolder),
    ...exclusions(caseFolder),
    ...silences,
  ];
}

/** One finding for each span of time of which somebody says how long it is. */
function durations(caseFolder: Case): PublicFinding[] {
  const spans = new Map<string, [Duration, ...Duration[]]>();
  for (const claim of caseFolder.claims) {
    const duration = durationSaid(claim, caseFolder);
    if (!duration) continue;
    const key = `${duration.span.from} ${duration.span.to}`;
    const alike = spans.get(key);
    if (alike) alike.push(duration);
    else spans.set(key, [duration]);
  }
  return [...spans.values()].map((alike) => {
    const [{ span, claim }] = alike;
    const dated = firstNamed(span, caseFolder) ?? claim;
    const said = (agrees: boolean) =>
      alike
        .filter((duration) => (duration.own.fits !== 'neither') === agrees)
        .map((duration) => ({ ...duration.said, party: nameOf(duration.claim, caseFolder) }));
    return {
      subject: claim.subject,
      claims: [...new Set([dated.id, ...alike.map((duration) => duration.claim.id)])],
      reason: {
        code: 'DURATION',
        span,
        length: lengthOf(span),
        namedBy: nameOf(dated, caseFolder),
        agree: said(true),
        disagree: said(false),
      },
    };
  });
}

/** The earliest claim that names a span of time. */
function firstNamed(span: Span, { claims }: Case): Claim | null {
  const same = claims.filter((claim) => {
    const own = spanNamed(claim);
    return own?.from === span.from && own.to === span.to;
  });
  return same.reduce<Claim | null>(
    (first, claim) => (first && first.date <= claim.date ? first : claim),
    null,
  );
}

/** Dates that exclude those of a claim that others contradict. */
function dates(caseFolder: Case): PublicFinding[] {
  return caseFolder.claims.flatMap((claim): PublicFinding[] => {
    const span = spanNamed(claim);
    const others = caseFolder.claims.filter(
      (other) => other.wording?.dates && other.contradicts.includes(claim.id) && otherDates(other, claim),
    );
    if (!span || others.length === 0 || claim.contradicts.some((id) => hasDates(caseFolder, id))) return [];
    return [
      {
        subject: claim.subject,
        claims: [claim.id, ...others.map(({ id }) => id)],
        reason: {
          code: 'DATES',
          named: { ...span, party: nameOf(claim, caseFolder) },
          others: others.map((other): NamedDates => ({
            ...other.wording?.dates,
            party: nameOf(other, caseFolder),
          })),
          unless: others.flatMap((other) =>
            other.unless === undefined ? [] : { party: nameOf(other, caseFolder), text: other.unless },
          ),
        },
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

/** One finding for each chain of statements of which each took the place of the one before. */
function changes(caseFolder: Case): PublicFinding[] {
  const replaced = new Set(caseFolder.claims.flatMap((claim) => claim.replaces));
  const last = caseFolder.claims.filter((claim) => claim.replaces.length > 0 && !replaced.has(claim.id));
  return last.map((claim) => {
    const { subject } = claim;
    const chain = chainOf(claim, caseFolder).sort((one, two) =>
      one.date < two.date ? -1 : one.date > two.date ? 1 : 0,
    );
    const steps = chain.map(({ date, said }) => ({ date, text: said }));
    return {
      subject,
      claims: chain.map(({ id }) => id),
      reason: { code: 'CHANGED', party: nameOf(claim, caseFolder), subject, steps },
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
function exclusions(caseFolder: Case): PublicFinding[] {
  return caseFolder.claims.flatMap((claim): PublicFinding[] => {
    if (claim.testability === 'records' || claim.original !== undefined) return [];
    const others = claim.contradicts
      .flatMap((id) => caseFolder.claims.find((other) => other.id === id) ?? [])
      .filter((other) => other.testability !== 'records' && !(claim.wording?.dates && other.wording?.dates));
    if (others.length === 0) return [];
    const all = [...others, claim];
    return [
      {
        subject: claim.subject,
        claims: all.map(({ id }) => id),
        reason: {
          code: 'EXCLUDED',
          unless: claim.unless ?? null,
          statements: all.map(({ date, said }) => ({ date, text: said })),
        },
      },
    ];
  });
}

function nameOf({ party }: Claim, { file }: Case): string {
  return partyName(party, file);
}
