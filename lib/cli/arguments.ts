import { parseArgs } from 'node:util';
import { AnalysisError } from '../contract/errors';
import type { Category } from '../contract/categories';
import { CATEGORIES } from '../contract/categories';
import { DRAWN, type Drawn } from '../contract/drawn';
import { DESIGNS, type Design } from '../worlds/designs';
import { WORLD_FORMATS, worldFormat, type WorldFormat } from '../worlds/world-format';

/** A command line, read and checked. */
export interface Arguments {
  command: string;
  /** CASE, FILE… or NAME, by command. */
  names: string[];
  data: string[];
  drawn: Drawn | null;
  proof: string | null;
  truth: string | null;
  population: number | null;
  /** Seconds for the whole command. */
  timeLimit: number | null;
  world: string | null;
  people: number | null;
  quick: boolean;
  second: boolean;
  /** Log documents a person, on average. */
  logs: number | null;
  seed: string | null;
  design: Design | null;
  formats: WorldFormat[];
  shard: { index: number; of: number } | null;
  out: string | null;
  label: string | null;
  /** Claim to review. */
  claim: string | null;
  /** Who reviews. */
  reviewer: string | null;
  /** Where a review is kept instead of the cache. */
  review: string | null;
  fields: { path: string; category: Category }[];
  keep: boolean;
  all: boolean;
  json: boolean;
  exact: boolean;
}

/**
 * Reads a command line.
 *
 * @throws USAGE with the rule that was broken
 */
export function readArguments(argv: string[]): Arguments {
  const { rest, data } = takeData(argv);
  const { values, positionals } = parsed(rest);
  const [command = 'help', ...names] = positionals;
  return {
    command: values.help ? 'help' : command,
    names,
    data,
    drawn: oneOf('--drawn', values.drawn, DRAWN),
    proof: values.proof ?? null,
    truth: values.truth ?? null,
    population: whole('--population', values.population),
    timeLimit: whole('--time-limit', values['time-limit']),
    world: values.world ?? null,
    people: whole('--people', values.people),
    quick: values.quick ?? false,
    second: values.second ?? false,
    logs: whole('--logs', values.logs),
    seed: values.seed ?? null,
    design: oneOf('--design', values.design, DESIGNS),
    formats: (values.format ?? 'ndjson').split(',').map(formatOf),
    shard: values.shard === undefined ? null : shardOf(values.shard),
    out: values.out ?? null,
    label: values.label ?? null,
    claim: values.claim ?? null,
    reviewer: values.reviewer ?? null,
    review: values.review ?? null,
    fields: (values.field ?? []).map(fieldOf),
    keep: values.keep ?? false,
    all: values.all ?? false,
    json: values.json ?? false,
    exact: values.exact ?? false,
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        drawn: { type: 'string' },
        proof: { type: 'string' },
        truth: { type: 'string' },
        population: { type: 'string' },
        'time-limit': { type: 'string' },
        world: { type: 'string' },
        people: { type: 'string' },
        quick: { type: 'boolean' },
        second: { type: 'boolean' },
        logs: { type: 'string' },
        seed: { type: 'string' },
        design: { type: 'string' },
        format: { type: 'string' },
        shard: { type: 'string' },
        out: { type: 'string' },
        label: { type: 'string' },
        claim: { type: 'string' },
        reviewer: { type: 'string' },
        review: { type: 'string' },
        field: { type: 'string', multiple: true },
        keep: { type: 'boolean' },
        all: { type: 'boolean' },
        json: { type: 'boolean' },
        exact: { type: 'boolean' },
      },
    });
  } catch (error) {
    const [sentence = 'The options cannot be read'] = (error as Error).message.split('.');
    throw new AnalysisError('USAGE', { rule: sentence });
  }
}

/** `--data FILE…`: everything up to the next option. */
function takeData(argv: string[]): { rest: string[]; data: string[] } {
  const rest: string[] = [];
  const data: string[] = [];
  let into = rest;
  for (const arg of argv) {
    if (arg === '--data') into = data;
    else if (arg.startsWith('--data=')) data.push(arg.slice('--data='.length));
    else {
      if (arg.startsWith('-')) into = rest;
      into.push(arg);
    }
  }
  if (argv.includes('--data') && data.length === 0)
    throw new AnalysisError('USAGE', { rule: '--data needs a file' });
  return { rest, data };
}

function whole(option: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = Number(text.replaceAll('_', ''));
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new AnalysisError('USAGE', { rule: `${option} needs a whole number above 0` });
}

function oneOf<Name extends string>(
  option: string,
  text: string | undefined,
  names: readonly Name[],
): Name | null {
  if (text === undefined) return null;
  const name = names.find((known) => known === text);
  if (name !== undefined) return name;
  throw new AnalysisError('USAGE', { rule: `${option} needs one of ${names.join(', ')}` });
}

function formatOf(text: string): WorldFormat {
  const format = worldFormat(text);
  if (format) return format;
  const rule = `--format needs a list of ${WORLD_FORMATS.join(', ')}, each but parquet also with .gz`;
  throw new AnalysisError('USAGE', { rule });
}

/** `I/N`: part I, from 1, of N. */
function shardOf(text: string): { index: number; of: number } {
  const [, index = 0, of = 0] = (/^(\d{1,9})\/(\d{1,9})$/.exec(text) ?? []).map(Number);
  if (index >= 1 && index <= of) return { index, of };
  throw new AnalysisError('USAGE', { rule: '--shard needs I/N, part I of N' });
}

function fieldOf(text: string): { path: string; category: Category } {
  const at = text.lastIndexOf('=');
  const category = CATEGORIES.find((known) => known === text.slice(at + 1));
  if (at < 1 || category === undefined) {
    throw new AnalysisError('USAGE', {
      rule: '--field needs PATH=CATEGORY with a category of the data dictionary',
    });
  }
  return { path: text.slice(0, at), category };
}
