import { CATEGORIES } from '../../contract/categories';
import type { Known, OnProgress } from '../../contract/progress';
import type { AirlockProgress } from './airlock-messages';

/** Progress of the reading process in the words of the house. */
export function asRead(onProgress: OnProgress): (progress: AirlockProgress) => void {
  return (progress) => {
    const { step, bytes, totalBytes } = progress;
    const known = knownOf(progress);
    if (step === 'read') onProgress({ step, done: bytes, total: totalBytes, unit: 'bytes', known });
    else onProgress({ step, done: 0, total: null, unit: 'paths', known });
  };
}

/** Of the health categories the one that most documents have; of two with as many the first of the taxonomy. */
function knownOf({ documents, rejected, addresses, withHealth }: AirlockProgress): Known {
  const [first] = CATEGORIES.flatMap((category) => {
    const count = withHealth[category] ?? 0;
    return count > 0 ? [{ category, documents: count }] : [];
  }).sort((a, b) => b.documents - a.documents);
  return { documents, unreadable: rejected, addresses, health: first ?? null };
}
