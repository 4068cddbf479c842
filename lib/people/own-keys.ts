import type { StorePath } from '../contract/manifest';
import type { Store } from '../contract/store';
import type { CandidateKey } from './candidate-keys';
import { noValuesAt } from '../fields/no-values/no-values-at';
import { filledSql } from './filled-sql';
import { foldsMade } from './folded-emails';

/** What tells people apart in one table of one kind: at most one path of each sort, the firmest first. */
export interface OwnKeys {
  kind: string;
  /** The table in which the keys stand. */
  table: string;
  account: StorePath | null;
  email: StorePath | null;
  phone: StorePath | null;
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

/** The own keys of each kind that has any: those that stand in the table of the firmest one. */
export function ownKeysOf(keys: readonly CandidateKey[]): OwnKeys[] {
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
    return { kind, table, account: at('account-id'), email: at('email'), phone: at('phone') };
  });
}

/** Whether every row of the table names an account. */
export function alwaysAccount(store: Store, { table, account }: OwnKeys): boolean {
  const rows = store.manifest.tables.find((each) => each.name === table)?.rows;
  return account !== null && account.filledValues === rows && noValuesAt(account) === null;
}

/** The owner of a row: its account, without one its e-mail address (level 3), without both its phone number. */
export function ownerSql(store: Store, own: OwnKeys): OwnerSql {
  const { account, email, phone } = own;
  const column = (entry: StorePath) => `own_rows.${entry.column}`;
  if (account && alwaysAccount(store, own))
    return { owner: `'a' || ${column(account)}`, always: true, columns: [`${account.column}`], joins: '' };
  const folds = email && foldsMade(store, email, 3);
  const spelled = email && (folds ? `coalesce(own_folds.folded, ${column(email)})` : column(email));
  const cases = [
    account && `when ${filledSql(account, column(account))} then 'a' || ${column(account)}`,
    email && spelled && `when ${filledSql(email, column(email))} then 'e' || ${spelled}`,
    phone && `when ${filledSql(phone, column(phone))} then 'p' || ${column(phone)}`,
  ];
  return {
    owner: `case ${cases.filter(Boolean).join(' ')} end`,
    always: false,
    columns: [account, email, phone].flatMap((entry) => (entry ? [`${entry.column}`] : [])),
    joins: folds && email ? `left join ${folds.table} as own_folds on own_folds.raw = ${column(email)}` : '',
  };
}
