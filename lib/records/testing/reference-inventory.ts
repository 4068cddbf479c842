import { loadVocabulary } from '../../cases/vocabulary';
import type { StorePath } from '../../contract/manifest';
import type { ReferenceObject, ReferenceValue } from './reference-json';

const vocabulary = loadVocabulary();

/** One document with its number and place. */
export interface ReferenceDocument {
  doc: number;
  place: { part: number; line: number; byte: number };
  /** Top-level keys, sorted; null where the document is no object. */
  keys: string[] | null;
  values: ReferenceValue[];
}

/** What the inventory must say of one path, without the columns of the store. */
export type ReferencePath = Omit<StorePath, 'table' | 'column' | 'typeColumn'>;

/** Kinds by the contract's words, worked out the long way. Returns the documents of each kind, k0 first. */
export function referenceKinds(
  documents: ReferenceDocument[],
): { keys: string[]; documents: ReferenceDocument[] }[] {
  const sets = new Map<string, ReferenceDocument[]>();
  for (const document of documents.filter(({ keys }) => keys)) {
    const name = JSON.stringify(document.keys);
    sets.set(name, [...(sets.get(name) ?? []), document]);
  }
  const inOrder = [...sets].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  const clusters: { keys: string[]; documents: ReferenceDocument[] }[] = [];
  for (const [name, members] of inOrder) {
    const keys = JSON.parse(name) as string[];
    const home = clusters.find((cluster) => {
      const shared = keys.filter((key) => cluster.keys.includes(key)).length;
      return shared * 2 > Math.min(keys.length, cluster.keys.length);
    });
    if (home) home.documents.push(...members);
    else clusters.push({ keys, documents: [...members] });
  }
  const plain = documents.filter(({ keys }) => !keys);
  if (plain.length > 0) clusters.push({ keys: [], documents: plain });
  const text = (keys: string[]): string => JSON.stringify(keys);
  return clusters.sort(
    (a, b) => b.documents.length - a.documents.length || (text(a.keys) < text(b.keys) ? -1 : 1),
  );
}

/** The inventory of one kind, by path. */
export function referenceInventory(kind: string, documents: ReferenceDocument[]): Map<string, ReferencePath> {
  const byPath = new Map<string, { value: ReferenceValue; document: ReferenceDocument }[]>();
  for (const document of documents) {
    for (const value of document.values) {
      const path = value.path === '' ? '$' : value.path;
      const list = byPath.get(path);
      if (list) list.push({ value, document });
      else byPath.set(path, [{ value, document }]);
    }
  }
  const rows = new Map<string, ReferencePath>();
  for (const [path, entries] of byPath) {
    if (entries.every(({ value }) => ['object', 'array'].includes(value.type) && !value.empty)) continue;
    rows.set(path, rowOf(kind, path, entries));
  }
  return rows;
}

function rowOf(
  kind: string,
  path: string,
  entries: { value: ReferenceValue; document: ReferenceDocument }[],
): ReferencePath {
  const order = (a: ReferenceDocument, b: ReferenceDocument): number =>
    a.place.part - b.place.part || a.place.line - b.place.line || a.place.byte - b.place.byte;
  const documents = [...new Set(entries.map(({ document }) => document))].sort(order);
  const filled = entries.filter(
    ({ value }) => value.type !== 'null' && (value.type !== 'string' || value.text.trim() !== ''),
  );
  const texts = filled.map(({ value }) => value).filter(({ type }) => type !== 'object' && type !== 'array');
  const types: ReferencePath['types'] = {};
  for (const { value } of entries) types[value.type] = (types[value.type] ?? 0) + 1;
  return {
    kind,
    path,
    present: documents.length,
    values: entries.length,
    types,
    filled: new Set(filled.map(({ document }) => document)).size,
    filledValues: filled.length,
    distinct: new Set(texts.map(({ text }) => text)).size,
    first: (documents[0] as ReferenceDocument).place,
    last: (documents.at(-1) as ReferenceDocument).place,
    fold: texts.filter(({ type }) => type !== 'boolean').reduce((bits, { text }) => bits | foldOf(text), 0),
    maxBytes: Math.max(0, ...entries.map(({ value }) => Buffer.byteLength(value.text))),
  };
}

function foldOf(text: string): number {
  return (
    (/[A-Z]/.test(text) ? 1 : 0) |
    (/^[\u0000- ]|[\u0000- ]$/.test(text) ? 2 : 0) |
    (/[^\u0000-\u007f]/.test(text) ? 4 : 0)
  );
}

/**
 * Paths of objects that have values for keys, by the contract's words; '' is the top level.
 */
export function referenceMaps(objects: ReferenceObject[]): string[] {
  const byPath = new Map<string, ReferenceObject[]>();
  for (const object of objects) {
    const list = byPath.get(object.path);
    if (list) list.push(object);
    else byPath.set(object.path, [object]);
  }
  return [...byPath].flatMap(([path, list]) => {
    const keys = [...new Set(list.flatMap((object) => object.keys))];
    const members = list.reduce((sum, object) => sum + object.keys.length, 0);
    const types = new Set(list.flatMap((object) => [...object.types]));
    const isAlike = isOfOneShape(path, list, byPath);
    const unknown = keys.filter((key) => !vocabulary.knows(key)).length;
    const isUnknown =
      keys.length >= 10 &&
      unknown / keys.length >= 0.8 &&
      (members / list.length < keys.length / 5 ||
        ((list.length === 1 || list.length * 20 <= keys.length) &&
          types.size === 1 &&
          (isAlike || !types.has('object'))));
    if (path === '') {
      const isPlain = !types.has('object') && !types.has('array');
      const users = keys.filter((key) => vocabulary.isUserName(key)).length;
      return isUnknown && (!isPlain || users * 2 >= keys.length) ? [path] : [];
    }
    if (path === '$') return [];
    if (isUnknown) return [path];
    if (keys.length <= 200) return [];
    if (members / list.length < keys.length / 20) return [path];
    return list.length <= keys.length / 20 && isAlike ? [path] : [];
  });
}

/** Every member is an object, and has half of all their keys on average. */
function isOfOneShape(
  path: string,
  list: ReferenceObject[],
  byPath: Map<string, ReferenceObject[]>,
): boolean {
  if (list.some(({ types }) => [...types].some((type) => type !== 'object'))) return false;
  const before = path === '' ? '' : `${path}.`;
  const inside = [...new Set(list.flatMap(({ keys }) => keys))].map((key) => {
    const below = byPath.get(
      /^[A-Za-z_][A-Za-z0-9_-]*$/.test(key) ? `${before}${key}` : `${path}[${JSON.stringify(key)}]`,
    );
    return new Set((below ?? []).flatMap((object) => object.keys));
  });
  const all = new Set(inside.flatMap((keys) => [...keys])).size;
  return all > 0 && inside.reduce((sum, { size }) => sum + size, 0) >= (all * inside.length) / 2;
}
