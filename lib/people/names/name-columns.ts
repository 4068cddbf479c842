/** SQL of the texts of one table that say who a row is about; null where the table has none. */
export interface NameColumns {
  /** SQL source. */
  from: string;
  /** SQL of the given name; of the whole name where `family` is null. */
  given: string;
  family: string | null;
  born: string | null;
  postcode: string | null;
  street: string | null;
  phone: string | null;
  /** National number. */
  number: string | null;
}
