import type { Category } from './categories';
import type { StorePath } from './manifest';

/** What one path of the inventory holds. */
export interface Field {
  entry: StorePath;
  category: Category;
  /** 0 to 1: share of right answers to expect at this score. */
  confidence: number;
  /** Reasons in our words; no value of the input. */
  why: string[];
  alternatives: { category: Category; confidence: number }[];
  /** Two or more where the meaning is disputed, else empty. */
  definitions: { category: Category; because: string }[];
  /** Not the record's own person: `other` is somebody whom it names in a field (shared with, a sender), `mentioned` somebody in a text. */
  whose: 'own' | 'other' | 'mentioned';
  hibp: string | null;
  veris: string | null;
  gdpr: 'none' | 'personal' | 'special';
}
