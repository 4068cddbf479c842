import type { Drawn } from './results';

/** How one input was drawn, after its proof was checked. Only `evidence/` makes one. */
export interface Evidence {
  kind: Drawn;
  asked: Drawn;
  /** Measure id of the drawn unit, such as `people.accounts`; null where nothing was drawn at random. */
  unit: string | null;
  /** Size of the population in the drawn unit. */
  population: number | null;
  /** Units examined: drawn and found in the input. */
  examined: number | null;
  proof: 'checked' | 'none';
  /** Codes and rules of a failed check, for `warnings`. */
  warnings: string[];
}

/** A quantity counted in the input, before anything is said of the population. */
export interface Counted {
  id: string;
  title: string;
  /** What is counted: `people`, `accounts`, `documents`, `devices`, `tokens`, `share`, `instant`, `days`. */
  unit: string;
  of: string | null;
  under: string | null;
  /** Exact count in the input; for a share the numerator's count. null where there is nothing to count. */
  count: number | null;
  /** For a share: the denominator's count in the input. */
  outOf: number | null;
  /** Measure id of the unit that is drawn when one of these is: `people.accounts`, `documents` … null: describes the input only. */
  drawnAs: string | null;
  /** The fewest and the most in the input, where the count itself is one of several that could be defended. */
  range?: [number, number];
  /** A code where the measure itself cannot be had. */
  refused?: string;
}

/** Two-sided or one-sided limits. Shares lie in [0, 1]; counts are whole people. */
export interface Interval {
  low: number;
  high: number;
  level: number;
  side: 'both' | 'lower' | 'upper';
  method: string;
}

/** Options of the interval functions. */
export interface IntervalOptions {
  /** Coverage, 0 to 1; defaults to 0.95. */
  level?: number;
  /** Units in the population. */
  population?: number;
  /** Defaults to both. A one-sided limit spends all of 1 − level on its side. */
  side?: 'both' | 'lower' | 'upper';
}
