/** Categories whose id is not yet plain English. The others are their id with blanks. */
const WORDS: Record<string, string> = {
  email: 'e-mail address',
  'person-name': 'name of a person',
  username: 'user name',
  'api-token': 'app access token',
  'third-party-token': 'access token of another service',
  'session-id': 'session id',
  'account-id': 'account number',
  'device-id': 'device number',
  'mac-address': 'network card (MAC) address',
  'ip-address': 'IP address',
  ssid: 'Wi-Fi network name',
  url: 'web address',
  'user-agent': 'app or browser version',
  'device-nickname': 'nickname of a device',
  'device-model': 'device model',
  timezone: 'time zone',
  timestamp: 'date and time',
  bmi: 'body mass index',
  'protein-share': 'protein as a share of the body',
  'protein-intake': 'protein eaten a day',
  'basal-metabolic-rate': 'energy used at rest',
  iban: 'bank account (IBAN)',
  'free-text': 'free text',
  'password-hash': 'scrambled (hashed) password',
  unknown: 'not recognised',
};

/** A category in plain words, lower case: `mac-address` → "network card (MAC) address". */
export function categoryWords(category: string): string {
  return WORDS[category] ?? category.replace(/-/g, ' ');
}
