import type { Category } from '../../contract/categories';
import { CATEGORIES } from '../../contract/categories';
import { DRAWN } from '../../contract/drawn';
import type { Given } from './command';
import { flag, list, oneOf, type Option, text, whole } from './option';
import { wrong } from './read-command-line';

/** An input of one's own. */
export const DATA = list(
  'FILE…',
  'your own input: JSON of any form, CSV, lists of logins, Parquet, SQL dumps; plain, gz, zst, zip, tar; files, folders or - for a pipe',
);

/** `--time-limit`, which every command takes. */
export const TIME_LIMIT = {
  timeLimit: whole('SECONDS', 'for the whole command'),
};

/** Who answers the looks at a synthetic world in place of a person. */
export const ANSWERS =
  'the world’s truth.json answers the looks that a person would have to give; results say so';

/** Which categories the user gives to paths. */
export const FIELD: Option<{ path: string; category: Category }[]> = {
  takes: 'PATH=CATEGORY',
  says: 'what a path of the input holds (docs/data-dictionary.md has the categories); may be said several times',
  words: [],
  many: 'again',
  read: (texts) => texts.map(fieldOf),
};

/** What the user says belongs together. */
export const JOIN: Option<string[]> = {
  takes: 'A=B',
  says: 'the values of path A are keys of path B’s table (orders.buyer=customers.id); may be said several times',
  words: [],
  many: 'again',
  read: (texts) => {
    if (texts.some((written) => !/.=./.test(written)))
      throw wrong('--join needs A=B, two paths of the input: orders.buyer=customers.id');
    return texts;
  },
};

function fieldOf(written: string): { path: string; category: Category } {
  const at = written.lastIndexOf('=');
  const category = CATEGORIES.find((known) => known === written.slice(at + 1));
  if (at < 1 || category === undefined)
    throw wrong('--field needs PATH=CATEGORY with a category of the data dictionary');
  return { path: written.slice(0, at), category };
}

/**
 * Options of commands that take an input through the house.
 *
 * @param beside `data` where the command also does something without an input
 */
export function inputOptions(beside: { with?: string } = {}) {
  return {
    drawn: oneOf('KIND', DRAWN, 'how the input came to be', beside),
    proof: text('FILE', 'what proves it (proof.json)', beside),
    population: whole('N', 'size of the population, where it is known', beside),
    truth: text('FILE', 'the input is a synthetic world, and this its truth.json', beside),
    field: { ...FIELD, ...beside },
    join: { ...JOIN, ...beside },
    label: text('NAME', 'what the input is called, instead of input 1', beside),
    review: text('FILE', 'answers of reviewers, instead of those in the cache', beside),
    answers: oneOf('WHO', ['truth'], ANSWERS, beside),
    keep: flag('keeps the working copy longer than seven days', beside),
    out: text('DIR', 'writes results, tables and brief there'),
    json: flag('one document on standard output, and nothing else'),
    exact: flag('the private document, for your own eyes', { with: 'json' }),
    ...TIME_LIMIT,
  };
}

/** What was given to such a command. */
export type InputGiven = Given<ReturnType<typeof inputOptions>>;
