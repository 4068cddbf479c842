import type { Results } from '../../contract/results';
import { isSynthetic } from '../../figures/is-synthetic';
import { inputNotes } from '../../words/results/input-notes';
import { kindTitle } from '../../words/results/kind-title';
import { drawnWords } from '../../words/results/drawn-words';
import { drawnNote, READ_QUESTION, READ_ROWS } from '../../words/results/answer-words';
import type { Count } from '../../contract/results';
import { Answer } from '../notebook/answer';

/** Documents of one kind, or what is no document of any. */
export interface ReadRow {
  what: string;
  /** Documents, or lines, files and members that are none. */
  count: Count;
  /** It was read: together these are all documents. */
  read: boolean;
}

/**
 * What was read: documents of each kind, and what is no document and why.
 *
 * @param beside what must be known of how the leak was opened
 */
export function readAnswer(results: Results, beside: readonly string[]): Answer<ReadRow> {
  const [input] = results.inputs;
  const kinds = results.kinds.map((kind) => ({
    what: kindTitle(kind, results.fields),
    count: kind.documents,
    read: true,
  }));
  const others = input
    ? READ_ROWS.map(([key, what]) => ({ what, count: input[key], read: false })).filter(
        ({ count }) => count > 0,
      )
    : [];
  return new Answer({
    title: READ_QUESTION,
    rows: [...kinds, ...others],
    columns: [
      ['what', 'what'],
      ['count', 'how many'],
      ['read', 'read'],
    ],
    notes: [
      ...beside,
      ...results.drawn.map((row) => drawnNote(drawnWords(row))),
      ...(input ? inputNotes(input) : []),
    ],
    synthetic: isSynthetic(results),
  });
}
