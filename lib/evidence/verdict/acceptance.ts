import type { Region } from '../../contract/case';
import type { Evidence } from '../../contract/evidence';
import type { HardBounds } from '../limits/hard-bounds';
import type { RegionPValues } from './region-p-values';

/** A claim's region laid over one body of evidence: what each possible finding would say of it. */
export interface Acceptance {
  /** Largest number that could have been found; null where nothing bounds it. */
  most: number | null;
  /** The region allows nobody at all: no sample supports it, everything examined does. */
  none: boolean;
  /** The region asks for at least one, and no more than that: no sample refutes it. */
  some: boolean;
  open: { above: boolean; below: boolean };
  /** Limits that hold however the input was drawn, for `low` certain and `count` found. */
  hard(low: number, count: number): HardBounds;
  inside(bounds: HardBounds): boolean;
  outside(bounds: HardBounds): boolean;
  /** The lower limit alone lies below the region. */
  tooLow(low: number): boolean;
  /** null where the evidence is no random draw of the measure's unit. */
  chances: ((low: number, count: number) => RegionPValues) | null;
  /** Chances of what was found, where they rest on more than its count. */
  observed?: (low: number, count: number) => RegionPValues;
}

/** What a region is tested on. */
export interface AcceptanceInput {
  region: Region;
  /** Denominator's count for a share; null for a count. */
  outOf: number | null;
  /** With population and examined null where they are counted in another unit than the measure. */
  evidence: Evidence;
  /** Of a share: units that may belong to the denominator beside those counted. */
  fresh: number;
}
