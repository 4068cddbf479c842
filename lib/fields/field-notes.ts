import type { FieldNote, FieldNotes } from '../contract/case';
import { isCategory } from '../contract/categories';
import type { Field } from '../contract/field';
import { lastKey } from './path-keys';

/**
 * The note on a path: of its full name, else of its last key (`*.leaf`).
 *
 * @returns undefined where the notes are silent
 */
export function noteOn(path: string, notes: FieldNotes | null): FieldNote | undefined {
  const leaf = `*.${lastKey(path)}`;
  return notes?.fields.find((note) => note.path === path) ?? notes?.fields.find((note) => note.path === leaf);
}

/**
 * What a note makes of a field: its word beats all evidence. Where the meaning is disputed, the first definition is the
 * category and the others are alternatives.
 */
export function applyNote(field: Field, note: FieldNote | undefined): Field {
  if (!note) return field;
  const definitions = (note.definitions ?? []).filter((each): each is Field['definitions'][number] =>
    isCategory(each.category),
  );
  const stated = note.category ?? definitions[0]?.category;
  const whose = note.whose ?? field.whose;
  if (stated === undefined || !isCategory(stated)) return { ...field, whose };
  const found = field.category;
  const why = [`the case's notes say so${note.note === undefined ? '' : `: ${note.note}`}`];
  if (definitions.length > 1) why.push('its meaning is disputed');
  else if (found !== stated && found !== 'unknown') why.push('name and values of the records say otherwise');
  return {
    ...field,
    category: stated,
    confidence: definitions.length > 1 ? 0.5 : 1,
    why,
    alternatives: definitions.slice(1).map(({ category }) => ({ category, confidence: 0.5 })),
    definitions,
    whose,
  };
}
