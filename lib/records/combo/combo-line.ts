import { BYTE_CLASSES, byteAt, ByteClass, classEnd, delimiterAt } from './byte-classes';
import { addressEnd, isHash } from './closed-forms';
import { ComboField } from './combo-fields';
import { isHostWithPath, urlAt, urlEnd } from './login-url';

const [TAB, NEWLINE, RETURN, SPACE, SLASH] = [9, 10, 13, 32, 47];
/** `#`, `-`, `=`, `*`, `/`: one of the first, or two of another, begin a comment. */
const COMMENT_SIGNS = [35, 45, 61, 42, 47];
/** A user name is not longer. */
const LONGEST_LOGIN = 128;

/** What a line of a list of logins is. */
export type LineOutcome = 'read' | 'blank' | 'comment' | 'none';

/**
 * Reads lines of a list of logins: an address, a user name, or a url and one of them; then a password, or a hash and its salt.
 * Only the delimiters in front are taken for such: what follows is the password, whatever stands in it.
 */
export class ComboLine {
  /** The fields in their order: number, first byte, byte behind the last. */
  readonly fields = new Int32Array(3 * 4);
  /** How many there are. */
  count = 0;
  /** The byte that parts the first two fields; 0 where there is one. */
  delimiter = 0;
  /** Where the line that was read ends. */
  end = 0;
  #bytes: Uint8Array = new Uint8Array(0);

  /** Reads the line that begins at `from`; `limit`: where the last line ends if no line feed does. */
  read(bytes: Uint8Array, from: number, limit: number): LineOutcome {
    this.#bytes = bytes;
    this.count = 0;
    this.delimiter = 0;
    const start = this.#pastBlanks(from, limit);
    // No address holds a line feed: the line's end is looked for behind it.
    const end = addressEnd(bytes, start, limit);
    this.end = byteAt(bytes, NEWLINE, Math.max(start, end), limit);
    let to = this.end;
    while (to > from && bytes[to - 1] === RETURN) to--;
    if (start >= to) return 'blank';
    if (end > 0 && isDelimited(bytes, end, to)) this.#owner(ComboField.EMAIL, { start, end, to });
    else if (isComment(bytes, start, to)) return 'comment';
    else {
      const url = urlAt(bytes, start, to);
      if (url > 0) this.#url(start, url, to);
      else if (isHostWithPath(bytes, start, to)) this.#url(start, start, to);
      else return this.#login(start, to);
    }
    return 'read';
  }

  /** An address or a name from `start` to `end`, and what belongs to it up to `to`. */
  #owner(field: ComboField, { start, end, to }: { start: number; end: number; to: number }): void {
    this.#put(field, start, end);
    if (end < to) this.#secret(this.#pastDelimiter(end, to), to, this.delimiter);
  }

  /** A user name; what begins with words is no record. */
  #login(start: number, to: number): LineOutcome {
    const bytes = this.#bytes;
    let end = delimiterAt(bytes, start, to);
    if (end === to || end === start || end - start > LONGEST_LOGIN || bytes[end] === SPACE) return 'none';
    this.delimiter = bytes[end] ?? 0;
    const second = end + 1;
    if (second >= to || bytes[second] === SPACE) return 'none';
    this.#put(ComboField.LOGIN, start, end);
    end = addressEnd(bytes, second, to);
    if (end > 0 && end < to && isDelimited(bytes, end, to)) {
      this.#put(ComboField.EMAIL, second, end);
      if (end + 1 < to) this.#secret(end + 1, to, bytes[end] ?? 0);
    } else this.#secret(second, to, this.delimiter);
    return 'read';
  }

  /** A url, whose authority begins at `host`, a login and a password. */
  #url(start: number, host: number, to: number): void {
    const bytes = this.#bytes;
    const end = urlEnd(bytes, host, to);
    this.#put(ComboField.URL, start, end);
    if (end >= to) return;
    const login = this.#pastDelimiter(end, to);
    const sign = this.delimiter;
    if (login >= to) return;
    let loginEnd = byteAt(bytes, sign, login, to);
    if (loginEnd === to) loginEnd = delimiterAt(bytes, login, to);
    let stop = loginEnd;
    while (stop > login && bytes[stop - 1] === SPACE) stop--;
    const isMail = addressEnd(bytes, login, stop) === stop;
    if (stop > login) this.#put(isMail ? ComboField.EMAIL : ComboField.LOGIN, login, stop);
    const secret = this.#pastSpaces(loginEnd + 1, to);
    if (secret >= to) return;
    this.#put(isHash(bytes, secret, to) ? ComboField.HASH : ComboField.PASSWORD, secret, to);
  }

  /** What is from `from` to `to`: a hash and its salt, something before a hash, a password and a url, or a password. */
  #secret(from: number, to: number, sign: number): void {
    if (from >= to) return;
    const bytes = this.#bytes;
    const end = byteAt(bytes, sign, from, to);
    if (isHash(bytes, from, end)) {
      this.#put(ComboField.HASH, from, end);
      if (end + 1 < to) this.#put(ComboField.SALT, end + 1, to);
      return;
    }
    if (end < to) {
      const last = bytes.lastIndexOf(sign, to - 1) + 1;
      if (last > from + 1 && isHash(bytes, last, to)) {
        this.#put(ComboField.OTHER, from, last - 1);
        this.#put(ComboField.HASH, last, to);
        return;
      }
      if (end > from && urlAt(bytes, end + 1, to) > 0) {
        this.#put(ComboField.PASSWORD, from, end);
        this.#put(ComboField.URL, end + 1, to);
        return;
      }
    }
    this.#put(ComboField.PASSWORD, from, to);
  }

  /** Goes over the delimiter at `end` and the blanks around it, and notes which it is. */
  #pastDelimiter(end: number, to: number): number {
    const bytes = this.#bytes;
    const next = this.#pastSpaces(end, to);
    // Blanks, then another delimiter: that is the one.
    const at = next > end && next < to && delimiterAt(bytes, next, to) === next ? next : end;
    this.delimiter = bytes[at] ?? 0;
    return this.#pastSpaces(at + 1, to);
  }

  #pastSpaces(from: number, to: number): number {
    let at = from;
    while (at < to && this.#bytes[at] === SPACE) at++;
    return at;
  }

  #pastBlanks(from: number, to: number): number {
    let at = from;
    while (at < to && (this.#bytes[at] === SPACE || this.#bytes[at] === TAB)) at++;
    return at;
  }

  #put(field: ComboField, from: number, to: number): void {
    const at = this.count++ * 3;
    this.fields[at] = field;
    this.fields[at + 1] = from;
    this.fields[at + 2] = to;
  }
}

/** Whether a field may end at `at`. */
function isDelimited(bytes: Uint8Array, at: number, to: number): boolean {
  return at === to || ((BYTE_CLASSES[bytes[at] ?? 0] ?? 0) & ByteClass.DELIMITER) !== 0;
}

function isComment(bytes: Uint8Array, from: number, to: number): boolean {
  const first = bytes[from] ?? 0;
  const kind = COMMENT_SIGNS.indexOf(first);
  if (kind <= 0) return kind === 0;
  if (bytes[from + 1] !== first || from + 1 >= to) return false;
  // `//host` is a url without its scheme.
  return first !== SLASH || classEnd(bytes, from + 2, to, ByteClass.HOST) === from + 2;
}
