import { type MeasureFamily, parseMeasureId } from '../../contract/measure-id';
import { categoryNoun, groupNoun } from './category-names';

/** What people counted by a measure have, as a noun phrase; null where it counts something else than people by what they have. */
export function holdingNoun(measure: string): string | null {
  const id = parseMeasureId(measure);
  if (id?.family === 'people.owners') return 'a device';
  if (id?.family === 'people.with-any' || id?.family === 'share.with-any') return groupNoun(id.parameter);
  return id?.family === 'people.with' || id?.family === 'people.with-certain' || id?.family === 'share.with'
    ? categoryNoun(id.parameter)
    : null;
}

const EMAILS = 'different e-mail addresses';
const THINGS: Partial<Record<MeasureFamily, string>> = {
  documents: 'documents',
  'people.emails-others': `${EMAILS} of people somebody shared with`,
  'people.emails-mentioned': `${EMAILS} that texts mention`,
  'people.share-only': `${EMAILS} that belong only to people somebody shared with`,
  'people.emails-l0': EMAILS,
  'people.emails-l1': EMAILS,
  'people.emails-l2': EMAILS,
  'people.emails-l3': EMAILS,
  'people.emails-any': EMAILS,
  'people.accounts': 'different accounts',
  'people.user-names': 'different user names',
  'people.emails-named': EMAILS,
  'people.phones': 'different phone numbers',
  devices: 'different devices',
};

/** The things that a measure counts, as they stand behind their number. */
export function thingsOf(measure: string): string {
  const id = parseMeasureId(measure);
  if (id?.family === 'documents.kind') return `documents of the kind "${id.parameter}"`;
  if (id?.family === 'tokens.with') return `different tokens, each ${categoryNoun(id.parameter)}`;
  return (id && THINGS[id.family]) ?? 'of these';
}

/** The units that a measure counts, in few words. */
export function unitsOf(measure: string): string {
  return thingsOf(measure)
    .replace(/^different /, '')
    .replace(/ (that belong only|of people somebody).*$/, '')
    .replace(/, each .*$/, '');
}
