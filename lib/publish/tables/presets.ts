/** Which columns a part of the results shows, and how they are headed. */
export interface Preset {
  /** Keys that tell the part. */
  has: string[];
  columns: [key: string, title: string][];
}

/** Presets by part of `Results`; the first that fits is taken. */
export const PRESETS: Preset[] = [
  {
    has: ['inFile', 'method', 'refused'],
    columns: [
      ['title', 'what'],
      ['inFile', 'in this file'],
      ['value', 'best estimate'],
      ['low', 'at least'],
      ['high', 'at most'],
      ['refused', 'why no more'],
    ],
  },
  {
    has: ['definition', 'main', 'count'],
    columns: [
      ['definition', 'who counts as a person'],
      ['unit', 'unit'],
      ['count', 'in this file'],
      ['low', 'at least, in all'],
      ['high', 'at most, in all'],
    ],
  },
  {
    has: ['path', 'filled', 'category'],
    columns: [
      ['kind', 'kind'],
      ['path', 'path'],
      ['category', 'what it holds'],
      ['documents', 'documents'],
      ['filled', 'filled'],
      ['distinct', 'different values'],
    ],
  },
  {
    has: ['said', 'verdict', 'because'],
    columns: [
      ['party', 'who'],
      ['said', 'what was said'],
      ['verdict', 'verdict'],
      ['because', 'because'],
      ['wouldSettle', 'what would settle it'],
    ],
  },
  {
    has: ['subject', 'outcome', 'because'],
    columns: [
      ['subject', 'subject'],
      ['parties', 'between'],
      ['outcome', 'who is borne out'],
      ['because', 'because'],
    ],
  },
  {
    has: ['kind', 'asked', 'proof'],
    columns: [
      ['kind', 'how it was drawn'],
      ['population', 'population'],
      ['proof', 'proof'],
    ],
  },
  {
    has: ['label', 'commitment', 'documents'],
    columns: [
      ['label', 'input'],
      ['format', 'format'],
      ['compression', 'compression'],
      ['status', 'status'],
      ['documents', 'documents'],
      ['rejected', 'rejected'],
    ],
  },
];
