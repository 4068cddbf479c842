const HOST = String.raw`[A-Za-z0-9._\u0080-\u00ff-]`;
const ADDRESS = new RegExp(
  String.raw`^[^\u0000-\u0020\u007f"'<>()[\]\\@:;|,]+@(?=${HOST}*\.)(?!\.)${HOST}+(?<!\.)$`,
);
const HASH =
  /^(?:\*?[0-9a-f]{40}|[0-9a-f]{32}|[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128}|(?=[^]{13})\$[\w+.-]{1,18}\$[^]*|\{[\w+.-]{2,}\}[^]{13,})$/i;
const COMMENT = new RegExp(String.raw`^(?:#|--|==|\*\*|//(?!${HOST}))`);
const URL = new RegExp(
  String.raw`^((?:[A-Za-z0-9+._-]{1,20}:)?//(?=[^])|(?=${HOST}+(?::\d+)?/)(?!\.)(?=${HOST}*\.${HOST}))(?:\[[^\]]*\])?[^:;|\t, ]*`,
);
const PORT = /^:\d{1,5}(?:(?=\/)[^:;|\t, ]*|(?=[:;|\t, ][^:;|\t, ]*[:;|\t, ]))/;

/** The fields of one line of a list of logins, or what else it is: by patterns, for the tests. @param text one byte a character */
export function referenceCombo(text: string): [field: string, text: string][] | 'blank' | 'comment' | 'none' {
  const line = text.replace(/\r+$/, '').replace(/^[ \t]+/, '');
  if (line === '') return 'blank';
  const [first = ''] = line.split(/[:;|\t, ]/);
  if (isAddress(first)) return [['email', first], ...owned(line.slice(first.length))];
  if (COMMENT.test(line)) return 'comment';
  const url = URL.exec(line)?.[0];
  if (url !== undefined) {
    const whole = url + (PORT.exec(line.slice(url.length))?.[0] ?? '');
    return [['url', whole], ...login(line.slice(whole.length))];
  }
  const named = /^([^:;|\t, ]{1,128})([:;|\t,])(?! )([^]+)$/.exec(line);
  if (!named) return 'none';
  const [, name = '', sign = '', rest = ''] = named;
  const mail = /^([^:;|\t, ]+)([:;|\t, ])/.exec(rest);
  if (mail && isAddress(mail[1] ?? ''))
    return [['login', name], ['email', mail[1] ?? ''], ...secret(rest.slice(mail[0].length), mail[2] ?? '')];
  return [['login', name], ...secret(rest, sign)];
}

function isAddress(text: string): boolean {
  return text.length >= 5 && text.length <= 254 && ADDRESS.test(text);
}

/** The delimiter that a text begins with, its blanks, and what follows. */
function parted(text: string): { sign: string; rest: string } {
  const [all = '', sign = ''] = /^(?: +(?=[:;|\t,]))?([:;|\t, ]) */.exec(text) ?? [];
  return { sign, rest: text.slice(all.length) };
}

function owned(text: string): [string, string][] {
  const { sign, rest } = parted(text);
  return secret(rest, sign);
}

function login(text: string): [string, string][] {
  const { sign, rest } = parted(text);
  if (rest === '') return [];
  const [own = ''] = rest.includes(sign) ? rest.split(sign) : rest.split(/[:;|\t, ]/);
  const name = own.replace(/ +$/, '');
  const word = rest.slice(own.length + 1).replace(/^ +/, '');
  const fields: [string, string][] = [
    [isAddress(name) ? 'email' : 'login', name],
    [HASH.test(word) ? 'password_hash' : 'password', word],
  ];
  return fields.filter(([, each]) => each !== '');
}

function secret(rest: string, sign: string): [string, string][] {
  if (rest === '') return [];
  const cells = rest.split(sign);
  const [first = ''] = cells;
  const behind = rest.slice(first.length + 1);
  if (HASH.test(first)) return behind === '' ? [['password_hash', first]] : [['password_hash', first], ['salt', behind]]; // prettier-ignore
  const last = cells.at(-1) ?? '';
  const before = rest.slice(0, -last.length - 1);
  if (cells.length > 1 && before !== '' && HASH.test(last)) return [['other', before], ['password_hash', last]]; // prettier-ignore
  const isUrl = /^(?:[A-Za-z0-9+._-]{1,20}:)?\/\/[^]/.test(behind);
  if (first !== '' && isUrl) return [['password', first], ['url', behind]]; // prettier-ignore
  return [['password', rest]];
}
