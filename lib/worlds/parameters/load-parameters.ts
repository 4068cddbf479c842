import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { LineCounter, parseDocument, type Document } from 'yaml';
import { AnalysisError } from '../../contract/errors';
import { faultyReference } from './check-references';
import { isObject } from './is-object';
import type { WorldParameters } from './world-parameters';
import { WORLD_SCHEMA } from './world-schema';

/** Checks parameters; compiled when the first world is loaded. */
let check: ValidateFunction<WorldParameters> | undefined;

/** What a world need not say. */
const DEFAULTS = { random: {}, roles: {}, traits: {}, pairs: {}, groups: {}, claims: {} };

interface Source {
  file: string;
  document: Document;
  lines: LineCounter;
  value: Record<string, unknown>;
}

/**
 * Reads and checks the parameters of a world. `extends: FILE` (beside it) takes everything from there that this file
 * does not say; tables are merged, lists and values replaced.
 *
 * @throws CASE_INVALID with file, line and column: no YAML, a name or value the schema does not know, something missing
 * @throws FILE_MISSING, FILE_UNREADABLE
 */
export function worldParameters(file: string): WorldParameters {
  const sources = chain(file);
  const merged = sources.reduceRight<Record<string, unknown>>(
    (all, source) => merge(all, source.value),
    DEFAULTS,
  );
  delete merged['extends'];
  check ??= new Ajv({ allErrors: false, discriminator: true }).compile<WorldParameters>(WORLD_SCHEMA);
  if (!check(merged)) throw located(sources, check.errors?.at(-1));
  const fault = faultyReference(merged);
  if (fault) throw placed(sources, fault.path, fault.rule);
  return merged;
}

/** The file, then what it extends, and so on. */
function chain(file: string): Source[] {
  const sources = [read(file)];
  for (let last = sources[0]; last; last = sources.at(-1)) {
    const parent = last.value['extends'];
    if (typeof parent !== 'string') break;
    if (sources.length > 8) throw invalid(file, last.lines, 0, 'extends goes round in a circle or too deep');
    sources.push(read(resolve(dirname(last.file), parent)));
  }
  return sources;
}

function read(file: string): Source {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new AnalysisError(missing ? 'FILE_MISSING' : 'FILE_UNREADABLE', { argument: file });
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const fault = document.errors[0];
  if (fault) throw invalid(file, lines, fault.pos[0], fault.code.toLowerCase().replaceAll('_', ' '));
  const value: unknown = document.toJS();
  if (!isObject(value)) throw invalid(file, lines, 0, 'a world needs a table of parameters');
  return { file, document, lines, value };
}

function merge(base: Record<string, unknown>, over: Record<string, unknown>): Record<string, unknown> {
  const all = { ...base };
  for (const [name, value] of Object.entries(over)) {
    const below = base[name];
    all[name] = isObject(below) && isObject(value) ? merge(below, value) : value;
  }
  return all;
}

/** A fault of the schema, where it is said. */
function located(sources: Source[], fault: ErrorObject | undefined): AnalysisError {
  const path = (fault?.instancePath ?? '')
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const where = path.length > 0 ? path.join('.') : 'the file';
  const extra: unknown = fault?.params['additionalProperty'] ?? fault?.params['propertyName'];
  const tag: unknown = fault?.params['tag'];
  if (typeof tag === 'string')
    return placed(sources, [...path, tag], `${where} needs a ${tag} that is known`);
  if (typeof extra === 'string') return placed(sources, [...path, extra], `${where} knows no ${extra}`);
  return placed(sources, path, `${where} ${fault?.message ?? 'is not as it should be'}`);
}

/** A fault at its place: in the file that says it, else where the nearest table around it begins. */
function placed(sources: Source[], path: string[], rule: string): AnalysisError {
  const [own] = sources;
  for (let length = path.length; length >= 0; length--) {
    for (const { file, document, lines } of sources) {
      const start = startOf(document, path.slice(0, length));
      if (start !== undefined) return invalid(file, lines, start, rule);
    }
  }
  return invalid(own?.file ?? '', own?.lines ?? new LineCounter(), 0, rule);
}

function startOf(document: Document, path: string[]): number | undefined {
  const last = path.at(-1);
  const around: unknown = path.length < 2 ? document.contents : document.getIn(path.slice(0, -1), true);
  const pairs = (around as { items?: { key?: { value?: unknown; range?: number[] } }[] } | undefined)?.items;
  const key = pairs?.find((pair) => pair.key?.value === last)?.key;
  const node =
    key ?? (path.length > 0 ? (document.getIn(path, true) as { range?: number[] } | undefined) : undefined);
  return node?.range?.[0];
}

function invalid(file: string, lines: LineCounter, offset: number, rule: string): AnalysisError {
  const { line, col } = lines.linePos(offset);
  return new AnalysisError('CASE_INVALID', { file, line: Math.max(1, line), column: Math.max(1, col), rule });
}
