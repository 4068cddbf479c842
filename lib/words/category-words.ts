/** Noun phrases that no rule makes of an id. */
const NOUNS: Record<string, string> = {
  'person-name': 'a name',
  username: 'a user name',
  email: 'an e-mail address',
  phone: 'a phone number',
  city: 'a town',
  'date-of-birth': 'a date of birth',
  'national-id': 'a national identity number',
  'tax-id': 'a tax number',
  passport: 'a passport number',
  'card-number': 'a payment card number',
  iban: 'an international bank account number',
  'bank-account': 'a bank account number',
  'password-hash': 'a scrambled password',
  'api-token': 'an API token',
  'third-party-token': 'a token of another service',
  'session-id': 'a session id',
  'account-id': 'an account id',
  'device-id': 'a device id',
  'mac-address': 'a hardware address',
  'ip-address': 'an IP address',
  ssid: 'a Wi-Fi network name',
  hostname: 'a host name',
  url: 'a web address',
  'user-agent': 'a browser signature',
  'device-nickname': 'a device nickname',
  timezone: 'a time zone',
  timestamp: 'a time',
  bmi: 'a body mass index',
  'body-fat': 'a body fat value',
  'body-water': 'a body water value',
  'bone-mass': 'a bone mass value',
  'bone-density': 'a bone density value',
  'muscle-mass': 'a muscle mass value',
  'protein-share': 'a body protein share',
  'protein-intake': 'a daily protein intake',
  'basal-metabolic-rate': 'a basal metabolic rate',
  'blood-pressure': 'a blood pressure value',
  medication: 'a medication entry',
  photo: 'a profile photo',
  'free-text': 'free text',
  unknown: 'something else',
};

const GROUP_NOUNS: Record<string, string> = {
  health: 'health data',
  credentials: 'a password, token or key',
};

/** A category as a noun phrase with its article: "an API token". */
export function categoryNoun(category: string): string {
  const words = category.replaceAll('-', ' ');
  return NOUNS[category] ?? `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;
}

/** A group of categories as a noun phrase. */
export function groupNoun(group: string): string {
  return GROUP_NOUNS[group] ?? `any ${group.replaceAll('-', ' ')} data`;
}
