import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import { AnalysisError, type ErrorCode } from '../contract/errors';
import { findProblem, type SchemaName } from '../contract/validate';

/** Keys and positions from the root of a document. */
export type Place = readonly (string | number)[];

/** A YAML file as read: its value, and an error for any place in it. */
export interface YamlFile {
  value: unknown;
  /** Makes an error that names file, line and column of a place; a place that is not there counts as its parent. */
  fault(place: Place, rule: string): AnalysisError;
  /** The same with another code, such as MEASURE_UNKNOWN. */
  faultOf(code: ErrorCode, place: Place, context: Record<string, string>): AnalysisError;
}

/**
 * Reads a YAML file of a case and checks its form. Aliases and duplicate keys are refused: what stands there is what holds.
 *
 * @throws CASE_INVALID with file, line and column
 */
export function readYaml(path: string, schema: SchemaName): YamlFile {
  const name = basename(path);
  const text = readText(path);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file: name, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const broken = document.errors[0];
  if (broken) throw new AnalysisError('CASE_INVALID', { ...at(broken.pos[0]), rule: yamlRule(broken.code) });
  const faultOf: YamlFile['faultOf'] = (code, place, context) =>
    new AnalysisError(code, { ...at(offsetOf(document, place)), ...context });
  const fault: YamlFile['fault'] = (place, rule) => faultOf('CASE_INVALID', place, { rule });
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  const problem = findProblem(schema, value);
  if (problem) throw fault(problem.place, problem.rule);
  return { value, fault, faultOf };
}

/** Text of a case's file. @throws CASE_INVALID at its beginning when it cannot be read */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new AnalysisError('CASE_INVALID', {
      file: basename(path),
      line: 1,
      column: 1,
      rule: 'the file is missing or cannot be read',
    });
  }
}

/** The offset of the node at a place, of its key in a map; of the last parent that is there otherwise. */
function offsetOf(document: Document, place: Place): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const key of place) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key),
      );
      if (!pair) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      offset = (node as Node | undefined)?.range?.[0] ?? offset;
    } else break;
  }
  return offset;
}

function yamlRule(code: string): string {
  return code === 'DUPLICATE_KEY' ? 'this key stands here twice' : `this is not YAML (${code})`;
}
