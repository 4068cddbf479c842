import type { ValueType } from '../../contract/manifest';

// The tests' own reading of MongoDB's extended JSON: a form a pattern.

const STRING = String.raw`"((?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*)"`;
const NUMBER = String.raw`(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)`;
const INTEGER = /^-?(?:0|[1-9]\d*)$/;
const W = String.raw`[ \t\r]*`;

type Form = [pattern: RegExp, typeOf: (text: string, isText: boolean) => ValueType | null];

const form = (source: string): RegExp => new RegExp(source.replace(/ /g, W), 'y');
const object = (key: string, value: string): RegExp => form(String.raw`\{ "\$${key}" : ${value} \}`);
const either = `(?:${STRING}|${NUMBER})`;
const long = (type: ValueType) => (text: string) => (INTEGER.test(text) ? type : null);
const any = (type: ValueType) => (text: string) => (text === '' ? null : type);

const FORMS: Form[] = [
  [object('oid', STRING), any('oid')],
  [object('date', either), any('date')],
  [object('date', String.raw`\{ "\$numberLong" : ${either} \}`), long('date')],
  [object('numberLong', either), long('long')],
  [object('numberInt', either), long('number')],
  [
    object('numberDouble', either),
    (text, isText) => (!isText || new RegExp(`^${NUMBER}$`).test(text) ? 'number' : 'string'),
  ],
  [object('numberDecimal', STRING), any('decimal')],
  [object('uuid', STRING), any('binary')],
  [form(String.raw`\{ "\$binary" : \{ "base64" : ${STRING} , "subType" : ${STRING} \} \}`), any('binary')],
  [form(String.raw`\{ "\$binary" : ${STRING} , "\$type" : ${STRING} \}`), any('binary')],
];

/** The value in the wrapper that begins at `at`, if one does. */
export function wrappedValue(
  text: string,
  at: number,
): { type: ValueType; text: string; end: number } | null {
  for (const [pattern, typeOf] of FORMS) {
    pattern.lastIndex = at;
    const met = pattern.exec(text);
    if (!met) continue;
    const isText = met[1] !== undefined;
    const value = isText ? (JSON.parse(`"${met[1]}"`) as string) : (met[2] as string);
    const type = /\p{Surrogate}/u.test(value) ? null : typeOf(value, isText);
    if (type) return { type, text: value, end: pattern.lastIndex };
  }
  return null;
}
