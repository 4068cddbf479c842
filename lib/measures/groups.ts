import type { Category } from '../contract/categories';

/** Groups of categories that `with-any` counts. Age, gender and date of birth are personal, not health data. */
export const GROUPS: Readonly<Record<string, readonly Category[]>> = {
  health: [
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
  ],
  credentials: ['password', 'password-hash', 'api-token', 'third-party-token', 'session-id', 'secret-key'],
};
