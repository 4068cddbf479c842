const SPECIAL: Readonly<Record<string, string>> = {
  'api-token': 'API token',
  'mac-address': 'MAC address',
  'ip-address': 'IP address',
  ssid: 'Wi-Fi network name',
  url: 'URL',
  iban: 'IBAN',
  bmi: 'body-mass index',
  email: 'e-mail address',
  gender: 'gender',
  'password-hash': 'password hash',
  timezone: 'time zone',
};

/** A category in words, for titles. */
export function categoryWords(category: string): string {
  return SPECIAL[category] ?? category.replaceAll('-', ' ');
}
