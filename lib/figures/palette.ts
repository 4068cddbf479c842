import type { Verdict } from '../contract/results';

/** Colours after Okabe and Ito (2008), told apart by people who are colour-blind; dark enough on white and on black. */
export const PALETTE = {
  mark: '#0072B2',
  faint: '#8DB9D6',
  line: '#5F6B76',
  warn: '#B34700',
  claim: '#F0C08A',
} as const;

/** Colours that tell groups apart, of the same source, without its yellow, which is too pale on white. */
export const GROUP_COLORS: readonly string[] = [
  ...['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#56B4E9', '#E69F00'],
];

/** A pale cell per verdict; the word stands in it, so that colour is never alone. Black text on each: contrast over 9 to 1. */
export const VERDICT_FILL: Record<Verdict, string> = {
  supported: '#9AD1F5',
  refuted: '#F7B58B',
  undecided: '#F4E8A0',
  'not-testable': '#D9DEE3',
  'disputed-definition': '#DDB8D6',
};

/** Behind a badge that is no verdict. */
export const NO_FILL = '#FFFFFF';

/** Ink on the pale cells, in light and in dark pages. */
export const CELL_INK = '#111111';
