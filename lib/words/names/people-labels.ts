const LABELS: Record<string, string> = {
  documents: 'documents',
  'people.emails-any': 'e-mail addresses of anybody',
  'people.emails-l0': 'e-mail addresses as written',
  'people.emails-l1': 'without blanks around',
  'people.emails-l2': 'and in lower case',
  'people.emails-l3': 'mailboxes',
  'people.user-names': 'user names',
  'people.emails-named': 'addresses that records name',
  'people.phones': 'phone numbers',
  'people.accounts': 'accounts',
  'people.linked-l4': 'people linked over their keys',
  'people.linked-names': 'people by name and birth date',
  'people.households': 'households',
  'people.owners': 'people with a device',
  'people.emails-others': 'addresses shared with',
  'people.emails-mentioned': 'addresses that texts mention',
  'people.share-only': 'addresses only shared with',
  devices: 'devices',
};

/** A way of counting people, or what is counted beside them, as a chart labels it. */
export function peopleLabel(measure: string): string {
  return LABELS[measure] ?? measure;
}
