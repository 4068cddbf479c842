import { type Category, isCategory } from '../../contract/categories';
import type { Evidence } from '../../contract/evidence';
import type { Manifest } from '../../contract/manifest';
import type { ResultUnread } from '../../contract/results';
import type { Proof } from '../../contract/truth';
import { unreadDocuments } from '../../records/store/not-read';

/** What the study knows of what was not read. */
interface UnreadSources {
  evidence: Evidence;
  proof: Proof | null;
  /** In how many refused documents a name of one of some categories stands. */
  named: (categories: readonly Category[]) => number | null;
  /** Categories that claims speak of. */
  categories: readonly string[];
}

/** What of an input was not read, as it may be published. The total of a proof counts only where the proof holds. */
export function unreadOf(
  manifest: Manifest,
  { evidence, proof, named, categories }: UnreadSources,
): ResultUnread {
  const isWhole = evidence.kind === 'census' && evidence.proof === 'checked';
  return {
    documents: unreadDocuments(manifest, isWhole ? (proof?.total?.value ?? null) : null),
    files: Object.values(manifest.notRead.aside).reduce((sum, count) => sum + count, 0),
    named:
      named([]) === null ? null : categories.filter(isCategory).filter((category) => named([category]) !== 0),
  };
}
