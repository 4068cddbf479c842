/** Categories whose values stand for one person, device or account: few different ones are few people. */
export const IDENTIFYING_CATEGORIES: ReadonlySet<string> = new Set([
  'account-id',
  'email',
  'phone',
  'username',
  'national-id',
  'tax-id',
  'passport',
  'card-number',
  'iban',
  'bank-account',
  'device-id',
  'mac-address',
  'api-token',
  'third-party-token',
  'session-id',
  'secret-key',
]);
