/** Most columns of a kind, so that each has fields of the random generator of its own. */
export const MOST_COLUMNS = 32;
/** Most things of a person, the special one among them. */
export const MOST_THINGS = 16;
/** Most addresses that a person gives of others. */
export const MOST_CONTACTS = 8;
/** Most documents of one person and kind; what a counter of the generator can tell apart. */
export const MOST_DOCUMENTS = 100_000;
/** Most kinds and columns with gaps together: people are counted by every combination of them. */
export const MOST_FACTS = 20;
