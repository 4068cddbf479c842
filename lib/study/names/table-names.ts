import { tableOfFile } from '../../records/csv/table-of-file';
import type { OpenedInput } from '../../records/open-input';

/**
 * What the tables of an input are called, by kind: by an SQL dump or an envelope, else by the one file that holds all documents of
 * the kind. For telling what belongs together; file names are private and go into no output.
 */
export async function tableNames({
  store,
  preview,
}: Pick<OpenedInput, 'store' | 'preview'>): Promise<Record<string, string>> {
  const names: Record<string, string> = {};
  const { kinds, parts } = store.manifest;
  for (const { id, table, type, index, file: called } of kinds) {
    const told = table?.split('.').at(-1) ?? type ?? index ?? called;
    if (told !== undefined) names[id] = told;
    else if (kinds.length > 1 && parts.length > 1) {
      const [[first = null, last = null] = []] = await store.engine.numbers(
        `select min(_part), max(_part) from ${store.source(id)}`,
      );
      const file =
        first !== null && first === last ? preview.parts[parts[first]?.file ?? -1]?.name : undefined;
      if (file !== undefined) names[id] = tableOfFile(file);
    }
  }
  return names;
}
