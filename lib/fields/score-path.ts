import type { Category } from '../contract/categories';
import { categoryPlural } from '../words/names/category-names';
import type { NameMatch } from './name-evidence';
import type { ValueEvidence, ValueFit } from './value-evidence';

/** What name and values together say of one path. */
export interface PathScore {
  category: Category;
  confidence: number;
  why: string[];
  alternatives: { category: Category; confidence: number }[];
}

/** Below this nothing is said: a wrong personal label is worse than none. */
const THRESHOLD = 0.5;
const FITS = 0.8;
const HALF = 0.5;

/**
 * Lets name and values vote. A name that the values bear out is nearly sure; a name that they speak against counts for
 * little; values alone count only where their shape leaves no doubt.
 *
 * @param mute values of this path never speak alone (a version of four parts is no IP address)
 */
export function scorePath(names: NameMatch[], values: ValueEvidence, mute: boolean): PathScore {
  const byName = new Map<Category, number>();
  for (const { rule, weight } of names) {
    byName.set(rule.category, Math.max(byName.get(rule.category) ?? 0, weight));
  }
  const candidates = new Set([...byName.keys(), ...(mute ? [] : values.alone)]);
  const scores = [...candidates]
    .map((category) => {
      const fit = values.fit(category);
      const score = Math.max(withName(byName.get(category) ?? 0, fit), mute ? 0 : (fit?.alone ?? 0));
      return { category, confidence: Math.round(score * 100) / 100 };
    })
    .sort((a, b) => b.confidence - a.confidence || (a.category < b.category ? -1 : 1));
  const [best, ...others] = scores;
  const alternatives = others.filter((other) => other.confidence >= 0.3).slice(0, 3);
  const named = [...byName].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  if (!best || best.confidence < THRESHOLD) {
    const confidence = Math.round((1 - (best?.confidence ?? 0.05)) * 100) / 100;
    return {
      category: 'unknown',
      confidence,
      why: silence(named, values),
      alternatives: best ? [best] : [],
    };
  }
  return { ...best, why: reasons(best.category, named, values), alternatives };
}

/** 0 to 1: a name of this weight together with the fit of the values. */
function withName(weight: number, fit: ValueFit | null): number {
  if (weight === 0) return 0;
  if (fit === null) return weight * 0.75;
  if (fit.share >= FITS) return 1 - (1 - weight) * (1 - fit.support);
  if (fit.share >= HALF) return weight * 0.85;
  return fit.required ? weight * 0.25 + fit.share * 0.3 : weight * 0.9;
}

function reasons(category: Category, named: Category | null, values: ValueEvidence): string[] {
  const fit = values.fit(category);
  if (named !== null && named !== category && !sameShape(named, values)) {
    return [
      `the name says ${categoryPlural(named)}, the values say ${fit?.says ?? categoryPlural(category)}`,
    ];
  }
  const byName = named === null ? 'the name says nothing' : `the name says ${categoryPlural(category)}`;
  if (values.tested === 0 || fit === null) return [byName, 'there was no filled value to look at'];
  return [byName, `${howMany(fit.share)} of the values looked at are like ${fit.says}`];
}

/** Where the name has two meanings, the values that fit both contradict neither. */
function sameShape(named: Category, values: ValueEvidence): boolean {
  return (values.fit(named)?.share ?? 1) >= FITS;
}

function silence(named: Category | null, values: ValueEvidence): string[] {
  if (named === null) return ['neither the name nor the values say what this is'];
  const title = categoryPlural(named);
  const fit = values.fit(named);
  if (fit === null) return [`the name may say ${title}, which is not enough without values`];
  return [
    `the name may say ${title}, but ${howMany(fit.share)} of the values looked at are like ${fit.says}`,
  ];
}

/** In words: a number would tell how rare a rare field is. */
function howMany(share: number): string {
  if (share === 1) return 'all';
  if (share >= 0.9) return 'nearly all';
  if (share >= 0.5) return 'most';
  return share >= 0.1 ? 'some' : 'hardly any';
}
