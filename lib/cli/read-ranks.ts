import { readFileSync } from 'node:fs';
import { AnalysisError } from '../contract/errors';
import { RANK_SPACE, ranker } from '../contract/rank';

/**
 * Ranks of those who were drawn, a line each; somebody named twice counts once.
 *
 * @param seed lines are keys, ranked by it; null: they are ranks
 * @throws RANKS_UNREADABLE
 */
export function readRanks(files: readonly string[], seed: string | null): number[] {
  const rank = seed === null ? Number : ranker(seed);
  const ranks = new Set<number>();
  for (const file of files)
    for (const line of linesOf(file)) {
      const own = rank(line);
      if (seed === null && !(/^\d+$/.test(line) && own < RANK_SPACE))
        throw new AnalysisError('RANKS_UNREADABLE', { argument: file, rule: 'a line is no rank' });
      ranks.add(own);
    }
  return [...ranks];
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8')
      .split(/\r?\n/)
      .filter((line) => line !== '');
  } catch {
    throw new AnalysisError('RANKS_UNREADABLE', { argument: file, rule: 'there is no such file' });
  }
}
