import { emitter } from './emit';
import { loadDanfo } from '../danfo/load-danfo';
import { repairLoadedDanfo } from '../danfo/repair-danfo';
import { shownOf } from './shown';

/**
 * Shows the last value of a cell: what can show itself as {@link show} does, all else printed. A promise is waited for.
 * The kernel and the runner wait for it before the cell ends.
 *
 * @param print how the kernel prints a value
 */
export async function showLast(last: unknown, print: (value: unknown) => void): Promise<void> {
  const value = await last;
  if (value === null || value === undefined) return;
  const emit = emitter();
  const shown = emit && shownOf(value);
  if (!shown) print(value);
  else for (const output of await shown.outputs()) emit(output);
}

/** Before a cell runs: one that names danfojs-node gets it repaired. */
export function prepareCell(source: string): void {
  if (source.includes('danfojs-node')) prepareDanfo();
}

function prepareDanfo(): void {
  try {
    loadDanfo();
  } catch {
    // The cell's own import tells what is wrong.
  }
  repairLoadedDanfo();
}
