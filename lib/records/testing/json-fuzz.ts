import { isJson } from '../detect/is-json';
import { JSON_FUZZ_LINES } from './json-fuzz-lines';

const TOKENS = [
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  ' ',
  '0',
  '1',
  '9',
  '-',
  '+',
  '.',
  'e',
  'E',
  't',
  'n',
  'u',
  'a',
  '\t',
  '\r',
  '\\u',
  '\\"',
  'null',
  'true',
  'é',
  '😀',
  '\u0001',
  '\u00a0',
  '"a":',
  '{}',
  '[]',
];
const ACCOUNT =
  '{"user_id":0,"username":"user0000000","email":"uc@example.org","tz":"America/Chicago","devices":[{"mac":"02AA8E494912",' +
  '"ip":"192.168.1.2"},{"mac":"02","fw":null,"n":[1.50,-0,2E3]}],"body":{"w":2.50,"ok":true}}';

const VALID = [ACCOUNT, ...JSON_FUZZ_LINES.filter((line) => line.length < 2000 && isJson(line))];

/** `count` lines made from valid ones by deleting, inserting and replacing; the same for the same seed. */
export function mutatedLines(count: number, seed: number, valid: readonly string[] = VALID): string[] {
  let state = seed >>> 0;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const lines: string[] = [];
  while (lines.length < count) {
    const tokens = Array.from(valid[draw(valid.length)] ?? '');
    for (let step = draw(3); step >= 0; step--) {
      const fresh = TOKENS[draw(TOKENS.length)] ?? '';
      const how = draw(3);
      tokens.splice(draw(tokens.length + 1), how === 1 ? 0 : 1, ...(how === 0 ? [] : [fresh]));
    }
    const line = tokens.join('').replace(/\n/g, '');
    if (!/\p{Surrogate}/u.test(line)) lines.push(line);
  }
  return lines;
}
