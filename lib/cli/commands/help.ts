import { type Command, command } from '../options/command';
import { commandNamed } from '../options/command-named';
import { helpPage, overview } from '../options/help-page';

/** `help [COMMAND]`: every command, or one with its options. */
export function help(commands: readonly Command[]) {
  return command({
    name: 'help',
    takes: '[COMMAND]',
    words: commands.map(({ name }) => name),
    most: 1,
    says: 'this page, or that of a command',
    example: 'help run',
    options: {},
    act: ({ names: [name] }, session) => {
      session.print(name === undefined ? overview(commands) : helpPage(commandNamed(name, commands)));
      return Promise.resolve(0);
    },
  });
}
