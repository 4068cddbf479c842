import type { CaseFile } from '../../contract/case';
import type { Field } from '../../contract/field';
import type { Manifest, StoreKind } from '../../contract/manifest';
import { loadVocabulary } from '../../cases/vocabulary';
import { looksLikeValue } from '../../publish/gate/looks-like-value';
import { areTables } from '../are-tables';
import { typeOf } from './table-names';

/**
 * The name of each kind: the case's, where its paths are all there (the most specific wins), else its table's, type's or index's,
 * if that looks like a name, else its file's, where that is a word for what tables hold (`patients.csv`), else its number
 * (`table 3`); never a file's name that somebody thought of, and never what it holds.
 *
 * @param fields one for each path of the manifest
 * @param tables what tables or files are called, by kind ({@link tableNames})
 * @returns kind id → name, each name once
 */
export function namesOfKinds(
  manifest: Manifest,
  fields: Field[],
  { caseFile, tables }: { caseFile: CaseFile | null; tables: Readonly<Record<string, string>> },
): Record<string, string> {
  const names: Record<string, string> = {};
  const taken = new Set<string>();
  // Once for all kinds: there may be two thousand, with 200,000 paths.
  const known = new Map<string, Set<string>>();
  for (const { entry } of fields) {
    const own = known.get(entry.kind);
    if (own) own.add(entry.path);
    else known.set(entry.kind, new Set([entry.path]));
  }
  const word = areTables(manifest) ? 'table' : 'kind';
  manifest.kinds.forEach((kind, i) => {
    const paths = known.get(kind.id) ?? new Set();
    const candidates = [caseName(paths, caseFile), schemaName(kind), commonName(tables[kind.id])];
    const free = candidates.find((candidate) => candidate !== null && !taken.has(candidate));
    const name = free ?? `${word} ${i + 1}`;
    taken.add(name);
    names[kind.id] = name;
  });
  return names;
}

function caseName(paths: Set<string>, caseFile: CaseFile | null): string | null {
  const fitting = Object.entries(caseFile?.kinds ?? {}).filter(([, kind]) =>
    kind.has.every((path) => paths.has(path)),
  );
  fitting.sort((a, b) => b[1].has.length - a[1].has.length);
  return fitting[0]?.[0] ?? null;
}

/** The name of a table, a type or an index is schema, as a path is; one that looks like a value is not shown. */
function schemaName(kind: StoreKind): string | null {
  const name = kind.table ?? typeOf(kind);
  return name === undefined || looksLikeValue(name) !== null ? null : name;
}

/** What anybody would call such a table, whoever called it so. */
function commonName(name: string | undefined): string | null {
  return name !== undefined && loadVocabulary().isCommon(name) ? name : null;
}
