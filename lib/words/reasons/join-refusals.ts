/** Why a join that the user says is not used: words to follow "is not used:". */
export const JOIN_REFUSALS = {
  'same-table': 'both columns stand in one table, so it says nothing of whose documents are whose',
  'no-column':
    'one of the two is no column of its own table with values in it, but a list, an object or empty',
  twice: 'another join is said of the same column',
  cycle: 'with the others that were said it leads back to where it began',
  'other-way-round':
    'the second is no key of its table, for its values come again and again, and the first is: say it the other way round',
  'nothing-there': 'none of the values of the first stands at the second',
  'several-people': 'every value that is there stands on rows of several people',
  'told-otherwise': 'another join that was said tells whose these documents are',
  'no-people': 'it leads to no table by which people are counted',
} as const;

/** Such a reason. */
export type JoinRefusal = keyof typeof JOIN_REFUSALS;
