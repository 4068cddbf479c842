/** Both tails of a discrete distribution at k, each with k itself: P(X ≤ k) and P(X ≥ k). */
export interface Tails {
  atMost: number;
  atLeast: number;
  /** P(X = k). */
  term: number;
}

/**
 * Both tails from the terms of a distribution with one mode. The tail that lies away from the mode is summed term by
 * term, so it keeps its relative precision however small it is; the other one is at least about a half and may be taken
 * as the complement.
 *
 * @param point the value k, its probability and the mode
 * @param ratio P(X = i + step) / P(X = i), 0 where the support ends
 */
export function tailSum(
  point: { k: number; probability: number; mode: number },
  ratio: (i: number, step: 1 | -1) => number,
): Tails {
  const step = point.k <= point.mode ? -1 : 1;
  let term = point.probability;
  let tail = term;
  for (let i = point.k; term > 0; i += step) {
    term *= ratio(i, step);
    const next = tail + term;
    if (next === tail) break;
    tail = next;
  }
  tail = Math.min(1, tail);
  const rest = Math.min(1, Math.max(0, 1 - (tail - point.probability)));
  return {
    ...(step < 0 ? { atMost: tail, atLeast: rest } : { atMost: rest, atLeast: tail }),
    term: point.probability,
  };
}
