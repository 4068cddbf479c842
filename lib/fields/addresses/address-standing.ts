import type { StorePath } from '../../contract/manifest';

/** Whose the addresses are that were found in the cells of a path: of whom the record is, or of somebody whom a text mentions. */
export type AddressStanding = 'own' | 'mentioned';

const known = new WeakMap<StorePath, AddressStanding>();

/** How the addresses of a path stand that `spreadAddresses` made; null where the path holds what it says, whole. */
export function addressStanding(entry: StorePath): AddressStanding | null {
  return known.get(entry) ?? null;
}

/** Keeps it for whoever classifies the path. */
export function keepStanding(entry: StorePath, standing: AddressStanding): void {
  known.set(entry, standing);
}

/** What is said of addresses that were found in cells, as clauses; none of any other path. */
export function addressReasons(entry: StorePath): string[] {
  const standing = addressStanding(entry);
  if (standing === null) return [];
  return [
    standing === 'own'
      ? 'each address in its cells is counted by itself'
      : 'a text mentions these addresses: they may be anybody’s',
  ];
}
