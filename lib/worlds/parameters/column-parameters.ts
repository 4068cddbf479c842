import type { Category } from '../../contract/categories';
import type { Weighted } from './weighted';

/** What is measured of a body. */
export const BODY_MEASURES = [
  ...(['age', 'gender', 'height', 'weight', 'bmi', 'body-fat', 'body-water', 'muscle-mass'] as const),
  ...(['basal-metabolic-rate', 'bone-density', 'bone-mass', 'protein-intake', 'protein-share'] as const),
] as const;

/** One of them. */
export type BodyMeasure = (typeof BODY_MEASURES)[number];

/** Shares of documents in which a column holds nothing: an empty text, null (`missing`), or a text that breaks careless readers. */
export interface GapParameters {
  blank?: number;
  missing?: number;
  odd?: number;
  draw?: string;
  /** Roles and pairs who always have a value. */
  never?: string[];
}

/** Who has a column at all: a role or trait, or a share of the people from a share of their numbers on. */
export type OnlyParameters = string | { from: number; share: number; draw?: string };

interface Held {
  category?: Category;
  /** Two or more, where the meaning is disputed; the first is the category. */
  definitions?: Category[];
  gaps?: GapParameters;
  only?: OnlyParameters;
}

/** An instant in epoch milliseconds: `since` and `until` are columns of the same kind, or `KIND.COLUMN` of the first. */
export interface TimeParameters {
  make: 'time';
  /** `growth`: ever more from the opening on · `even` · `early`: rather soon · `recent`: mostly just before the newest · `weekly`. */
  law: 'growth' | 'even' | 'early' | 'recent' | 'weekly';
  since?: string;
  until?: string;
  /** At most so many days before the newest. */
  days?: number;
  draw?: string;
}

/** One of several values, by weight, or evenly of a plain list; numbers stay numbers unless a share is told as text. */
export interface ChoiceParameters {
  make: 'choice';
  of: (Weighted & { sets?: string[] })[] | string[];
  draw?: string;
  asText?: { share: number; draw?: string };
}

/** The column's value, by value maker. */
export type ValueParameters =
  | { make: 'person-id' }
  | { make: 'email'; of?: 'contacts'; letters?: string; padding?: string; form?: string }
  | { make: 'person-name'; draw?: string; odd?: string }
  | { make: 'constant'; value: string | number | boolean }
  /** Text with `{N}` for N hex digits, 16 at most. */
  | { make: 'code'; pattern: string; draw?: string }
  | { make: 'uuid'; draw?: string }
  | { make: 'token'; draw?: string; perTurn?: boolean; tail?: boolean }
  | { make: 'number'; from: number; to: number; decimals?: number; draw?: string }
  /** A word of a list, some with a number behind it. */
  | {
      make: 'words';
      of: string[];
      draw?: string;
      numbered?: { share: number; most: number; draw?: string };
    }
  | { make: 'model' }
  | { make: 'hardware-version' }
  | { make: 'firmware'; at: string; draw?: string }
  | { make: 'hardware-address'; of?: string; special?: boolean; prefix?: string; draw?: string }
  | {
      make: 'ssid';
      prefix: string;
      words: string[];
      draw?: string;
      second?: { share: number; draw?: string };
    }
  | { make: 'private-ip'; networks: (Weighted & { name: string })[]; draw?: string }
  | { make: 'body'; measure: BodyMeasure }
  | TimeParameters
  | ChoiceParameters;

/** A column: what it holds, when it holds nothing, and how its value is made. */
export type ColumnParameters = Held & ValueParameters;
