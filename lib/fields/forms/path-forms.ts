import { Leaked } from '../../contract/leaked';
import type { Category } from '../../contract/categories';
import type { StorePath } from '../../contract/manifest';
import type { Store } from '../../contract/store';
import type { ClosedForm, Taxonomy } from '../../contract/taxonomy';
import { quoteText } from '../../engine/quote';
import { noValueTest } from '../no-values/no-value-test';
import { holdsAll, sampleValues } from '../sample-values';
import { formOf } from './form-of';
import { plainlyNamed } from './plainly-named';

/** Different texts outside the forms of the sample that are looked at one by one. */
const MOST_OTHERS = 256;

/**
 * The forms that the values of each path have: of every value, not of a sample. Where the sample of a path holds all its texts it
 * tells; where it has a text without any closed form already, nothing more can be learnt; else one pass of the engine looks for a
 * value of another form than those of the sample. A path that is plainly named for what its form may be admits no more than that.
 *
 * @returns no forms where every value is masked or a placeholder; paths without values are missing
 */
export async function pathForms(store: Store, taxonomy: Taxonomy): Promise<Map<StorePath, Set<ClosedForm>>> {
  const { closedForms, noValues } = taxonomy;
  const samples = await sampleValues(store);
  const isNone = noValueTest(noValues, null).sortOf;
  const formsOf = (texts: readonly Leaked[]) =>
    texts
      .map((text) => Leaked.unseal(text).trim())
      .filter((text) => isNone(text) === null)
      .map((text) => formOf(text, closedForms));
  const open = closedForms.slice(-2);
  const found = new Map<StorePath, Set<ClosedForm>>();
  for (const entry of store.manifest.paths.filter(({ filled, column }) => filled > 0 && column !== null)) {
    const sample = samples.get(entry) ?? [];
    const forms = new Set(formsOf(sample));
    found.set(entry, forms);
    if (holdsAll(entry, sample) || open.some((form) => forms.has(form))) continue;
    const others = await otherTexts(store, entry, forms);
    for (const form of formsOf(others)) forms.add(form);
    if (others.length > MOST_OTHERS) for (const form of closedForms.slice(-1)) forms.add(form);
  }
  const asNamed = ([entry, forms]: [StorePath, Set<ClosedForm>]): [StorePath, Set<ClosedForm>] => {
    const named = plainlyNamed(entry.path, taxonomy);
    return [entry, new Set(Array.from(forms, (form) => narrowed(form, named)))];
  };
  return new Map([...found].map(asNamed));
}

/** A form at a path that is plainly named for some categories. */
function narrowed(form: ClosedForm, named: ReadonlySet<Category>): ClosedForm {
  const fits = [...form.named].some((category) => named.has(category));
  return fits ? { ...form, admits: form.named } : form;
}

/** Different texts of a path that have none of some forms, up to one more than are looked at. */
async function otherTexts(
  store: Store,
  { table, column, fold }: StorePath,
  forms: ReadonlySet<ClosedForm>,
): Promise<Leaked[]> {
  const text = (fold & 2) === 0 ? `${column}` : `trim(${column})`;
  const fits = [...forms].map(({ pattern }) => `regexp_full_match(${text}, ${quoteText(pattern)})`);
  const rows = await store.engine.texts(
    `select distinct ${text} from ${store.source(table)}
     where ${text} <> '' ${fits.map((each) => `and not ${each}`).join(' ')} limit ${MOST_OTHERS + 1}`,
  );
  return rows.flatMap(([other]) => other ?? []);
}
