import { type Command, type Options, written } from './command';
import type { Option } from './option';

/** Shells that words can be completed in. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** A script that completes commands, options and their words in a shell; paths are left to the shell itself. */
export function completionScript(shell: (typeof SHELLS)[number], commands: readonly Command[]): string {
  return { bash, zsh, fish }[shell](commands);
}

function bash(commands: readonly Command[]): string {
  const names = commands.map(({ name }) => name);
  const own = commands.flatMap(({ name, options, words = [] }) => [
    `    */${name}/-*) words='${[...Object.keys(options).map(written), '--help'].join(' ')}' ;;`,
    ...(words.length > 0 ? [`    2/${name}/*) words='${words.join(' ')}' ;;`] : []),
  ]);
  const valued = new Map(
    commands
      .flatMap(({ options }) => optionsOf(options))
      .flatMap(({ name, words }) => (words.length > 0 ? [[name, words.join(' ')]] : [])),
  );
  return `# breachscope completion bash >> ~/.bashrc
_breachscope() {
  local word=\${COMP_WORDS[COMP_CWORD]} words=
  case $COMP_CWORD/\${COMP_WORDS[1]}/$word in
    1/*) words='${names.join(' ')} --help --version' ;;
${own.join('\n')}
  esac
  case \${COMP_WORDS[COMP_CWORD-1]} in
${[...valued].map(([name, words]) => `    ${name}) words='${words}' ;;`).join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _breachscope breachscope
`;
}

function zsh(commands: readonly Command[]): string {
  const own = commands.map(({ name, options, words }) => {
    const specs = optionsOf(options).map((option) => `'${zshSpec(option)}'`);
    const rest = `'*:${words ? `word:(${words.join(' ')})` : 'file:_files'}'`;
    return `    ${name}) _arguments ${[...specs, "'--help[this page]'", rest].join(' \\\n      ')} ;;`;
  });
  return `#compdef breachscope
# breachscope completion zsh > _breachscope, in a folder of $fpath
local -a commands=(
${commands.map(({ name, says }) => `  '${name}:${says}'`).join('\n')}
)
if (( CURRENT == 2 )); then
  _describe command commands
else
  shift words
  (( CURRENT-- ))
  case $words[1] in
${own.join('\n')}
  esac
fi
`;
}

function zshSpec({ name, takes, says, words, isPath, many }: NamedOption): string {
  const value = words.length > 0 ? `(${words.join(' ')})` : isPath ? '_files' : '';
  return `${many === 'once' ? '' : '*'}${name}[${says}]${takes === null ? '' : `:${takes}:${value}`}`;
}

function fish(commands: readonly Command[]): string {
  const lines = commands.flatMap(({ name, says, options, words = [] }) => {
    const own = `complete -c breachscope -n '__fish_seen_subcommand_from ${name}'`;
    return [
      `complete -c breachscope -n __fish_use_subcommand -f -a ${name} -d '${says}'`,
      ...(words.length > 0 ? [`${own} -f -a '${words.join(' ')}'`] : []),
      ...optionsOf(options).map(
        (option) => `${own} -l ${option.name.slice(2)}${fishValue(option)} -d '${option.says}'`,
      ),
    ];
  });
  return `# breachscope completion fish > ~/.config/fish/completions/breachscope.fish
${lines.join('\n')}
complete -c breachscope -s h -l help -d 'this page'
`;
}

function fishValue({ takes, words, isPath }: NamedOption): string {
  if (takes === null) return '';
  return words.length > 0 ? ` -x -a '${words.join(' ')}'` : isPath ? ' -r -F' : ' -x';
}

interface NamedOption extends Option {
  /** As it is written. */
  name: string;
  isPath: boolean;
}

/** The options of a command; quotes and brackets that a shell would take for its own are not in what they say. */
function optionsOf(options: Options): NamedOption[] {
  return Object.entries(options).map(([name, option]) => ({
    ...option,
    name: written(name),
    isPath: /^(FILE|DIR)/.test(option.takes ?? ''),
  }));
}
