import { isShare } from '../../contract/measure-id';
import type { NumberKind } from './said-number';

/** What a claim's number says where it is laid beside a measure. */
export function numberKindOf(measure: string): NumberKind {
  return isShare(measure) ? 'share' : 'count';
}
