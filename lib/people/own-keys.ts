import type { StorePath } from '../contract/manifest';
import type { Store } from '../contract/store';
import type { CandidateKey } from './candidate-keys';
import { noValuesAt } from '../fields/no-values/no-values-at';
import { filledSql } from './filled-sql';
import { foldsMade } from './folded-emails';

/** What tells people apart in one table of one kind: the firmest path of each sort first. */
export interface OwnKeys {
  kind: string;
  /** The table in which the keys stand. */
  table: string;
  account: StorePath | null;
  /** What its accounts have before them, where another table's people have numbers of their own; else empty. */
  mark: string;
  email: StorePath | null;
  phone: StorePath | null;
  /** The kind's further addresses and numbers, wherever they stand; none where there are so many that they are a list. */
  further: { category: 'email' | 'phone'; entry: StorePath }[];
}

/** SQL of whom the rows of a table belong to. */
export interface OwnerSql {
  /** Expression of the owner's key with a letter for its sort before it, null where the row has none. */
  owner: string;
  /** Whether every row has one: then it need not be asked, and not be made of rows that are not wanted. */
  always: boolean;
  /** Columns of the table that the expression reads. */
  columns: string[];
  /** Joins that it needs; the table is called `own_rows`. */
  joins: string;
}

/**
 * The own keys of each kind that has any: those that stand in the table of the firmest one.
 *
 * @param marks what accounts have before them, by kind
 */
export function ownKeysOf(
  keys: readonly CandidateKey[],
  marks: ReadonlyMap<string, string> = new Map(),
): OwnKeys[] {
  const order = ['account-id', 'email', 'phone'] as const;
  const entries = keys.flatMap(({ category, carriers }) =>
    carriers.map(({ entry }) => ({ category, entry })),
  );
  entries.sort((a, b) => order.indexOf(a.category) - order.indexOf(b.category));
  const kinds = [...new Set(entries.map(({ entry }) => entry.kind))].sort();
  return kinds.map((kind) => {
    const own = entries.filter(({ entry }) => entry.kind === kind);
    const table = (own.find(({ entry }) => entry.table === kind) ?? own[0])?.entry.table ?? kind;
    const at = (category: (typeof order)[number]) =>
      own.find((each) => each.category === category && each.entry.table === table)?.entry ?? null;
    const [account, email, phone] = [at('account-id'), at('email'), at('phone')];
    const further = own.flatMap(({ category, entry }) =>
      category === 'account-id' || [email, phone].includes(entry) ? [] : [{ category, entry }],
    );
    const mark = marks.get(kind) ?? '';
    return {
      kind,
      table,
      account,
      mark,
      email,
      phone,
      further: further.length > MOST_FURTHER ? [] : further,
    };
  });
}

/** More addresses and numbers than these besides the first in one row are no one person's. */
const MOST_FURTHER = 8;

/** Whether every row of the table names an account. */
export function alwaysAccount(store: Store, { table, account }: OwnKeys): boolean {
  const rows = store.manifest.tables.find((each) => each.name === table)?.rows;
  return account !== null && account.filledValues === rows && noValuesAt(account) === null;
}

/** The owner of a row: its account, without one its first e-mail address (level 3), without any its first phone number. */
export function ownerSql(store: Store, own: OwnKeys): OwnerSql {
  const { account, email, phone } = own;
  const column = (entry: StorePath) => `own_rows.${entry.column}`;
  if (account && alwaysAccount(store, own))
    return {
      owner: `'a${own.mark}' || ${column(account)}`,
      always: true,
      columns: [`${account.column}`],
      joins: '',
    };
  const beside = (sort: 'email' | 'phone') =>
    own.further.flatMap(({ category, entry }) =>
      category === sort && entry.table === own.table ? [entry] : [],
    );
  const emails = [...(email ? [email] : []), ...beside('email')].map((entry, i) => {
    const folds = foldsMade(store, entry, 3);
    const name = `own_folds${i}`;
    return {
      entry,
      spelled: folds ? `coalesce(${name}.folded, ${column(entry)})` : column(entry),
      join: folds ? `left join ${folds.table} as ${name} on ${name}.raw = ${column(entry)}` : '',
    };
  });
  const phones = [...(phone ? [phone] : []), ...beside('phone')];
  const cases = [
    ...(account
      ? [`when ${filledSql(account, column(account))} then 'a${own.mark}' || ${column(account)}`]
      : []),
    ...emails.map(({ entry, spelled }) => `when ${filledSql(entry, column(entry))} then 'e' || ${spelled}`),
    ...phones.map((entry) => `when ${filledSql(entry, column(entry))} then 'p' || ${column(entry)}`),
  ];
  const read = [...(account ? [account] : []), ...emails.map(({ entry }) => entry), ...phones];
  return {
    owner: `case ${cases.join(' ')} end`,
    always: false,
    columns: read.map((entry) => `${entry.column}`),
    joins: emails.map(({ join }) => join).join(' '),
  };
}
