import { isJson } from './is-json';
import type { ForeignFormat } from './known-binary';

/** Lines that are looked at. */
const LINES = 50;
const LOG: ForeignFormat = {
  name: 'a log with JSON in its lines',
  command: `sed 's/^[^{]*//' FILE > FILE.ndjson`,
};
const ALIGNED: ForeignFormat = {
  name: 'a table with aligned columns',
  command: `sed -E 's/ {2,}/\\t/g' FILE > FILE.tsv`,
};

/** How a text begins (without mark and leading blanks) → format. What JSON, a table or a dump may begin with is none of these. */
const FOREIGN: (ForeignFormat & { begins: RegExp })[] = [
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
    begins:
      /^(?:[=*_-]{3,}\r?\n)?(?:(?:soft|browser|application|storage|profile|url|host)[^:\n]{0,12}:[^\n]*\n){1,4}(?:user|login|usr)[^:\n]{0,12}:[^\n]*\n(?:pass|pw)[^:\n]{0,12}:/i,
    name: 'a list of logins in blocks of lines',
    command: `tr -d '\\r' < FILE | sed -E 's/^[=*_-]{3,}$//' | mlr --ixtab --ips ': ' --ojsonl cat > FILE.ndjson`,
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

/** What nearly every line of a text is like → format. */
const LABEL = String.raw`[A-Za-z][\w ]{0,30}: `;
const VALUE = String.raw`(?:"(?:[^"\\]|\\.)*"|[^\s"]*)`;
const LINES_LIKE: (ForeignFormat & { line: RegExp })[] = [
  {
    line: new RegExp(`^${LABEL}.* - ${LABEL}.* - ${LABEL}`),
    name: 'a list with labels in its lines',
    command: `mlr --idkvp --ifs ' - ' --ips ': ' --ojsonl cat FILE > FILE.ndjson`,
  },
  {
    line: new RegExp(String.raw`^[\w.-]+=${VALUE}(?: [\w.-]+=${VALUE}){2,}\s*$`),
    name: 'logfmt',
    command: `python3 -c 'import json, shlex, sys; [print(json.dumps(dict(p.partition("=")[::2] for p in shlex.split(line)))) for line in sys.stdin]' < FILE > FILE.ndjson`,
  },
];
/** A line is looked at so far. */
const LINE_BYTES = 1000;

const firstLines = (text: string): string[] => text.split(/\r?\n/, LINES);
const isFilled = (line: string): boolean => line.trim() !== '';

/**
 * Which textual format that is not read a text is in, by its head; null for anything else. A table could be made of any of
 * them, and would be wrong.
 */
export function foreignTextOf(head: Buffer): ForeignFormat | null {
  const text = head.toString('latin1');
  const known = FOREIGN.find(({ begins }) => begins.test(text));
  if (known) return known;
  // The last line may be cut.
  const [first = '', ...others] = firstLines(text);
  const lines = [first, ...others.slice(0, -1)].filter(isFilled);
  if (lines.length >= 2 && lines.filter(isEvent).length * 2 > lines.length) return LOG;
  const like = ({ line }: { line: RegExp }) =>
    lines.filter((each) => line.test(each.slice(0, LINE_BYTES))).length * 10 >= lines.length * 9;
  return lines.length >= 3 ? (LINES_LIKE.find(like) ?? null) : null;
}

/**
 * A list, one text a line, is rather a table whose columns are aligned by blanks, where its lines have as many wide gaps;
 * null where it is not.
 */
export function alignedTableOf(head: Buffer): ForeignFormat | null {
  const lines = firstLines(head.toString('latin1')).filter(isFilled);
  const widths = lines.map((line) => line.trim().split(/ {2,}/).length);
  const [first = 1] = widths;
  if (first < 2 || widths.length < 3) return null;
  return widths.filter((width) => width === first).length * 10 >= widths.length * 9 ? ALIGNED : null;
}

/** A date and time, as a log has it. */
const WHEN = /^\[?\d{4}-\d\d-\d\d[T ][\d:.,]+/;

/** What a log writes before an object is no more than a date and words, so that the line is no row of a table. */
function isEvent(line: string): boolean {
  const at = line.indexOf('{');
  const before = line.slice(0, Math.max(0, at));
  if (before.trim() === '' || /["\t|;,]/.test(before.replace(WHEN, '')) || !/^\{\s*"/.test(line.slice(at)))
    return false;
  return isJson(line.slice(at));
}
