import type { NameRule } from '../contract/taxonomy';
import type { NameIndex } from './name-index';
import { pathKeys } from './path-keys';

/** A rule that a name meets, before anybody looked at what stands beside the path. */
export interface NameMatch {
  rule: NameRule;
  /** 0 to 1. */
  weight: number;
}

/** A phrase with other words before it is a little less sure than the whole name. */
const SUFFIX = 0.97;
/** A phrase that takes a word of the parent is a little less sure than one of the leaf alone. */
const WITH_PARENT = 0.95;

/**
 * What a path's name says. The leaf decides; where it says nothing by itself, it is read together with its parent
 * (`device.name`). The longest phrase wins, since `mac address` is no address.
 */
export function nameEvidence(path: string, index: NameIndex): NameMatch[] {
  return keyEvidence(pathKeys(path), index);
}

/** The same of a name and the names above it, from the outermost in. */
export function keyEvidence(keys: readonly string[], index: NameIndex): NameMatch[] {
  const { flags, ignored } = index.taxonomy.words;
  const leaf = [...index.words(keys.at(-1) ?? '')];
  while (leaf.length > 1 && ignored.includes(leaf.at(-1) ?? '')) leaf.pop();
  if (leaf.length === 0 || (leaf.length > 1 && flags.includes(leaf[0] ?? ''))) return [];
  const parent = index.words(keys.at(-2) ?? '');
  const joined = lookUp([...parent.slice(0, -1), ...singular(parent.at(-1)), ...leaf], index, leaf.length);
  return joined.length > 0
    ? joined.map((match) => ({ ...match, weight: match.weight * WITH_PARENT }))
    : lookUp(leaf, index, 0);
}

/** Rules of the longest phrase at the end of the words that is longer than `over` words. */
function lookUp(name: string[], index: NameIndex, over: number): NameMatch[] {
  for (const last of new Set([...name.slice(-1), ...singular(name.at(-1))])) {
    const read = [...name.slice(0, -1), last];
    for (let start = 0; start < read.length - over; start++) {
      const rest = read.slice(start);
      const whole = start === 0 || over > 0 ? index.exact.get(rest.join('')) : undefined;
      if (whole) return whole.map((rule) => ({ rule, weight: rule.weight }));
      const end = index.suffix.get(rest.join(' '));
      if (end) return end.map((rule) => ({ rule, weight: rule.weight * SUFFIX }));
    }
  }
  return [];
}

function singular(word: string | undefined): string[] {
  if (word === undefined) return [];
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? [word.slice(0, -1)] : [word];
}
