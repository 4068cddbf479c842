import type { Case, Claim } from '../../contract/case';
import type { SaidDuration, Span } from '../../contract/judgement';
import { regionsOfWording } from '../wording/regions-of-wording';
import { lengthsInDays } from './time-span';

const DAYS: Record<string, number> = { minutes: 1 / 1440, hours: 1 / 24, days: 1, weeks: 7, months: 30.44 };

/** A claim that says how long something took, and the span of time that it speaks of. */
export interface Duration {
  claim: Claim;
  said: SaidDuration;
  span: Span;
  /** Whose claim the dates are: its own, or the one that it restates. */
  dated: Claim;
  /** The duration as said agrees with the dates, elapsed or counted with both ends. */
  agrees: boolean;
}

/** The span that a claim names, where it names both ends. */
export function spanNamed(claim: Claim): Span | null {
  const { from, to } = claim.wording?.dates ?? {};
  return from !== undefined && to !== undefined ? { from, to } : null;
}

/** What a claim says of a duration; null where it says none, or nobody says of which dates. */
export function durationSaid(claim: Claim, { claims }: Case): Duration | null {
  const { value, unit = '' } = claim.wording ?? {};
  const days = DAYS[unit];
  if (!claim.wording || value === undefined || days === undefined) return null;
  const restated = claim.restates.flatMap((id) => claims.find((other) => other.id === id) ?? []);
  const dated = [claim, ...restated].find((other) => spanNamed(other));
  const span = dated && spanNamed(dated);
  const region = regionsOfWording(claim.wording, { kind: 'time' }).conventional;
  if (!dated || !span || !region) return null;
  const agrees = lengthsInDays(span).some((length) => {
    const said = length / days;
    return (region.low === null || said >= region.low - 1e-9) && (region.high === null || said < region.high);
  });
  return { claim, said: { value, unit }, span, dated, agrees };
}
