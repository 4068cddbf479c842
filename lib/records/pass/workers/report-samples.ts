import type { SampleReport } from './worker-report';
import type { PassExports } from '../wasm/pass-exports';

/** A sample in the pass's memory (assembly/samples.ts): four numbers of 32 bits. */
const WORDS = 4;

/** The samples of all paths, one behind the other. */
export function reportSamples(pass: PassExports): SampleReport {
  const counts = Uint32Array.from({ length: pass.nodeTotal() }, (_, id) => pass.nodeSampleCount(id));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const report = { counts, docs: new Float64Array(total), lengths: new Uint32Array(total) };
  const { buffer } = pass.memory;
  const starts = new Uint32Array(total);
  let at = 0;
  counts.forEach((count, id) => {
    const words = new Uint32Array(buffer, pass.nodeSamples(id) >>> 0, count * WORDS);
    for (let i = 0; i < words.length; i += WORDS, at++) {
      report.docs[at] = (words[i + 1] ?? 0) * 2 ** 32 + (words[i] ?? 0);
      starts[at] = words[i + 2] ?? 0;
      report.lengths[at] = words[i + 3] ?? 0;
    }
  });
  const memory = Buffer.from(buffer);
  const bytes = Buffer.allocUnsafeSlow(report.lengths.reduce((sum, length) => sum + length, 0));
  let to = 0;
  starts.forEach((start, i) => (to += memory.copy(bytes, to, start, start + (report.lengths[i] ?? 0))));
  return { ...report, bytes };
}
