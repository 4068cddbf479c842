import type { Manifest } from '../../contract/manifest';

/** Places where documents that were read are changed in a way that was not carried out. */
const CHANGED = ['STATEMENTS_UNAPPLIED', 'UPDATES_UNAPPLIED'];

/**
 * Documents of an input that were not read: refused, in parts that broke off, or in files left aside. Blank lines, titles,
 * statements without rows, litter and notes beside data are none.
 *
 * @param total documents of the source in all, where somebody independent of the input counts them; defaults to null
 * @returns the most there may be; null where a part broke off or a file was left aside, and no total tells how many are lost, and
 *   where documents are changed later on
 */
export function unreadDocuments(
  manifest: Pick<Manifest, 'documents' | 'deleted' | 'notRead' | 'kinds' | 'paths'>,
  total: number | null = null,
): number | null {
  const { documents, deleted, notRead } = manifest;
  const { open, aside } = notRead;
  const empty = contentless(manifest);
  const refused = notRead.refused + empty;
  // However many there are in all, none of those that were read need hold what they hold.
  if (CHANGED.some((code) => (open[code] ?? 0) > 0)) return null;
  if (Object.keys(open).length === 0 && Object.keys(aside).length === 0) return refused;
  return total === null ? null : Math.max(refused, total - documents + empty - deleted);
}

/** Documents that stand there without what they hold: `null`, hits without their source. */
function contentless({
  kinds,
  paths,
  documents: all,
}: Pick<Manifest, 'documents' | 'kinds' | 'paths'>): number {
  // Hits without their source are of no kind.
  const others = all - kinds.reduce((sum, { documents }) => sum + documents, 0);
  return kinds.reduce((sum, { id, documents }) => {
    const own = paths.filter(({ kind }) => kind === id);
    const isBare = own.length > 0 && own.every(({ path, filled }) => path === '$' && filled === 0);
    return isBare ? sum + documents : sum;
  }, others);
}
