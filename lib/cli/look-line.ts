import type { Look } from '../records/look-at';
import { formatBytes } from './format';

/** The one line before reading: what the input looks like, what it needs, and that nothing leaves this computer. */
export function lookLine(look: Look): string {
  const gzipped = look.parts.filter((part) => part.compression === 'gzip').length;
  const format =
    gzipped === 0 ? 'NDJSON' : gzipped === look.parts.length ? 'gzipped NDJSON' : 'NDJSON, partly gzipped';
  const files = look.parts.length === 1 ? 'one file' : `${look.parts.length} files`;
  const text = gzipped > 0 ? ` (some ${formatBytes(look.textBytesEstimate)} of text)` : '';
  return (
    `This looks like ${format}: ${files}, ${formatBytes(look.bytes)}${text}. ` +
    `Its private working copy needs some ${formatBytes(look.diskNeeded)}; ${formatBytes(look.diskFree)} are free. ` +
    'Nothing leaves this computer.'
  );
}
