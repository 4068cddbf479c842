import { parseArgs } from 'node:util';
import { AnalysisError, printable } from '../../contract/errors';
import { type Command, type Given, type Options, written } from './command';
import { nearestWord } from '../../words/text/nearest-word';
import type { Option } from './option';

/**
 * Reads what was given to a command by its own table of options.
 *
 * @param args what stands behind the command
 * @param all every command, to say whose an option is
 * @throws USAGE with the rule that was broken
 */
export function readCommandLine<Own extends Options>(
  command: Command<Own>,
  args: string[],
  all: readonly Command[],
): Given<Own> {
  const { names, texts } = sorted(command, args, all);
  if (names.length > command.most) {
    const takes = command.takes === '' ? 'no words besides its options' : command.takes;
    throw wrong(`${command.name} takes ${takes}, and was given ${names.length} words`);
  }
  for (const [name, { with: needed, without }] of Object.entries(command.options)) {
    if (!texts.has(name)) continue;
    if (needed !== undefined && !texts.has(needed))
      throw wrong(`${written(name)} does nothing without ${written(needed)}`);
    if (without !== undefined && texts.has(without))
      throw wrong(`${written(name)} does nothing beside ${written(without)}`);
  }
  const values = Object.entries(command.options).map(([name, option]) => [
    name,
    option.read(texts.get(name) ?? [], written(name)),
  ]);
  return { ...(Object.fromEntries(values) as Given<Own>), names };
}

/** The words of a command line, by the option that each belongs to. */
function sorted(command: Command, args: string[], all: readonly Command[]) {
  const byName = new Map(Object.keys(command.options).map((name) => [written(name), name]));
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { takes }]) => [
      written(name).slice(2),
      { type: takes === null ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  const { tokens } = parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true });
  const names: string[] = [];
  const texts = new Map<string, string[]>();
  let into = names;
  for (const token of tokens) {
    if (token.kind === 'positional') into.push(token.value);
    else into = names;
    if (token.kind !== 'option') continue;
    const name = byName.get(token.rawName);
    const option = name === undefined ? undefined : command.options[name];
    if (name === undefined || option === undefined) throw unknownOption(command, token.rawName, all);
    checkForm(option, token);
    const own = texts.get(name) ?? [];
    if (own.length > 0 && option.many === 'once') throw wrong(`${token.rawName} is given twice`);
    texts.set(name, [...own, token.value ?? '']);
    if (option.many === 'list' && !token.inlineValue) into = texts.get(name) ?? names;
  }
  return { names, texts };
}

/** What was written for an option: without a value where it takes none, with one where it takes one. */
function checkForm(
  { takes, many }: Option,
  {
    rawName,
    value,
    inlineValue,
  }: { rawName: string; value?: string | undefined; inlineValue?: boolean | undefined },
): void {
  if (takes === null && value !== undefined) throw wrong(`${rawName} takes no value`);
  const isNext = value === undefined || (!inlineValue && /^-./.test(value));
  if (takes === null || (value !== '' && !isNext)) return;
  throw wrong(`${rawName} needs ${many === 'list' ? 'a file' : takes}`);
}

function unknownOption({ name, options }: Command, said: string, all: readonly Command[]): AnalysisError {
  const owners = all.filter((other) => Object.keys(other.options).map(written).includes(said));
  const nearest = nearestWord(said, Object.keys(options).map(written));
  const hint =
    owners.length > 0
      ? `; it is one of ${owners.map((owner) => owner.name).join(', ')}`
      : nearest === null
        ? ''
        : `; the nearest is ${nearest}`;
  return wrong(`${name} has no option ${printable(said)}${hint}`);
}

/** Wrong use of the command line. */
export function wrong(rule: string): AnalysisError {
  return new AnalysisError('USAGE', { rule });
}
