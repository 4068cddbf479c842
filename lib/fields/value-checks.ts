/** Shapes of values that no single regular expression can hold, by the name that `values.json` uses. */
export const VALUE_CHECKS: Readonly<Record<string, (text: string) => boolean>> = {
  ipv4: isIpv4,
  ipv6: isIpv6,
  luhn: isCardNumber,
  iban: isIban,
  'epoch-ms': (text) => isEpoch(text, 1000),
  'epoch-s': (text) => isEpoch(text, 1),
  'country-code': isCountryCode,
  password: isPassword,
  opaque: isOpaque,
  id: (text) => !isFlag(text) && text.length <= 128 && !/\s/.test(text),
  label: (text) => !isFlag(text) && text.length <= 64 && !/[\r\n]/.test(text),
};

/** Names of countries and areas, from the tables of the running Node; made at first use, as it takes 10 ms. */
let regions: Intl.DisplayNames | null = null;

function isFlag(text: string): boolean {
  return /^(true|false|yes|no|y|n|0|1)$/i.test(text);
}

function isIpv4(text: string): boolean {
  const octets = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/\d{1,2}|:\d{1,5})?$/.exec(text);
  return octets !== null && octets[1] !== '0' && octets.slice(1).every((octet) => Number(octet) <= 255);
}

function isIpv6(text: string): boolean {
  const bare = text.replace(/^\[|\](:\d+)?$|%\w+$/g, '');
  if (!/^[0-9a-f:.]{2,45}$/i.test(bare) || (bare.match(/:/g) ?? []).length < 2) return false;
  const groups = bare.split(':');
  const gaps = bare.split('::').length - 1;
  return (
    gaps <= 1 &&
    groups.length <= 9 &&
    (gaps === 1 || groups.length === 8) &&
    groups.every((group, i) => /^[0-9a-f]{0,4}$/i.test(group) || (i === groups.length - 1 && isIpv4(group)))
  );
}

/** ISO/IEC 7812: 13 to 19 digits, an issuer's first digit, Luhn's check digit (12 to 19 digits, from the right). */
function isCardNumber(text: string): boolean {
  const digits = text.replace(/[ -]/g, '');
  if (!/^[3-6]\d{12,18}$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]) * (i % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/** ISO 13616: country, two check digits, the rest; modulo 97 of the rearranged number is 1. */
function isIban(text: string): boolean {
  const compact = text.replace(/[ -]/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(compact)) return false;
  let rest = 0;
  for (const sign of compact.slice(4) + compact.slice(0, 4)) {
    for (const digit of String(parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}

/** Whole units since 1970 that fall between 1990 and 2040. */
function isEpoch(text: string, perSecond: number): boolean {
  const value = /^\d{9,13}$/.test(text) ? Number(text) / perSecond : 0;
  return value >= 631_152_000 && value <= 2_208_988_800;
}

function isCountryCode(text: string): boolean {
  if (/^[A-Z]{3}$/.test(text)) return true;
  if (!/^[a-z]{2}$/i.test(text)) return false;
  regions ??= new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  return (regions.of(text.toUpperCase()) ?? 'Unknown Region') !== 'Unknown Region';
}

/** Not a flag, not a digest, not a date: what a person could have typed. */
function isPassword(text: string): boolean {
  const digest = /^(0x)?([0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/i;
  const crypt = /^\$\w{1,14}\$|^\{\w+\}|^(pbkdf2|bcrypt|argon2|scrypt|sha\d+|md5)\w*\$/i;
  const moment = /^\d{4}-\d{2}-\d{2}([T ].*)?$/;
  return (
    !isFlag(text) && !digest.test(text) && !crypt.test(text) && !moment.test(text) && !isEpoch(text, 1000)
  );
}

/** Twelve signs or more without a blank, not a plain number, not a sentence's word. */
function isOpaque(text: string): boolean {
  return /^(Bearer )?\S{12,}$/.test(text) && !/^[\d.,+-]+$/.test(text) && !/^\p{Ll}+$/u.test(text);
}
