import type { Turns } from '../../contract/judgement';
import type { Count } from '../../contract/results';
import { manyWords } from '../numbers/number-words';

/** The least that would turn a verdict over, as a sentence without its full stop; null where nothing would. */
export function turnsWords({ fewer, more }: Turns): string | null {
  const either = [...(fewer ? [plantedWords(fewer)] : []), ...(more ? [missedWords(more.count)] : [])];
  return either.length === 0 ? null : `It would no longer hold if ${either.join(', or if ')}`;
}

function plantedWords({ count, all }: NonNullable<Turns['fewer']>): string {
  if (all && count !== 1) return `all ${manyWords(count)} of those found were planted or misread`;
  return count === 1
    ? 'one of those found was planted or misread'
    : `${manyWords(count)} of those found were planted or misread`;
}

function missedWords(count: Count): string {
  return count === 1
    ? 'there was one more that nobody saw'
    : `there were ${manyWords(count)} more that nobody saw`;
}
