import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Leaked } from '../../contract/leaked';
import type { Manifest } from '../../contract/manifest';
import type { RejectPosition } from '../../contract/results';
import type { Engine } from '../../contract/store';
import { quoteText } from '../../engine/quote';

/** Where the rejected lines lie and why, in reading order; as many as the pass kept. Never what they say. */
export async function readRejects(
  dir: string,
  manifest: Manifest,
  engine: Engine,
): Promise<RejectPosition[]> {
  const file = join(dir, 'rejects.parquet');
  if (manifest.rejected === 0 || !existsSync(file)) return [];
  const from = `from read_parquet(${quoteText(file)}) order by part, line, byte`;
  const [places, codes] = await Promise.all([
    engine.numbers(`select part, line, byte, length ${from}`),
    engine.texts(`select code ${from}`),
  ]);
  return places.map(([part, line, byte, length], i) => {
    const code = codes[i]?.[0];
    return {
      part: part ?? 0,
      line: line ?? 0,
      byte: byte ?? 0,
      length: length ?? 0,
      code: code ? Leaked.unseal(code) : '',
    };
  });
}
