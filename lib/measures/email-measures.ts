import type { Counted } from '../contract/evidence';
import type { Field } from '../contract/field';
import type { Store } from '../contract/store';
import { noValuesAt } from '../fields/no-values/no-values-at';
import { foldedEmails, foldsMade } from '../people/folded-emails';
import { countFolded } from './count-keys';
import { countOf } from './count-of';
import { distinctOnlyIn, distinctTexts, type TextSource } from './distinct-texts';
import { categoriesOf } from '../fields/categories-of';

/**
 * E-mail addresses at level L2 of anybody, of people whom a record names as somebody else, and those that occur only so; and,
 * counted apart, those that texts mention. Empty without e-mails.
 */
export async function emailMeasures(store: Store, fields: Field[]): Promise<Counted[]> {
  const { own, others, mentioned } = await emailSources(store, fields);
  const inTexts =
    mentioned.length === 0
      ? []
      : [countOf({ family: 'people.emails-mentioned' }, await distinctIn(store, mentioned))];
  if (own.length + others.length === 0) return inTexts;
  const shared = await distinctOnlyIn(store, others, own);
  const any = (await distinctIn(store, own)) + shared;
  return [
    countOf({ family: 'people.emails-any' }, any),
    countOf({ family: 'people.emails-others' }, await distinctIn(store, others)),
    countOf({ family: 'people.share-only' }, shared),
    ...inTexts,
  ];
}

/** Paths of e-mail addresses, folded to level L2: those of the records' own people, of other people, and of whom texts mention. */
export async function emailSources(
  store: Store,
  fields: Field[],
): Promise<{ own: TextSource[]; others: TextSource[]; mentioned: TextSource[] }> {
  const emails = fields.filter(
    (field) => categoriesOf(field).includes('email') && field.entry.column !== null,
  );
  const [own, others, mentioned]: [TextSource[], TextSource[], TextSource[]] = [[], [], []];
  for (const { entry, whose } of emails) {
    const source = { entry, folds: await foldedEmails(store, entry, 2) };
    ({ own, other: others, mentioned })[whose].push(source);
  }
  return { own, others, mentioned };
}

/** Different addresses of some paths: one path is worked out from the inventory and what normalising changes. */
function distinctIn(store: Store, sources: TextSource[]): Promise<number> {
  const [only, second] = sources;
  if (only && second === undefined && noValuesAt(only.entry) === null)
    return countFolded(store, only.entry, foldsMade(store, only.entry, 2));
  return distinctTexts(store, sources);
}
