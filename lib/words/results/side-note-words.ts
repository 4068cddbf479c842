import type { Drawn } from '../../contract/drawn';
import { DRAWN_WORDS } from '../names/draw-names';

/** What became of a file beside the documents of an input that says what the input is. */
export type SideNote =
  /** The input is a synthetic world, and its draw has a proof beside it or not. */
  | { is: 'world'; world: string; case: string; proof: boolean }
  /** A proof that nobody named, and how the input was drawn by it. */
  | { is: 'proof'; kind: Drawn }
  /** A truth file of other documents; a proof beside it is of those others too. */
  | { is: 'misfit' }
  /** The truth file beside the files that were named speaks of more files than these. */
  | { is: 'part' }
  /** A file of that name in another form: another program's. */
  | { is: 'foreign'; file: 'truth.json' | 'proof.json' };

/** One line on what became of a truth or a proof that lies beside documents. */
export function sideNoteWords(note: SideNote): string {
  switch (note.is) {
    case 'world': {
      const what = `By truth.json beside it, this is the made-up world “${note.world}” of the case ${note.case}`;
      return note.proof
        ? `${what}; proof.json says how it was drawn. Both are used and count as no documents.`
        : `${what}. It is used and counts as no document.`;
    }
    case 'proof':
      return `By proof.json beside it, how this was drawn: ${DRAWN_WORDS[note.kind]}. It is checked and counts as no document.`;
    case 'misfit':
      return 'The truth.json beside it belongs to other documents: it is not used, and read as one more file.';
    case 'part':
      return 'The truth.json beside it speaks of more files than these and is not used. Name the folder to use it.';
    case 'foreign':
      return `The ${note.file} beside it is another program’s: it is read as one more file.`;
  }
}
