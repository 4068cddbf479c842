import { type Command, command } from '../options/command';
import { completionScript, SHELLS } from '../options/completion-script';
import { wrong } from '../options/read-command-line';

/** `completion SHELL`: the script by which a shell completes commands and options. */
export function completion(commands: readonly Command[]) {
  return command({
    name: 'completion',
    takes: SHELLS.join('|'),
    words: SHELLS,
    most: 1,
    says: 'a script that completes commands and options, where `breachscope` is on the path',
    example: 'completion bash',
    options: {},
    act: ({ names: [name] }, session) => {
      const shell = SHELLS.find((known) => known === name);
      if (shell === undefined) throw wrong(`completion needs one of ${SHELLS.join(', ')}`);
      session.print(completionScript(shell, commands));
      return Promise.resolve(0);
    },
  });
}
