import { CATEGORIES } from '../../contract/categories';
import type { Known, ProgressEvent } from '../../contract/progress';
import type { PassProgress } from '../pass/pass-options';

/** How far the reading process is, in the words of the house. */
export function readingProgress(progress: PassProgress): ProgressEvent {
  const { step, bytes, totalBytes } = progress;
  const known = knownOf(progress);
  if (step === 'read') return { step, done: bytes, total: totalBytes, unit: 'bytes', known };
  return { step, done: 0, total: null, unit: 'paths', known };
}

/** Of the health categories the one that most documents have; of two with as many the first of the taxonomy. */
function knownOf({ documents, rejected, addresses, withHealth }: PassProgress): Known {
  const [first] = CATEGORIES.flatMap((category) => {
    const count = withHealth[category] ?? 0;
    return count > 0 ? [{ category, documents: count }] : [];
  }).sort((a, b) => b.documents - a.documents);
  return { documents, unreadable: rejected, addresses, health: first ?? null };
}
