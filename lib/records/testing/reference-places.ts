// The tests' own search for the documents of a JSON text, character by character: elements of arrays at the top, and values
// beside each other there. Broken documents are followed like whole ones; texts in which lines would help are not its matter.

const BLANKS = ' \t\r\n';

/** Where the documents of a JSON text lie. */
export function referencePlaces(bytes: Buffer): { line: number; byte: number; length: number }[] {
  const text = bytes.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '   '); // a byte order mark
  const places: { line: number; byte: number; length: number }[] = [];
  let isArray = false;
  let begun = -1;
  let depth = 0;
  let inString = false;
  let isEscaped = false;
  const end = (at: number): void => {
    const whole = text.slice(begun, at).replace(/[ \t\r\n]+$/, '');
    places.push({ line: text.slice(0, begun).split('\n').length, byte: begun, length: whole.length });
    begun = -1;
  };
  for (let at = 0; at < text.length; at++) {
    const c = text[at] as string;
    const isQuote = c === '"' && !isEscaped;
    isEscaped = c === '\\' && !isEscaped;
    const isString = inString;
    if (isQuote) inString = !inString;
    if (begun >= 0 && depth === 0 && !isArray && c === '\n') {
      end(at);
      inString = false;
      isEscaped = false;
      continue;
    }
    const structure = isString || !'[]{},'.includes(c) ? '' : c;
    if (begun >= 0) {
      if (depth > 0) {
        if ('[{'.includes(structure || ' ')) depth++;
        else if ('}]'.includes(structure || ' ') && --depth === 0 && !isArray) end(at + 1);
        continue;
      }
      if (structure === ',') {
        end(at);
        continue;
      }
      if (structure === ']' && isArray) {
        end(at);
        isArray = false;
        continue;
      }
      if (structure !== '[' && structure !== '{') continue;
      end(at); // and another begins
    }
    if (BLANKS.includes(c) || c === ',') continue;
    if (isArray && c === ']') isArray = false;
    else if (!isArray && c === '[') isArray = true;
    else {
      begun = at;
      depth = c === '{' || c === '[' ? 1 : 0;
    }
  }
  if (begun >= 0) end(text.length);
  return places;
}
