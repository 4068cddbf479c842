import type { Category } from '../contract/categories';
import { Leaked } from '../contract/leaked';
import type { Taxonomy, ValueRule, ValueShape } from '../contract/taxonomy';
import { noValueTest } from './no-values/no-value-test';
import { VALUE_CHECKS } from './value-checks';

/** How values fit one category. */
export interface ValueFit {
  /** Share of the tested values that fit any rule of the category. */
  share: number;
  /** Some rule of the category makes a value of another shape speak against it. */
  required: boolean;
  /** 0 to 1: the strongest rule that nearly all values fit by themselves, whatever the name. */
  alone: number;
  /** 0 to 1: what the best fitting rule adds to a name. */
  support: number;
  /** What the values are, by the best fitting rule. */
  says: string;
}

/** What a sample of one path's values says; nothing in it holds a value. */
export interface ValueEvidence {
  /** Different filled texts that were tested. */
  tested: number;
  fit(category: Category): ValueFit | null;
  /** Categories whose shape is enough without a name. */
  alone: Category[];
}

/** Different texts that settle a shape. */
const ENOUGH = 64;
const NEARLY_ALL = 0.9;

type Test = (text: string) => boolean;
const compiled = new WeakMap<ValueRule, Test>();

/** Tests a path's sampled values against every rule. */
export function valueEvidence(sample: readonly Leaked[], taxonomy: Taxonomy): ValueEvidence {
  const noValues = noValueTest(taxonomy.noValues, null);
  const texts = [...new Set(sample.map((value) => Leaked.unseal(value).trim()))]
    .filter((text) => text !== '' && noValues.sortOf(text) === null)
    .slice(0, ENOUGH);
  const { all, telling } = rulesOf(taxonomy);
  const fits = new Map<Category, ValueFit>();
  // Most categories are never asked for, and a file of ten thousand paths has this many times as many rules.
  const fit = (category: Category): ValueFit | null => {
    const own = all.get(category);
    if (!own || texts.length === 0) return null;
    const known = fits.get(category) ?? fitOf(texts, own);
    fits.set(category, known);
    return known;
  };
  const alone = texts.length === 0 ? [] : [...telling].filter(([, own]) => speaksAlone(texts, own));
  return { tested: texts.length, fit, alone: alone.map(([category]) => category) };
}

/** Whether nearly all texts fit one of the rules; a rule that too few can fit is given up at once. */
function speaksAlone(texts: string[], rules: ValueRule[]): boolean {
  return rules.some((rule) => {
    const test = testOf(rule);
    let left = texts.length;
    return texts.every((text) => test(text) || --left >= NEARLY_ALL * texts.length);
  });
}

function fitOf(texts: string[], rules: ValueRule[]): ValueFit {
  let any = texts.map(() => false);
  let best: { rule: ValueRule; hits: number } | null = null;
  let alone = 0;
  for (const rule of rules) {
    const hits = texts.map(testOf(rule));
    const count = hits.filter(Boolean).length;
    any = any.map((hit, i) => hit || hits[i] === true);
    if (best === null || count > best.hits) best = { rule, hits: count };
    if (count >= NEARLY_ALL * texts.length)
      alone = Math.max(alone, texts.length < 3 ? rule.alone * 0.7 : rule.alone);
  }
  return {
    share: texts.length === 0 ? 0 : any.filter(Boolean).length / texts.length,
    required: rules.some((rule) => rule.required),
    alone,
    support: best?.rule.support ?? 0,
    says: best?.rule.says ?? '',
  };
}

function testOf(rule: ValueRule): Test {
  const known = compiled.get(rule);
  if (known) return known;
  const tests = rule.shapes.map(shapeTest);
  const test: Test = (text) => tests.some((fits) => fits(text));
  compiled.set(rule, test);
  return test;
}

function shapeTest(shape: ValueShape): Test {
  if (shape.range) {
    const [low, high] = shape.range;
    return (text) =>
      /^[-+]?\d+([.,]\d+)?(e[-+]?\d+)?$/i.test(text) && within(Number(text.replace(',', '.')), low, high);
  }
  if (shape.check !== undefined) return VALUE_CHECKS[shape.check] ?? (() => false);
  const pattern = new RegExp(shape.pattern ?? '^$', `u${shape.flags ?? ''}`);
  return (text) => pattern.test(text);
}

function within(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}

type RulesByCategory = ReadonlyMap<Category, ValueRule[]>;

interface RuleGroups {
  all: RulesByCategory;
  /** Rules whose shape is enough without a name. */
  telling: RulesByCategory;
}

const grouped = new WeakMap<Taxonomy, RuleGroups>();

function rulesOf(taxonomy: Taxonomy): RuleGroups {
  const known = grouped.get(taxonomy);
  if (known) return known;
  const { values } = taxonomy;
  const groups = { all: byCategory(values), telling: byCategory(values.filter(({ alone }) => alone > 0)) };
  grouped.set(taxonomy, groups);
  return groups;
}

function byCategory(rules: readonly ValueRule[]): RulesByCategory {
  const groups = new Map<Category, ValueRule[]>();
  for (const rule of rules) groups.set(rule.category, [...(groups.get(rule.category) ?? []), rule]);
  return groups;
}
