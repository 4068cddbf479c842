import type { StatedTotal } from './declared-total';

/** What a response of Elasticsearch says beside its hits. */
export interface EsResponse {
  totals: StatedTotal[];
  /** Whether it has a list of hits at all; a count, an error or an acknowledgement has none. */
  hasHits: boolean;
  /** It timed out, a shard failed, or it is an error: there was more to find. */
  isIncomplete: boolean;
}

type Json = Record<string, unknown>;
/** Members of replies that bring no hits. */
const REPLIES = ['_shards', 'error', 'acknowledged', 'succeeded'];

/**
 * Reads a response whose hits were replaced by their number.
 *
 * @returns null if it is no JSON or no response
 */
export function readResponse(text: Buffer): EsResponse | null {
  const value = parsed(text);
  if (!value) return null;
  const responses = Array.isArray(value['responses']) ? value['responses'].filter(isObject) : [value];
  const hits = responses.map((response) => response['hits']).filter(isObject);
  const hasHits = hits.some((each) => Array.isArray(each['hits']));
  if (!hasHits && !REPLIES.some((key) => key in value)) return null;
  return {
    totals: [...hits.flatMap(statedTotal), ...(hasHits ? [] : statedCount(value))],
    hasHits,
    isIncomplete: [value, ...responses].some(isIncomplete),
  };
}

function parsed(text: Buffer): Json | null {
  try {
    const value: unknown = JSON.parse(text.toString());
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A number up to version 6, an object from version 7 on. */
function statedTotal({ total, hits }: Json): StatedTotal[] {
  const { value, relation } = isObject(total) ? total : { value: total, relation: 'eq' };
  if (!isCount(value)) return [];
  const [count] = Array.isArray(hits) ? (hits as unknown[]) : [];
  return [{ value, relation: relation === 'gte' ? 'gte' : 'eq', hits: isCount(count) ? count : 0 }];
}

function statedCount({ count }: Json): StatedTotal[] {
  return isCount(count) ? [{ value: count, relation: 'eq', hits: 0 }] : [];
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isIncomplete({ timed_out: timedOut, _shards: shards, error }: Json): boolean {
  return timedOut === true || error !== undefined || (isObject(shards) && Number(shards['failed']) > 0);
}
