import type { Category } from '../../contract/categories';
import type { Truth } from '../../contract/truth';
import type { WorldParameters } from '../parameters/world-parameters';
import { definitionsOf, filled, mailbox, type Row } from './reference-rows';

/** Keys that link accounts: mailboxes and hardware addresses. */
function keysOf(rows: Row[], given: WorldParameters): Map<string, Set<string>> {
  const [first] = Object.keys(given.kinds);
  const users = new Map<string, Set<string>>();
  for (const { kind, user, values } of rows) {
    for (const [path, value] of values) {
      const [category] = definitionsOf(kind, path, given);
      const isThing = category === 'mac-address' && given.kinds[kind]?.catalogue !== undefined;
      const isMailbox = category === 'email' && kind === first;
      if (!filled(value) || !(isThing || isMailbox)) continue;
      const key = isMailbox ? mailbox : (text: string) => text;
      users.set(key(value), (users.get(key(value)) ?? new Set()).add(user));
    }
  }
  return users;
}

/** Groups of accounts that are linked by mailbox or hardware address, an account alone among them. */
export function components(rows: Row[], given: WorldParameters): number {
  const parent = new Map(rows.map(({ user }) => [user, user]));
  const root = (user: string): string =>
    parent.get(user) === user ? user : root(parent.get(user) as string);
  for (const users of keysOf(rows, given).values()) {
    const [first, ...rest] = [...users];
    for (const user of rest) parent.set(root(user), root(first as string));
  }
  return [...parent].filter(([user, above]) => user === above).length;
}

/** Whether the documents show what links two accounts. */
export function bearsOut(
  { accounts, by }: NonNullable<Truth['known']>['links'][0],
  rows: Row[],
  given: WorldParameters,
): boolean {
  const first = Object.keys(given.kinds).slice(0, 1);
  const withThings = Object.keys(given.kinds).filter((kind) => given.kinds[kind]?.catalogue);
  const of = (user: string, kinds: string[], category: Category) =>
    rows
      .filter((row) => kinds.includes(row.kind) && row.user === user)
      .flatMap(({ kind, values }) =>
        values
          .filter(([path]) => definitionsOf(kind, path, given)[0] === category)
          .map(([, value]) => value ?? ''),
      );
  const common = (kinds: string[], category: Category, form: (text: string) => string) => {
    const [one = [], other = []] = accounts.map((user) => of(user, kinds, category).map(form));
    return one.some((text) => other.includes(text));
  };
  if (by === 'device') return common(withThings, 'mac-address', (text) => text);
  return common(first, 'email', by === 'address' ? (text) => text.trim().toLowerCase() : mailbox);
}
