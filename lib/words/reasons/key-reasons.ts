/** Why keys of an object are taken for accounts. */
export const KEYS_OF_RECORDS =
  'its values are the keys of an object that holds a record for each, and they look like users';

/** Why they are taken for user names. */
export const KEYS_OF_USERS = 'its values are the keys of an object, and they look like users';
