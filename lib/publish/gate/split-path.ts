/** One step of a path: a key as written, or what stands between keys. */
export interface PathStep {
  /** The key as text; null for `.`, `[]`, `{*}`, `«json»`, `«key»`, `«address»`. */
  key: string | null;
  /** As it stands in the path. */
  written: string;
}

const STEP =
  /\["(?:[^"\\]|\\.)*"\]|\[\]|\{\*\}|«json»|«key»|«address»|\.|(?:(?!\[\]|\["|«json»|«key»|«address»|\{\*\})[^.])+/gu;

/** Splits a path of the inventory into its keys and what joins them (docs/contract.md, Path). */
export function splitPath(path: string): PathStep[] {
  return (path.match(STEP) ?? []).map((written) => {
    if (['.', '[]', '{*}', '«json»', '«key»', '«address»'].includes(written)) return { key: null, written };
    if (!written.startsWith('["')) return { key: written.replace(/#\d+$/, ''), written };
    try {
      return { key: String(JSON.parse(written.slice(1, -1))), written };
    } catch {
      return { key: written, written };
    }
  });
}
