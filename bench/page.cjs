'use strict';
// Lays what was measured out as a page.
const { execFileSync } = require('node:child_process');
const { cpus, totalmem } = require('node:os');
const { join } = require('node:path');

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const number = (value) => value.toLocaleString('en-GB');
const list = (values) => values.map((value) => value.toFixed(2)).join(', ');
const megabytes = (value) => (value === null ? 'not measured' : `${value.toFixed(0)} MB`);

exports.page = ({ pairs, growth, worlds }) => {
  const { version: duckdb } = require('@duckdb/node-api/package.json');
  const machine = `${cpus().length} × ${cpus()[0].model.trim()}, ${(totalmem() / 1e9).toFixed(0)} GB, ${process.platform}`;
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
};

function overview(pairs) {
  const row = ({ name, times, memory, ratio, bar }) =>
    `| ${name} | ${median(times.t0).toFixed(2)} s | ${median(times.kit).toFixed(2)} s | ${ratio.toFixed(2)} | ${bar} | ${megabytes(memory.t0)} | ${megabytes(memory.kit)} |`;
  const head =
    '| suite | T0 | inspect | ratio | bar | memory of T0 | of inspect |\n|---|---|---|---|---|---|---|';
  return `\n${head}\n${pairs.map(row).join('\n')}\n${pairs.map(extras).join('')}`;
}

function extras({ opening, curve }) {
  if (!opening) return '';
  return `
With the working copy in the cache, opening it takes ${opening.seconds.toFixed(2)} s (bar: ${opening.bar} s); the people curve alone takes
${curve.seconds.toFixed(2)} s, ${curve.ratio.toFixed(2)} of T0 (bar: ${curve.bar}).
`;
}

function details({ name, title, size, files, bytes, times, ratios }) {
  return `
## ${name}

${title}: ${number(size)}, ${files} ${files === 1 ? 'file' : 'files'}, ${(bytes / 1e6).toFixed(0)} MB.
T0, s: ${list(times.t0)}; inspect, s: ${list(times.kit)}; pair by pair: ${list(ratios)}
`;
}

/** The exponent says how the time grows: 1 is with the input. */
function grown(rows) {
  const exponent = (i) =>
    Math.log(rows[i].seconds / rows[i - 1].seconds) / Math.log(rows[i].size / rows[i - 1].size);
  const line = ({ size, seconds }, i) =>
    `| ${number(size)} | ${seconds.toFixed(2)} s | ${i === 0 ? '' : exponent(i).toFixed(2)} |`;
  return `\n## growth\n\n| people | inspect | exponent |\n|---|---|---|\n${rows.map(line).join('\n')}\n`;
}

function commit() {
  try {
    const options = { cwd: join(__dirname, '..'), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], options).trim();
  } catch {
    return 'no commit';
  }
}
