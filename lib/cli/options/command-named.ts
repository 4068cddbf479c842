import { printable } from '../../contract/errors';
import type { Command } from './command';
import { nearestWord } from '../../words/text/nearest-word';
import { wrong } from './read-command-line';

/** A command by its name. @throws USAGE with the nearest there is */
export function commandNamed(name: string, commands: readonly Command[]): Command {
  const command = commands.find((each) => each.name === name);
  if (command) return command;
  const nearest = nearestWord(
    name,
    commands.map((each) => each.name),
  );
  throw wrong(
    `There is no command ${printable(name)}${nearest === null ? '' : `; the nearest is ${nearest}`}`,
  );
}
