/**
 * Compiles the byte pass to WebAssembly. What it writes is committed, so that an install needs no compiler:
 * pass.wasm, the types of its exports, and a stamp with the hashes of sources and output.
 *
 *   npm run build:wasm               installs the compiler (tools/assemblyscript) if need be, and compiles
 *   npm run build:wasm -- --check    without a compiler: is what is committed made from these sources?
 *   npm run build:wasm -- --compare  compiles anew and compares every byte with what is committed
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { format, resolveConfig } from 'prettier';

const root = join(__dirname, '..');
const tools = join(root, 'tools', 'assemblyscript');
const pass = 'lib/records/pass';
/** Folders whose files the compiler reads. */
const SOURCES = [`${pass}/assembly`, `${pass}/wasm/shared`];
const OPTIONS =
  '-O3 --noAssert --runtime minimal --enable simd --use abort= --exportStart start --disableWarning 201';
const WASM = `${pass}/wasm/pass.wasm`;
const TYPES = `${pass}/wasm/pass-exports.ts`;
const STAMP = `${pass}/wasm/pass.wasm.json`;

const read = (path: string): Buffer => readFileSync(join(root, path));
const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** All files below a folder, in an order that is the same everywhere. */
function filesBelow(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    })
    .sort();
}

/** The exact version that tools/assemblyscript asks for. */
function compilerVersion(): string {
  const { dependencies } = JSON.parse(readFileSync(join(tools, 'package.json'), 'utf8')) as {
    dependencies: { assemblyscript: string };
  };
  return dependencies.assemblyscript;
}

/** What the committed files must be made from, and what they must be. */
function stampOf(wasm: Uint8Array, types: string): string {
  const sources = SOURCES.flatMap(filesBelow).map((path) => `${sha256(read(path))}  ${path}\n`);
  const stamp = {
    compiler: `assemblyscript ${compilerVersion()}`,
    options: OPTIONS,
    sources: sha256(sources.join('')),
    wasm: sha256(wasm),
    types: sha256(types),
  };
  return `${JSON.stringify(stamp, null, 2)}\n`;
}

/** Installs the compiler into its own folder, unless it is there. */
function install(): void {
  const installed = join(tools, 'node_modules', 'assemblyscript', 'package.json');
  const version = existsSync(installed)
    ? (JSON.parse(readFileSync(installed, 'utf8')) as { version: string }).version
    : null;
  if (version === compilerVersion()) return;
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: tools, stdio: 'inherit' });
}

/** Runs the compiler; its outputs as they are to be committed. */
async function compile(): Promise<{ wasm: Buffer; types: string }> {
  install();
  const scratch = mkdtempSync(join(tmpdir(), 'breachscope-wasm-'));
  try {
    const out = join(scratch, 'pass.wasm');
    const compiler = join(tools, 'node_modules', 'assemblyscript', 'bin', 'asc.js');
    const args = [`${pass}/assembly/index.ts`, '--outFile', out, '--bindings', 'raw', ...OPTIONS.split(' ')];
    execFileSync(process.execPath, [compiler, ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const types = exportTypes(readFileSync(join(scratch, 'pass.d.ts'), 'utf8'));
    const config = await resolveConfig(join(root, TYPES));
    return {
      wasm: readFileSync(out),
      types: await format(types, { ...config, filepath: TYPES }),
    };
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** One function in the compiler's declarations: its place, the types of parameters and result, its name. */
const DECLARED = /\/\*\*\s+\* ([\w/-]+)\s+((?:\* @.*\s+)*)\*\/\s+export function (\w+)/g;

/** The compiler's declarations as an interface, with the types of the byte pass itself. */
function exportTypes(declarations: string): string {
  const members = [...declarations.matchAll(DECLARED)].map(([, , tags = '', name = '']) => {
    const parameters = [...tags.matchAll(/@param (\w+) `(\w+)`/g)].map(([, key, type]) => `${key}: ${type}`);
    const result = /@returns `(\w+)`/.exec(tags)?.[1];
    return `  ${name}(${parameters.join(', ')}): ${result === 'bool' ? 'i32' : (result ?? 'void')};`;
  });
  return [
    '// Written by npm run build:wasm from what the compiler says; not to be edited.',
    '/** Offset into the memory; negative numbers are those above 2^31. */\ntype usize = number;',
    '/** 32 bits; results above 2^31 come as negative numbers. */\ntype u32 = number;',
    'type i32 = number;\ntype u64 = bigint;\ntype i64 = bigint;\ntype f64 = number;\ntype bool = boolean;\n',
    '/** What the byte pass exports (assembly/index.ts). */',
    'export interface PassExports {\n  readonly memory: { readonly buffer: ArrayBuffer };\n  start(): void;',
    ...members,
    '}\n',
  ].join('\n');
}

/** Paths of the committed files that are not these. */
function different(wasm: Buffer, types: string): string[] {
  const expected = { [WASM]: wasm, [TYPES]: Buffer.from(types), [STAMP]: Buffer.from(stampOf(wasm, types)) };
  return Object.entries(expected)
    .filter(([path, bytes]) => !existsSync(join(root, path)) || !read(path).equals(bytes))
    .map(([path]) => path);
}

async function main(mode: string | undefined): Promise<void> {
  if (mode === undefined) {
    const { wasm, types } = await compile();
    writeFileSync(join(root, WASM), wasm);
    writeFileSync(join(root, TYPES), types);
    writeFileSync(join(root, STAMP), stampOf(wasm, types));
    return;
  }
  const { wasm, types } =
    mode === '--compare' ? await compile() : { wasm: read(WASM), types: read(TYPES).toString() };
  const stale = different(wasm, types);
  if (stale.length === 0) return;
  process.stderr.write(
    `Not made from the sources of the byte pass: ${stale.join(', ')}. npm run build:wasm\n`,
  );
  process.exitCode = 1;
}

void main(process.argv[2]);
