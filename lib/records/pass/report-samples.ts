import type { SampleReport } from './messages';
import type { PassExports } from './pass-exports';

/** A sample in the pass's memory (assembly/samples.ts): four numbers of 32 bits. */
const WORDS = 4;

/** The samples of all paths, one behind the other. */
export function reportSamples(pass: PassExports): SampleReport {
  const counts = Uint32Array.from({ length: pass.nodeTotal() }, (_, id) => pass.nodeSampleCount(id));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const report = { counts, docs: new Float64Array(total), lengths: new Uint32Array(total) };
  const { buffer } = pass.memory;
  const texts: Uint8Array[] = [];
  counts.forEach((count, id) => {
    const words = new Uint32Array(buffer, pass.nodeSamples(id) >>> 0, count * WORDS);
    for (let i = 0; i < count; i++) {
      const [low = 0, high = 0, start = 0, length = 0] = words.subarray(i * WORDS, i * WORDS + WORDS);
      report.docs[texts.length] = high * 2 ** 32 + low;
      report.lengths[texts.length] = length;
      texts.push(new Uint8Array(buffer, start, length));
    }
  });
  return { ...report, bytes: Buffer.concat(texts) };
}
