/** Stands in everything that is made from a synthetic input, figures included. */
export const SYNTHETIC_STAMP = 'Synthetic data: says nothing about the real incident';

/** A text with the stamp behind it where the input was made up. */
export function stamped(text: string, synthetic: boolean): string {
  return synthetic ? `${text} ${SYNTHETIC_STAMP}.` : text;
}
