import type { Region } from '../../contract/case';
import type { Reading } from '../../contract/results';
import { READINGS } from '../wording/regions-of-wording';
import type { RegionTest } from '../../evidence/verdict/test-region';
import type { RanTest, Reason } from './run-tests';

/** The reason that stands for a test: that of the usual reading, else of the first that has a region. */
export function reasonOf(test: RanTest): Reason {
  return test.reasons[readingOf(test)];
}

/** The region that stands for a test. */
export function regionOf(test: RanTest): Region | null {
  return test.regions[readingOf(test)];
}

/** What evidence made of that region; null where there was nothing to test. */
export function testOf(test: RanTest): RegionTest | null {
  return test.tests[readingOf(test)];
}

function readingOf({ regions }: RanTest): Reading {
  return regions.conventional
    ? 'conventional'
    : (READINGS.find((reading) => regions[reading]) ?? 'conventional');
}
