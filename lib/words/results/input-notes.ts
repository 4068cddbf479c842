import { errorEntry } from '../../contract/errors';
import type { ResultInput } from '../../contract/results';
import { formatNumber } from '../numbers/format-number';
import { unreadNotes } from './unread-notes';

const STATUS: Record<ResultInput['status'], string | null> = {
  complete: null,
  partial: 'Only a part of it could be read.',
  refused: 'It was not read.',
  crashed: 'Reading it was given up.',
};

/**
 * What must be known of an input beside how many documents were read, in plain sentences: whether anything is missing, what
 * was passed over, why documents were rejected and how often, and what was noticed; of an input that was not read, what can
 * be done. Empty where nothing was.
 */
export function inputNotes(input: ResultInput): string[] {
  const { status, code, skipped, unread, deleted, actionLines, rejectCounts, warnings } = input;
  const counted = (words: string, count: number) => (count > 0 ? [`${words}: ${formatNumber(count)}.`] : []);
  return [
    ...(STATUS[status] === null ? [] : [STATUS[status]]),
    ...(code === null || code in rejectCounts ? [] : [warningSentence(code)]),
    ...(status === 'refused' || status === 'crashed' ? [] : unreadNotes(unread)),
    ...counted('Passed over, because they are no documents', skipped - unread.files),
    ...counted('Deletions, which are not counted as documents', deleted),
    ...counted('Lines that only say what to do with the document after them', actionLines),
    ...Object.entries(rejectCounts).map(
      ([code, count]) => `${formatNumber(count)} not read: ${warningSentence(code)}`,
    ),
    ...[...new Set(warnings)].map(warningSentence),
    ...(status === 'refused'
      ? todosOf([...(code === null ? [] : [code]), ...Object.keys(rejectCounts)])
      : []),
  ];
}

/** What to do about codes, once each; where there is nothing to do, nothing. */
function todosOf(codes: string[]): string[] {
  const all = codes.map((code) => errorEntry(code)?.todo ?? '');
  return [...new Set(all)].filter((todo) => todo !== '' && !todo.startsWith('Nothing to do')).map(filled);
}

/** The registry's sentence of a code, or of `CODE: rule`; what it says of one file is not repeated here. */
function warningSentence(warning: string): string {
  const [code = '', rule] = warning.split(/: (.*)/s);
  return filled((errorEntry(code)?.sentence ?? code).replace('{rule}', rule ?? 'it has another form'));
}

/** Of a member of an archive the command is not kept. */
const TO_BE_TOLD = 'Unpack it and name the file by itself: the command that converts it is then told.';

function filled(text: string): string {
  return text
    .replace('{argument}', 'A file of it')
    .replace('{format}', 'in another format')
    .replace('{encoding}', 'another encoding')
    .replace(/Convert it [^`]*`\{command\}`/, TO_BE_TOLD)
    .replace(/\{\w+\}/g, '…');
}
