import type { ResultUnread } from '../../contract/results';
import { categoryPlural } from '../names/category-names';
import { formatNumber } from '../numbers/format-number';
import { listWords } from '../text/list-words';

/** What was not read, in a sentence or two; nothing where all was. */
export function unreadNotes({ documents, files, named }: ResultUnread): string[] {
  const aside = files === 1 ? '1 file was left aside' : `${formatNumber(files)} files were left aside`;
  return [
    ...(files > 0 ? [`${aside} and may hold documents.`] : []),
    ...(documents === null
      ? ['How many documents were lost is not known.']
      : documents === 0
        ? []
        : [
            `${formatNumber(documents)} ${documents === 1 ? 'document' : 'documents'} could not be read${namedWords(named)}.`,
          ]),
  ];
}

/** Without a case nobody asked for names. */
function namedWords(named: ResultUnread['named']): string {
  if (named === null) return '; which fields were in them is not known';
  if (named.length === 0) return '';
  return `; field names for ${listWords(named.map(categoryPlural))} stand in what is left`;
}
