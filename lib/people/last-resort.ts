import type { Field } from '../contract/field';
import type { PeopleId } from '../contract/measure-id';
import { lastKey } from '../fields/path-keys';
import { distinctValues } from '../fields/no-values/no-values-at';

/** What people are counted by where records hold no account, address or phone number of their own people. */
export interface LastResort {
  id: PeopleId;
  fields: Field[];
}

/**
 * The keys of last resort: user names, which others may bear elsewhere and their bearers may change; else, where
 * records name a sender, the addresses of those whom they name. Without a sender a document is about somebody whom it does not
 * name, and so it is where a text mentions an address.
 *
 * @returns null where there are neither
 */
export function lastResort(fields: readonly Field[]): LastResort | null {
  const of = (category: Field['category'], whose: Field['whose']) =>
    fields.filter(
      (field) =>
        field.category === category &&
        field.whose === whose &&
        field.entry.column !== null &&
        distinctValues(field.entry) > 0,
    );
  const names = of('username', 'own');
  if (names.length > 0) return { id: 'people.user-names', fields: names };
  // One address for everybody, a list's, is somebody all the same where it stands beside others.
  const named = fields.filter(
    ({ category, whose, entry }) => category === 'email' && whose === 'other' && entry.distinct > 0,
  );
  return named.some(
    ({ entry }) => SENDERS.includes(lastKey(entry.path).toLowerCase()) && distinctValues(entry) > 0,
  )
    ? { id: 'people.emails-named', fields: named }
    : null;
}

/** Last keys of who wrote a document. */
const SENDERS = ['from', 'sender', 'author'];
