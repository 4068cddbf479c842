import { CATEGORY_ROWS, type Category } from '../../contract/categories';
import type { StorePath } from '../../contract/manifest';
import type { NoValueRule } from '../../contract/taxonomy';
import { quoteText } from '../../engine/quote';

/** Longer texts are true ones, whatever they look like. In characters. */
const LONGEST = 64;

/** Of the inventory: the column, and what is known of its texts. */
type TextColumn = Pick<StorePath, 'column' | 'fold'>;

/** Tells masked values and placeholders from true ones. */
export interface NoValueTest {
  /** Why a trimmed text is no value; null where it is one. */
  sortOf: (text: string) => 'masked' | 'placeholder' | null;
  /**
   * SQL conditions one of which all such texts meet and few others. The engine looks up
   * a list at once where it is the whole condition of a statement, and one by one where it is a part of it.
   */
  listed: (entry: TextColumn) => string;
  shaped: (entry: TextColumn) => string;
}

/**
 * The one test for texts that fill a field and are nobody's value: `********`, `REDACTED`, `n/a`. One value for everybody is told by
 * `findNoValues`, as no single text shows it.
 *
 * @param categories that the field may have; null: not known, and what may be a true value of any category is one
 */
export function noValueTest(
  rules: readonly NoValueRule[],
  categories: readonly Category[] | null,
): NoValueTest {
  const groups = categories && [
    ...new Set(categories.flatMap((each) => [each, CATEGORY_ROWS.get(each)?.group ?? ''])),
  ];
  const own = made.get(rules) ?? new Map<string, NoValueTest>();
  made.set(rules, own);
  const key = groups?.join(' ') ?? 'any';
  const test = own.get(key) ?? testOf(rules, groups);
  own.set(key, test);
  return test;
}

const made = new WeakMap<readonly NoValueRule[], Map<string, NoValueTest>>();

function testOf(rules: readonly NoValueRule[], groups: string[] | null): NoValueTest {
  const own = rules.filter(({ except }) =>
    groups ? !groups.some((group) => except.includes(group)) : except.length === 0,
  );
  const of = (sort: 'masked' | 'placeholder', test: 'text' | 'pattern') =>
    own.filter((rule) => rule.sort === sort && rule.test === test).map(({ form }) => form);
  const sorts = (['masked', 'placeholder'] as const).map((sort) => {
    const pattern = of(sort, 'pattern')
      .map((form) => `(?:${form})`)
      .join('|');
    return {
      sort,
      texts: of(sort, 'text'),
      pattern,
      whole: new RegExp(`^(?:${pattern || '[^\\s\\S]'})$`, 'iu'),
    };
  });
  const listed = new Map(
    sorts.flatMap(({ sort, texts }) => texts.flatMap(spellings).map((text) => [text, sort])),
  );
  return {
    sortOf(text) {
      const short = text.trim();
      if (short.length > LONGEST) return null;
      return listed.get(short) ?? sorts.find(({ whole }) => whole.test(short))?.sort ?? null;
    },
    listed: ({ column }) => `${column} in (${[...listed.keys()].map(quoteText).join(', ')})`,
    shaped({ column, fold }) {
      const signs = (fold & 4) === 0 ? SIGNS.slice(0, 1) : SIGNS;
      const blanks = (fold & 2) === 0 ? [] : [`${column} < '!'`, `suffix(${column}, ' ')`];
      return `(${[
        ...BEGINNINGS.map(([from, to]) => `(${column} >= '${from}' and ${column} < '${to}')`),
        ...signs.map((sign) => `contains(${column}, '${sign}${sign}')`),
        ...blanks,
      ].join(' or ')})`;
    },
  };
}

/** What hides single characters, the one of ASCII first. */
const SIGNS = ['*', '•', '●', '∙'];

/** How texts begin that some pattern fits, from and up to. Signs further in stand twice. */
const BEGINNINGS = [
  ['"', '+'],
  ['--', '-.'],
  ['..', './'],
  ['00', '01'],
  ['<', '='],
  ['??', '?@'],
  ['X', 'a'],
  ['x', '~'],
] as const;

/** How a word is written: `none`, `NONE`, `None`. */
function spellings(text: string): string[] {
  return [...new Set([text, text.toUpperCase(), text.charAt(0).toUpperCase() + text.slice(1)])];
}
