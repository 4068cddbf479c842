import { Sample } from '../wasm/shared/records';
import type { SampleReport } from './worker-report';
import type { PassExports } from '../wasm/pass-exports';

/** The samples of all paths, one behind the other. */
export function reportSamples(pass: PassExports): SampleReport {
  const counts = Uint32Array.from({ length: pass.nodeTotal() }, (_, id) => pass.nodeSampleCount(id));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const report = { counts, docs: new Float64Array(total), lengths: new Uint32Array(total) };
  const { buffer } = pass.memory;
  const starts = new Uint32Array(total);
  let at = 0;
  counts.forEach((count, id) => {
    const samples = new Uint32Array(buffer, pass.nodeSamples(id) >>> 0, count * Sample.FIELDS);
    for (let i = 0; i < samples.length; i += Sample.FIELDS, at++) {
      const field = (name: Sample): number => samples[i + name] ?? 0;
      report.docs[at] = field(Sample.docHigh) * 2 ** 32 + field(Sample.doc);
      starts[at] = field(Sample.text);
      report.lengths[at] = field(Sample.length);
    }
  });
  const memory = Buffer.from(buffer);
  const bytes = Buffer.allocUnsafeSlow(report.lengths.reduce((sum, length) => sum + length, 0));
  let to = 0;
  starts.forEach((start, i) => (to += memory.copy(bytes, to, start, start + (report.lengths[i] ?? 0))));
  return { ...report, bytes };
}
