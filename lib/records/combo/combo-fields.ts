/**
 * Names of what stands in a line of a list of logins, by its place there. They are this kit's: such a list has no names.
 * `other` stands between an address and a hash and may be a name, a salt or a password.
 */
export const COMBO_FIELDS = ['email', 'login', 'password', 'password_hash', 'salt', 'url', 'other'] as const;

/** Number of a field in a line that was read; 0 stands for none. */
export enum ComboField {
  EMAIL = 1,
  LOGIN,
  PASSWORD,
  HASH,
  SALT,
  URL,
  OTHER,
}

/** The delimiters, which may differ from line to line: colon, semicolon, bar, tab, comma, blank. */
export const COMBO_DELIMITERS = ':;|\t, ';
