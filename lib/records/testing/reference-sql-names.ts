// Names of tables and columns in a dump.

/** What a statement creates: the words of each item of its list, a constraint or a column. */
export function createdTable(
  statement: string,
  escapes: boolean,
): { table: string; names: string[] | null } | null {
  const text = String.raw`'(?:[^'${escapes ? '\\\\' : ''}]|''${escapes ? String.raw`|\\[^]` : ''})*'`;
  const token = new RegExp(
    String.raw`\/\*M?!(?!999999)\d*|\*\/|\/\*[^]*?\*\/|(?:--|#)[^\n]*\n|[\t-\r \0]+|${text}|\`(?:[^\`\n]|\`\`)*\`(?!\`)|"(?:[^"\n]|"")*"(?!")|(?<![\w\]])\[(?:[^\]\n]|\]\])*\](?!\])|[\w$\x80-\xff]+|[^]`,
    'g',
  );
  const words = (statement.match(token) ?? []).filter(
    (word) => !/^(?:\/\*|\*\/|--|#|[\t-\r \0])/.test(word) || word === '#',
  );
  const is = (i: number, pattern: RegExp): boolean => pattern.test(words[i] ?? '');
  let at = 1;
  while (is(at, /^(?:global|local|temp|temporary|unlogged|or|replace)$/i)) at++;
  if (!is(at++, /^table$/i)) return null;
  if (is(at, /^if$/i)) at += 3;
  const name: string[] = [];
  for (;;) {
    if (!is(at, /^[`"[\w$\x80-\xff]/)) break;
    name.push(words[at++] as string);
    if (words[at] !== '.') break;
    at++;
  }
  if (name.length === 0) return null;
  const table = tableNameOf(name.join('.'));
  if (words[at++] !== '(') return { table, names: null };
  const items: string[][] = [[]];
  let depth = 0;
  for (; at < words.length; at++) {
    const word = words[at] as string;
    if (word === ')' && depth-- === 0) break;
    if (word === '(') depth++;
    if (word === ',' && depth === 0) items.push([]);
    else items.at(-1)?.push(word);
  }
  let isWhole = !is(at + 1, /^(?:inherits|as|select)$/i);
  const names: string[] = [];
  for (const [first, second = '', third, fourth = ''] of items) {
    if (first === undefined) continue;
    if (/^like$/i.test(first)) isWhole = false;
    else if (/^(?:primary|unique|constraint|foreign|check|exclude)$/i.test(first)) continue;
    else if (
      /^(?:key|index|fulltext|spatial)$/i.test(first) &&
      ((/^[`"[(]/.test(second) && (second === '(' || second.length > 1)) ||
        (/^(?:full|spat)/i.test(first) && /^(?:key|index)$/i.test(second)) ||
        (third === '(' && fourth !== '' && !/^\d/.test(unquoted(fourth))))
    )
      continue;
    else if (/^[^\w$\x80-\xff]$/.test(first)) names.push(`column${names.length + 1}`);
    else names.push(/^'/.test(first) ? textIn(first, escapes) : unquoted(first));
  }
  return { table, names: isWhole && names.length > 0 ? names : null };
}

function textIn(quoted: string, escapes: boolean): string {
  const text = quoted
    .slice(1, -1)
    .replace(escapes ? /\\([^])|''/g : /''/g, (all, c?: string) => c ?? all[0] ?? '');
  return Buffer.from(text, 'latin1').toString();
}

/** A name without its quotes. */
export function unquoted(name: string): string {
  const quote = name[0] as string;
  const close = { '`': '`', '"': '"', '[': ']' }[quote];
  const text = close ? name.slice(1, -1).replaceAll(close + close, close) : name;
  return Buffer.from(text, 'latin1').toString();
}

/** The name of a table without quotes and usual schemas. */
export function tableNameOf(name: string): string {
  const parts = (name.match(/`(?:[^`]|``)*`|"(?:[^"]|"")*"|\[(?:[^\]]|\]\])*\]|[^.\s]+/g) ?? []).map(
    unquoted,
  );
  return (
    parts.length > 1 && ['public', 'dbo', 'main'].includes(parts[0] as string) ? parts.slice(1) : parts
  ).join('.');
}
