import { isObject } from '../parameters/is-object';
import type { KindPlan } from '../population/population-plan';

/** A document of a world as it is counted. */
export interface CountedDocument {
  /** Number of its file and its line there: paths are told in the order of files and lines. */
  file: number;
  line: number;
  kind: KindPlan;
  person: string;
  text: string;
  /** Path and text, null for no value. */
  values: [path: string, text: string | null][];
}

/** Reads a document of a world. */
export function countedDocument(
  place: Pick<CountedDocument, 'kind' | 'person' | 'file' | 'line'>,
  bytes: Buffer,
): CountedDocument {
  const text = bytes.toString('utf8');
  const document: unknown = JSON.parse(text);
  const values = isObject(document) ? Object.entries(document).flatMap(pathsOf) : [];
  return { ...place, text, values };
}

function pathsOf([key, value]: [string, unknown]): CountedDocument['values'] {
  if (isObject(value))
    return Object.entries(value).flatMap(([inner, held]) => pathsOf([`${key}.${inner}`, held]));
  if (value === null) return [[key, null]];
  return [[key, typeof value === 'string' ? value : JSON.stringify(value)]];
}
