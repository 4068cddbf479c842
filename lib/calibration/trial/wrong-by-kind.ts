import type { TrialOutcome } from './trial-outcome';

/** Wrong verdicts by design, what was hostile, and what was claimed; the most frequent first. */
export function wrongByKind(outcomes: readonly TrialOutcome[]): [kind: string, number: number][] {
  const kinds = new Map<string, number>();
  for (const { design, hostile, kind, claims } of outcomes) {
    const { scattered, late, ...traps } = hostile;
    const layout = [scattered && 'scattered', late && 'late'].filter(Boolean);
    const done = Object.entries(traps).map(([name, how]) => (how === true ? name : `${name} ${String(how)}`));
    const world = [...done, ...layout].join(', ') || 'nothing hostile';
    for (const { sort, verdict, outcome } of claims) {
      if (outcome !== 'wrong') continue;
      const key = `${design}${kind === design ? '' : ` (taken as ${kind})`}: ${world}: ${sort} ${verdict}`;
      kinds.set(key, (kinds.get(key) ?? 0) + 1);
    }
  }
  return [...kinds].sort((a, b) => b[1] - a[1]);
}
