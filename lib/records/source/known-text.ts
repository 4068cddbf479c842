import type { ForeignFormat } from './known-binary';

/** Lines that are looked at. */
const LINES = 50;

/** How a text begins (without mark and leading blanks) → format. What JSON, a table or a dump may begin with is none of these. */
const FOREIGN: { begins: RegExp; name: string; command: string }[] = [
  { begins: /^\x1e\s*[[{]/, name: 'a JSON text sequence', command: `tr -d '\\036' < FILE > FILE.ndjson` },
  {
    begins: /^(?:\/\*\*\/\s*)?(?:(?:var|let|const)\s+)?[A-Za-z_$][\w$.]*\s*[=(]\s*[[{]/,
    name: 'JavaScript',
    command: `sed '1s/^[^[{]*//; $s/[);[:space:]]*$//' FILE > FILE.json`,
  },
  {
    begins: /^(?:\[\s*)?\{\s*"?_id"?\s*:\s*ObjectId\(/,
    name: 'what the MongoDB shell prints',
    command: `sed -E 's/(ObjectId|ISODate|UUID|NumberLong|NumberInt|NumberDecimal)\\(("[^"]*"|[0-9]+)\\)/\\2/g' FILE > FILE.json`,
  },
  {
    begins: /^(?:\[\s*)?\{\s*'[^'\n]*'\s*:/,
    name: 'what Python prints',
    command: `python3 -c 'import ast, json, sys; [print(json.dumps(ast.literal_eval(line))) for line in sys.stdin]' < FILE > FILE.ndjson`,
  },
  {
    begins: /^\*{20,} 1\. row \*{20,}\r?\n/,
    name: 'what the MySQL client prints row by row',
    command: `sed -E 's/^\\*+ [0-9]+\\. row \\*+//; s/^ +//' FILE | mlr --ixtab --ips ': ' --ojsonl cat > FILE.ndjson`,
  },
  {
    begins: /^BEGIN:VCARD\s/i,
    name: 'vCard',
    command: `tr -d '\\r' < FILE | sed 's/^END:VCARD//' | mlr --ixtab --ips : --ojsonl cat > FILE.ndjson`,
  },
  {
    begins: /^(?:version: \d+\s+)?(?:#[^\n]*\n\s*)*dn::? \S/i,
    name: 'LDIF',
    command: `mlr --pass-comments --ixtab --ips ': ' --ojsonl cat FILE > FILE.ndjson`,
  },
  {
    begins:
      /^(?:%YAML |---[ \t]*\r?\n(?:- |[\w"'-]+:(?: |\r?\n))|- [\w"'-]+: [^\n]*\n(?: +[\w"'-]+:| *- [\w"'-]+: )|[\w"'-]+:[ \t]*\r?\n(?: +[\w"'-]+: | *- ))/,
    name: 'YAML',
    command: `yq -c '.[]' FILE > FILE.ndjson`,
  },
];

/** What logs write before an event: no more than a date and words, so that it is no row of a table. */
const BEFORE_EVENT =
  /^(?:\[?\d{4}-\d\d-\d\d[T ][\d:.,]+[^{"\t|;,]*|[^{"\t|;,]*[^{"\t|;,\s][^{"\t|;,]*)(?=\{\s*")/;

/**
 * Which textual format that is not read a text is in, by its opening; null for anything else. A table could be made of any of
 * them, and would be wrong.
 */
export function foreignTextOf(opening: Buffer): ForeignFormat | null {
  const text = opening.toString('latin1');
  const known = FOREIGN.find(({ begins }) => begins.test(text));
  if (known) return { name: known.name, command: known.command };
  const lines = text.split(/\r?\n/, LINES + 1).slice(0, LINES);
  // The last line may be cut.
  const whole = lines.slice(0, Math.max(1, lines.length - 1)).filter((line) => line.trim() !== '');
  if (whole.length < 2 || whole.filter(isEvent).length * 2 <= whole.length) return null;
  return { name: 'a log with JSON in its lines', command: `sed 's/^[^{]*//' FILE > FILE.ndjson` };
}

/**
 * A list, one text a line, is rather a table whose columns are aligned by blanks, where its lines have as many wide gaps;
 * null where it is not.
 */
export function alignedTableOf(opening: Buffer): ForeignFormat | null {
  const lines = opening
    .toString('latin1')
    .split(/\r?\n/, LINES)
    .filter((line) => line.trim() !== '');
  const widths = lines.map((line) => line.trim().split(/ {2,}/).length);
  const [first = 1] = widths;
  if (
    first < 2 ||
    lines.length < 3 ||
    widths.filter((width) => width === first).length * 10 < lines.length * 9
  )
    return null;
  return { name: 'a table with aligned columns', command: `sed -E 's/ {2,}/\\t/g' FILE > FILE.tsv` };
}

function isEvent(line: string): boolean {
  const before = BEFORE_EVENT.exec(line);
  if (!before) return false;
  try {
    JSON.parse(line.slice(before[0].length));
    return true;
  } catch {
    return false;
  }
}
