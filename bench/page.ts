import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { version as duckdb } from '@duckdb/node-api/package.json';
import { ROOT } from './commands';
import type { PairResult } from './pair-suite';
import { median } from './statistics';

/** What `npm run bench` measured. */
export interface Measured {
  pairs: PairResult[];
  /** Seconds of `inspect` alone by people, larger and larger. */
  growth: { size: number; seconds: number }[];
  /** What the bench of the worlds printed; null where it was not asked for. */
  worlds: string | null;
}

const number = (value: number): string => value.toLocaleString('en-GB');
const list = (values: readonly number[]): string => values.map((value) => value.toFixed(2)).join(', ');
const megabytes = (value: number | null): string =>
  value === null ? 'not measured' : `${value.toFixed(0)} MB`;

/** Lays what was measured out as a page of Markdown. */
export function page({ pairs, growth, worlds }: Measured): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${(totalmem() / 1e9).toFixed(0)} GB, ${process.platform}`;
  return `# inspect against DuckDB's own load

Each run in a fresh process, with an empty cache or database, T0 and \`inspect\` in turn, page cache warm, after a warm-up of
each. Times are wall-clock medians; the ratio is the median of the pairs' ratios. Memory is the peak over all processes of a run
together, in one more run.

T0 is \`create table … as select * from read_json(FILE, sample_size = -1)\`, for CSV \`read_csv(FILE, all_varchar = true)\`, on
two threads, one table a file. It makes tables; \`inspect\` also hashes the files, checks every byte, counts every path exactly,
names fields and counts people.
${pairs.length > 0 ? overview(pairs) : ''}${pairs.map(details).join('')}${growth.length > 0 ? grown(growth) : ''}${worlds === null ? '' : `\n## Worlds\n\n\`\`\`\n${worlds.trim()}\n\`\`\`\n`}
${new Date().toISOString().slice(0, 10)}, ${commit()}, Node ${process.version}, @duckdb/node-api ${duckdb}, ${machine}.
Made by \`npm run bench\`.
`;
}

function overview(pairs: readonly PairResult[]): string {
  const row = ({ name, suite, times, memory, ratios }: PairResult) =>
    `| ${name} | ${median(times.t0).toFixed(2)} s | ${median(times.kit).toFixed(2)} s | ${median(ratios).toFixed(2)} | ${suite.bar} | ${megabytes(memory.t0)} | ${megabytes(memory.kit)} |`;
  const head =
    '| suite | T0 | inspect | ratio | bar | memory of T0 | of inspect |\n|---|---|---|---|---|---|---|';
  return `\n${head}\n${pairs.map(row).join('\n')}\n${pairs.map(ofSecondOpening).join('')}`;
}

function ofSecondOpening({ again, times }: PairResult): string {
  if (!again) return '';
  return `
With the working copy in the cache, opening it takes ${again.opening.toFixed(2)} s (bar: ${again.openingBar} s); the people curve alone takes
${again.curve.toFixed(2)} s, ${(again.curve / median(times.t0)).toFixed(2)} of T0 (bar: ${again.curveBar}).
`;
}

function details({ name, suite, files, bytes, times, ratios }: PairResult): string {
  return `
## ${name}

${suite.title}: ${number(suite.size)}, ${files} ${files === 1 ? 'file' : 'files'}, ${(bytes / 1e6).toFixed(0)} MB.
T0, s: ${list(times.t0)}; inspect, s: ${list(times.kit)}; pair by pair: ${list(ratios)}
`;
}

/** The exponent says how the time grows: 1 is with the input. */
function grown(rows: Measured['growth']): string {
  const line = ({ size, seconds }: Measured['growth'][number], i: number) => {
    const before = rows[i - 1];
    const exponent = before
      ? (Math.log(seconds / before.seconds) / Math.log(size / before.size)).toFixed(2)
      : '';
    return `| ${number(size)} | ${seconds.toFixed(2)} s | ${exponent} |`;
  };
  return `\n## growth\n\n| people | inspect | exponent |\n|---|---|---|\n${rows.map(line).join('\n')}\n`;
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'no commit';
  }
}
