import type { Category } from '../contract/categories';

/** The group `health` of docs/contract.md, in the order in which a chart shows it. Gender, age and birth date are not in it. */
export const HEALTH_CATEGORIES: readonly Category[] = [
  ...([
    'height',
    'weight',
    'bmi',
    'body-fat',
    'body-water',
    'muscle-mass',
    'bone-mass',
    'bone-density',
  ] as const),
  ...(['protein-share', 'protein-intake', 'basal-metabolic-rate', 'heart-rate', 'blood-pressure'] as const),
  ...(['blood-type', 'diagnosis', 'medication'] as const),
];
