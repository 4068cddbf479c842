import type { PartEnvelope } from '../../contract/manifest';

/** An action line of a bulk request. */
const ACTION = /^\s*\{\s*"(?:index|create|update|delete)"\s*:\s*\{[^{}]*\}\s*\}\s*$/;
/** Members that only MongoDB's extended JSON has. */
const WRAPPER = /\{\s*"\$(?:oid|date|numberLong|numberDecimal|binary)"\s*:/;
/** How many lines are looked at. */
const LINES = 50;

/**
 * Tells what wraps the documents of a JSON text by its head: a bulk request by its action lines, responses and dumps of
 * Elasticsearch by the members of their first object, MongoDB by its wrappers.
 */
export function sniffEnvelope(text: string): PartEnvelope | null {
  const lines = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, LINES);
  const actions = lines.filter((line) => ACTION.test(line)).length;
  if (actions > 0 && (actions === lines.length || actions * 3 >= lines.length)) return 'es-bulk';
  const first = text.replace(/^[\s[]+/, '');
  const { members: keys, whole } = topMembers(first);
  if (keys.has('hits') && /^\{\s*"/.test(keys.get('hits') ?? '')) return 'es-response';
  if (keys.has('responses') && /^\[\s*\{/.test(keys.get('responses') ?? '')) return 'es-response';
  // A reply whose shards failed by the thousand holds its hits behind the head.
  if (!whole && keys.has('took') && (keys.has('timed_out') || keys.has('_shards'))) return 'es-response';
  if (keys.has('_source') && (keys.has('_index') || keys.has('_id'))) return 'elasticdump';
  return WRAPPER.test(text) ? 'mongo' : null;
}

/** Members of the object that a text begins with, as far as it goes: key, and the text from its value on; and whether it ends. */
function topMembers(text: string): { members: Map<string, string>; whole: boolean } {
  const members = new Map<string, string>();
  let depth = 0;
  for (const { 0: token, 1: key, index } of text.matchAll(
    /"((?:[^"\\]|\\.)*)"\s*:\s*|"(?:[^"\\]|\\.)*"|[[{\]}]/g,
  )) {
    if (token === '{' || token === '[') depth++;
    else if ((token === '}' || token === ']') && --depth <= 0) return { members, whole: true };
    else if (depth === 1 && key !== undefined)
      members.set(key, text.slice(index + token.length, index + token.length + 64));
  }
  return { members, whole: false };
}
