import type { Category } from '../../contract/categories';
import type { Field } from '../../contract/field';
import type { Store } from '../../contract/store';
import { distinctValues } from '../../fields/no-values/no-values-at';
import { lastKey } from '../../fields/path-keys';
import { filledSql } from '../filled-sql';
import type { NameColumns } from './name-columns';

/** Names of own people beside something that tells namesakes apart, in one kind. */
export interface NameFields {
  kind: string;
  columns: NameColumns;
  /** The paths that are compared. */
  fields: Field[];
}

const GIVEN = /given|first|fore|vorname|prenom|nombre|imi[eę]|^ad[iı]?$|^fname/iu;
const FAMILY = /sur|last|family|nachname|famil|apellido|nazwisko|soyad|^nom$|^lname/iu;

/**
 * The kinds whose documents name their people and say something else of them: a birth date, a postcode, a street, a phone number
 * or a national number.
 *
 * @returns none where names stand alone, which many people share
 */
export function nameFields(store: Store, fields: readonly Field[]): NameFields[] {
  return store.manifest.kinds.flatMap(({ id: kind }) => {
    const own = fields.filter(
      ({ entry, whose }) =>
        entry.kind === kind &&
        entry.table === kind &&
        entry.column !== null &&
        whose === 'own' &&
        distinctValues(entry) > 0,
    );
    const richest = (of: (field: Field) => boolean) =>
      own.filter(of).sort((a, b) => b.entry.distinct - a.entry.distinct)[0];
    const isName = ({ category }: Field) => category === 'person-name';
    const called = (pattern: RegExp) =>
      richest((each) => isName(each) && pattern.test(lastKey(each.entry.path)));
    const [first, last] = [called(GIVEN), called(FAMILY)];
    const inTwo = first !== undefined && last !== undefined && first !== last;
    const name = inTwo ? first : richest(isName);
    const of = (category: Category) => richest((each) => each.category === category);
    const [born, postcode, street, phone, number] = BESIDE.map(of);
    const beside = [born, postcode, street, phone, number].flatMap((field) => field ?? []);
    if (!name || beside.length === 0) return [];
    const columns = {
      from: store.source(kind),
      given: textOf(name) ?? '',
      family: inTwo ? textOf(last) : null,
      born: textOf(born),
      postcode: textOf(postcode),
      street: textOf(street),
      phone: textOf(phone),
      number: textOf(number),
    };
    return [{ kind, columns, fields: [name, ...(inTwo ? [last] : []), ...beside] }];
  });
}

const BESIDE: readonly Category[] = [
  'date-of-birth',
  'postal-code',
  'postal-address',
  'phone',
  'national-id',
];

/** SQL of a field's text where it is filled. */
function textOf(field: Field | undefined): string | null {
  return field ? `case when ${filledSql(field.entry)} then ${field.entry.column} end` : null;
}
