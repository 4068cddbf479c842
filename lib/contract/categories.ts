/** Category ids, kebab-case and stable. A category that is not in this list does not compile and is refused in tables. */
export const CATEGORIES = [
  ...['person-name', 'username', 'email', 'phone', 'postal-address', 'city', 'region', 'country', 'postal-code'],
  ...['date-of-birth', 'age', 'gender', 'nationality', 'national-id', 'tax-id', 'passport', 'card-number', 'iban'],
  ...['bank-account', 'balance', 'password', 'password-hash', 'api-token', 'third-party-token', 'session-id'],
  ...['secret-key', 'account-id', 'device-id', 'mac-address', 'ip-address', 'ssid', 'hostname', 'url', 'user-agent'],
  ...['device-model', 'firmware-version', 'device-nickname', 'latitude', 'longitude', 'timezone', 'locale', 'timestamp'],
  ...['height', 'weight', 'bmi', 'body-fat', 'body-water', 'muscle-mass', 'bone-mass', 'bone-density'],
  ...['protein-share', 'protein-intake', 'basal-metabolic-rate', 'heart-rate', 'blood-pressure', 'blood-type'],
  ...['diagnosis', 'medication', 'employer', 'job-title', 'photo', 'free-text', 'unknown'],
] as const;

/** Id of a category. */
export type Category = (typeof CATEGORIES)[number];
