import { CATEGORY_ROWS, type Category } from '../../contract/categories';
import type { Field } from '../../contract/field';
import { Leaked } from '../../contract/leaked';
import type { StorePath } from '../../contract/manifest';
import type { Store } from '../../contract/store';
import type { NoValueRule } from '../../contract/taxonomy';
import { oneNumber } from '../../engine/one-number';
import { categoriesOf } from '../categories-of';
import { holdsAll, type Samples } from '../sample-values';
import { pathName } from '../path-name';
import { type NoValueTest, noValueTest } from './no-value-test';
import { keepNoValues, type NoValues } from './no-values-at';

/** People among whom one value for all is no coincidence. */
const ENOUGH_PEOPLE = 10;

/** What tells people apart in the documents of one kind. */
const KEYS: readonly Category[] = ['account-id', 'email', 'phone', 'username', 'person-name'];

/**
 * Finds the filled values that are nobody's at every path that was recognised, exactly: over the sample where it holds all
 * texts of the path, else in one pass of the engine. Whoever asks whether a value is filled (`filledSql`) then knows.
 */
export async function findNoValues(
  store: Store,
  fields: readonly Field[],
  { rules, samples }: { rules: readonly NoValueRule[]; samples: Samples },
): Promise<void> {
  const apart = rules.flatMap((rule) => (rule.sort === 'constant' ? [rule.form] : []));
  for (const { entry } of fields) keepNoValues(entry, null);
  const named = fields.filter(
    ({ entry, category }) => entry.column !== null && entry.filled > 0 && category !== 'unknown',
  );
  const tests = new Map(named.map((field) => [field, noValueTest(rules, categoriesOf(field))]));
  const whole = named.filter(({ entry }) => !holdsAll(entry, samples.get(entry) ?? []));
  const suspects = await suspected(store, whole, tests);
  const passed = new Set(whole);
  for (const [field, test] of tests) {
    const { entry } = field;
    const texts = suspects.get(entry) ?? (passed.has(field) ? [] : (samples.get(entry) ?? []));
    const found = await among(store, entry, { texts, test });
    const own = categoriesOf(field).some((each) =>
      [each, CATEGORY_ROWS.get(each)?.group ?? ''].some((name) => apart.includes(name)),
    );
    const constant = own && (await isConstant(store, entry, { found, fields }));
    if (found.table !== null || constant) keepNoValues(entry, { ...found, constant });
  }
}

/** Texts that may be no values, by path: most paths have none. */
async function suspected(
  store: Store,
  fields: readonly Field[],
  tests: ReadonlyMap<Field, NoValueTest>,
): Promise<Map<StorePath, Leaked[]>> {
  // Numbers, dates and ids of a database hide nothing.
  const own = fields.filter(({ entry }) => (entry.types.string ?? 0) > 0);
  const found = new Map<StorePath, Leaked[]>();
  for (const field of own) {
    const { entry } = field;
    const test = tests.get(field);
    const from = `select ${entry.column} as text from ${store.source(entry.table)} where`;
    const texts = await store.engine.texts(
      `${from} ${test?.listed(entry)} union ${from} ${test?.shaped(entry)}`,
    );
    if (texts.length > 0)
      found.set(
        entry,
        texts.flatMap(([text]) => text ?? []),
      );
  }
  return found;
}

type Found = Omit<NoValues, 'constant'>;

const NONE: Found = { masked: 0, placeholders: 0, table: null };

async function among(
  store: Store,
  entry: StorePath,
  { texts, test }: { texts: readonly Leaked[]; test: NoValueTest },
): Promise<Found> {
  const sorts = texts.map((text) => test.sortOf(Leaked.unseal(text)));
  const count = (sort: string) => sorts.filter((each) => each === sort).length;
  if (sorts.every((sort) => sort === null)) return NONE;
  const table = `no_values_${pathName(entry)}`;
  const rows = texts.filter((_, i) => sorts[i] !== null).map((text) => Leaked.unseal(text));
  const forms = new Set(rows.flatMap((text) => [text, folded(text)]));
  await store.engine.fill(
    table,
    ['text'],
    [...forms].map((text) => [text]),
  );
  return { masked: count('masked'), placeholders: count('placeholder'), table };
}

/** Whether what is left is one value for many people, told by the key that stands beside it; without a key nobody can tell. */
async function isConstant(
  store: Store,
  entry: StorePath,
  { found, fields }: { found: Found; fields: readonly Field[] },
): Promise<boolean> {
  if (entry.distinct - found.masked - found.placeholders !== 1) return false;
  const keys = fields.filter(
    (each) => each.entry.table === entry.table && each.entry !== entry && KEYS.includes(each.category),
  );
  const [key] = keys.sort((a, b) => b.entry.distinct - a.entry.distinct);
  if (!key || key.entry.distinct < ENOUGH_PEOPLE) return false;
  const left = found.table === null ? '' : `and ${entry.column} not in (select text from ${found.table})`;
  const people = await oneNumber(
    store.engine,
    `select count(distinct ${key.entry.column}) from ${store.source(entry.table)}
     where trim(${entry.column}) <> '' ${left}`,
  );
  return people >= ENOUGH_PEOPLE;
}

/** As keys are compared: `N/A` and `n/a` are one. */
function folded(text: string): string {
  return text.trim().toLowerCase();
}
