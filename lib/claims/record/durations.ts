import type { Case, Claim, Wording } from '../../contract/case';
import { regionsOfWording } from '../wording/regions-of-wording';
import { lengthsInDays, type Span } from './time-span';

const DAYS: Record<string, number> = { minutes: 1 / 1440, hours: 1 / 24, days: 1, weeks: 7, months: 30.44 };

/** A claim that says how long something took, and the span of time that it speaks of. */
export interface Duration {
  claim: Claim;
  wording: Wording & { value: number; unit: string };
  span: Span;
  /** Whose claim the dates are: its own, or the one that it restates. */
  dated: Claim;
  /** The duration as said agrees with the dates, elapsed or counted with both ends. */
  agrees: boolean;
}

/** The span that a claim names, where it names both ends. */
export function spanOf(claim: Claim): Span | null {
  const { from, to } = claim.wording?.dates ?? {};
  return from !== undefined && to !== undefined ? { from, to } : null;
}

/** What a claim says of a duration; null where it says none, or nobody says of which dates. */
export function durationOf(claim: Claim, { claims }: Case): Duration | null {
  const { wording } = claim;
  const unit = DAYS[wording?.unit ?? ''];
  if (!wording || wording.value === undefined || unit === undefined) return null;
  const restated = claim.restates.flatMap((id) => claims.find((other) => other.id === id) ?? []);
  const dated = [claim, ...restated].find((other) => spanOf(other));
  const span = dated && spanOf(dated);
  const region = regionsOfWording(wording, null).conventional;
  if (!dated || !span || !region) return null;
  const agrees = lengthsInDays(span).some((days) => {
    const said = days / unit;
    return (region.low === null || said >= region.low - 1e-9) && (region.high === null || said < region.high);
  });
  return { claim, wording: wording as Duration['wording'], span, dated, agrees };
}
