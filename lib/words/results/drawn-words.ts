import type { ResultDrawn } from '../../contract/results';
import type { Word } from '../../contract/unknowns';
import { ON_WORD } from '../names/on-word';
import { DRAWN_WORDS } from '../names/draw-names';
import { formatNumber } from '../numbers/format-number';

const POPULATION: Record<Word, string> = {
  ...ON_WORD,
  counted: 'counted in this file',
  proof: 'a number that the proof was given and cannot check',
};

/** How one input came to be, out of how many, and on whose word each of these rests: without its first capital. */
export function drawnWords(
  row: Pick<ResultDrawn, 'kind' | 'population' | 'proof' | 'whole' | 'seal' | 'words'>,
): string {
  const { kind, population, words } = row;
  const word = words.population === null ? '' : ` (${POPULATION[words.population]})`;
  const of = population === null ? '' : `, out of ${formatNumber(population)}${word}`;
  return `${DRAWN_WORDS[kind]}${of}. ${shownWords(row)}`;
}

/** What shows it, and what nothing shows. */
function shownWords({ kind, proof, whole, seal, words }: Parameters<typeof drawnWords>[0]): string {
  if (proof === 'none') {
    if (kind === 'unknown') return 'Nothing says how, so it speaks only for itself.';
    const whose = words.drawn === 'proof' ? 'the proof, which cannot show it' : 'whoever ran this';
    return `That rests on the word of ${whose}.`;
  }
  if (kind === 'census') return 'The proof agrees; its total rests on the word of whoever asked the server.';
  const parts = whole ? '' : ' Some of its documents may be missing, and what was not found may lie in them.';
  const whose = seal?.people ? sealWords(seal) : LEFT_OUT;
  return `The proof agrees; ${whose}${parts}`;
}

const LEFT_OUT = 'that nobody was left out by hand rests on the word of whoever picked.';

/** What a seal shows, and what it does not. */
function sealWords({ at, sha256 }: NonNullable<ResultDrawn['seal']>): string {
  return (
    `its seal ${sha256.slice(0, 12)} of ${at.slice(0, 10)} names these people and these claims. ` +
    'Published before the file was opened, it shows that nobody was left out for what was found; ' +
    'when it was published, and how people were picked before, it cannot show.'
  );
}
