/** Why a path is taken for what it is where the user named its category. */
export const YOU_SAID = 'you said so';

/** Why a category that the user gives to a path changes nothing: words to follow "changes nothing:". */
export const FIELD_REFUSALS = {
  'no-texts': 'no text or number stands there',
  'no-values': 'all that stands there is empty or a placeholder such as N/A',
  'told-by-join': 'another column tells whose these documents are; --join says that it is this one',
  'somebody-elses':
    'its name says that it is somebody else’s (shared with, invited, sent to), so it tells none of these people apart',
} as const;

/** Such a reason. */
export type FieldRefusal = keyof typeof FIELD_REFUSALS;
