import type { Category } from '../contract/categories';

/** Categories that can stand for a person, in the order in which they are preferred. */
export const KEY_CATEGORIES = ['account-id', 'email', 'phone'] as const satisfies Category[];

/** Last keys that name nothing but the document that they stand in. */
export const BARE = /^_?(?:id|oid|uuid|guid)$/i;

/** What tells people apart by itself: where each row has its own, the row is about one person. */
export const OWN_EACH: readonly Category[] = [
  'email',
  'username',
  'national-id',
  'tax-id',
  'passport',
  'phone',
];

/** Documents about a person each have their own key; in logs and lists of devices keys come again. */
export const ONE_EACH = 0.9;
