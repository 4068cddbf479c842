import type { StoreKind } from '../../contract/manifest';
import { className } from '../../fields/class-name';
import { tableOfFile } from '../../records/csv/table-of-file';
import type { OpenedInput } from '../../records/open-input';

/**
 * What the tables of an input are called, by kind: by an SQL dump or an envelope, else by the class that all documents of the kind
 * name, else by the one file that holds them all. For telling what belongs together; file names are private and go into no output
 * but where `namesOfKinds` finds them common.
 */
export async function tableNames({
  store,
  preview,
}: Pick<OpenedInput, 'store' | 'preview'>): Promise<Record<string, string>> {
  const names: Record<string, string> = {};
  const { kinds, parts } = store.manifest;
  for (const kind of kinds) {
    const { id, table, file: called } = kind;
    const told = table?.split('.').at(-1) ?? typeOf(kind) ?? (await className(store, kind)) ?? called;
    if (told !== undefined) names[id] = told;
    else {
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

/** Types that say nothing. */
const NO_TYPES = ['_doc', 'doc', '_source'];

/** The type or index by which an envelope names a kind. */
export function typeOf({ type, index }: StoreKind): string | undefined {
  return type === undefined || NO_TYPES.includes(type) ? index : type;
}
