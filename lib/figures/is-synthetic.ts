import type { Results } from '../contract/results';

/** Whether any input was made up, or carries the marks of made-up data: then everything made from records is stamped. */
export function isSynthetic(results: Pick<Results, 'inputs'>): boolean {
  return results.inputs.some(
    (input) => input.synthetic !== null || input.warnings.includes('LOOKS_SYNTHETIC'),
  );
}
