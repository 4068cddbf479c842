import type { Case, Claim } from '../../contract/case';
import type { DatesFit, SaidDuration, Span } from '../../contract/judgement';
import type { Region } from '../../contract/case';
import { partyName } from '../wording/party-name';
import { regionsOfWording } from '../wording/regions-of-wording';
import { lengthOf, lengthsInDays } from './time-span';

const DAYS: Record<string, number> = { minutes: 1 / 1440, hours: 1 / 24, days: 1, weeks: 7, months: 30.44 };

/** A claim that says how long something took, beside the span of time that it speaks of and those that others name for it. */
export interface Duration {
  claim: Claim;
  said: SaidDuration;
  span: Span;
  /** Whose claim the dates are: its own, or the one that it restates. */
  dated: Claim;
  own: DatesFit;
  /** Other dates for the same thing: of claims that contradict these, or are contradicted. */
  others: DatesFit[];
}

/** The span that a claim names, where it names both ends. */
export function spanNamed(claim: Claim): Span | null {
  const { from, to } = claim.wording?.dates ?? {};
  return from !== undefined && to !== undefined ? { from, to } : null;
}

/** What a claim says of a duration; null where it says none, or nobody says of which dates. */
export function durationSaid(claim: Claim, { claims, file }: Pick<Case, 'claims' | 'file'>): Duration | null {
  const { value, unit = '' } = claim.wording ?? {};
  const days = DAYS[unit];
  if (!claim.wording || value === undefined || days === undefined) return null;
  const restated = claim.restates.flatMap((id) => claims.find((other) => other.id === id) ?? []);
  const speaks = [claim, ...restated];
  const dated = speaks.find((other) => spanNamed(other));
  const span = dated && spanNamed(dated);
  const region = regionsOfWording(claim.wording, { kind: 'time' }).conventional;
  if (!dated || !span || !region) return null;
  const fitOf = (of: Span, namedBy: string | null): DatesFit => ({
    span: of,
    length: lengthOf(of),
    namedBy,
    fits: waysThatFit(of, { region, days }),
  });
  const others = rivals(speaks, claims).flatMap((other) => {
    const own = spanNamed(other);
    return own && !isSame(own, span) ? [fitOf(own, partyName(other.party, file))] : [];
  });
  const namedBy = dated === claim ? null : partyName(dated.party, file);
  return { claim, said: { value, unit }, span, dated, own: fitOf(span, namedBy), others };
}

/** Claims that exclude one of these, or are excluded by one. */
function rivals(speaks: readonly Claim[], claims: readonly Claim[]): Claim[] {
  const ids = speaks.map(({ id }) => id);
  return claims.filter(
    (other) =>
      !ids.includes(other.id) &&
      (other.contradicts.some((id) => ids.includes(id)) ||
        speaks.some(({ contradicts }) => contradicts.includes(other.id))),
  );
}

/** In which ways of counting a span is as long as was said: elapsed, or with the first and the last day. Instants have one. */
function waysThatFit(span: Span, { region, days }: { region: Region; days: number }): DatesFit['fits'] {
  const fits = lengthsInDays(span).map((length) => {
    const said = length / days;
    return (region.low === null || said >= region.low - 1e-9) && (region.high === null || said < region.high);
  });
  const [elapsed = false, inclusive = elapsed] = fits;
  if (elapsed === inclusive) return elapsed ? 'both' : 'neither';
  return elapsed ? 'elapsed' : 'inclusive';
}

function isSame(one: Span, two: Span): boolean {
  return one.from === two.from && one.to === two.to;
}
