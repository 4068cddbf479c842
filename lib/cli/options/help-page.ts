import { KIT } from '../../contract/kit';
import { type Command, written } from './command';

const WIDTH = 100;

/** What `breachscope help` prints: every command in a line or two. */
export function overview(commands: readonly Command[]): string {
  const rows = commands.map(({ name, takes, says }): [string, string] => [`${name} ${takes}`.trim(), says]);
  return (
    'breachscope: what a leaked server exposed, and what its records say about two parties’ claims\n\n' +
    `${table(rows)}\n` +
    `Options and an example of each: ${KIT} COMMAND --help. Also: --version, and -h for --help.\n` +
    'FILE may be - for what comes through a pipe.\n'
  );
}

/** What `breachscope COMMAND --help` prints. */
export function helpPage({ name, takes, says, options, example }: Command): string {
  const rows = Object.entries(options).map(
    ([option, { takes: value, says: does, words }]): [string, string] => [
      `${written(option)} ${value ?? ''}`.trim(),
      words.length > 0 ? `${does}: ${words.join(', ')}` : does,
    ],
  );
  return (
    `breachscope ${`${name} ${takes}`.trim()}\n\n${wrapped(capital(says), WIDTH).join('\n')}.\n\n` +
    `${table([...rows, ['-h, --help', 'this page']])}\nExample: ${KIT} ${example}\n`
  );
}

/** Two columns, the second wrapped. */
function table(rows: [string, string][]): string {
  const first = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows
    .map(([left, right]) => {
      const lines = wrapped(right, WIDTH - first - 2);
      return `  ${left.padEnd(first)}${lines.join(`\n${' '.repeat(first + 2)}`)}\n`;
    })
    .join('');
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
