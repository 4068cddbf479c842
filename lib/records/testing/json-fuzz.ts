// Lines on which JSON readers differ, and mutations of them: what the pass is tested with.
const deep = (levels: number, open: string, close: string): string =>
  open.repeat(levels) + (open === '{"a":' ? '1' : '') + close.repeat(levels);

/** Every line is one case: numbers, literals, commas, escapes, control characters, repeated keys, depth, comments. */
export const ODD_LINES: readonly string[] = [
  ...[
    '{"a":"{}"}',
    '{"a":"[]"}',
    '{"a":" [1, 2.50] "}',
    '{"a":"{\\"b\\":1.10,\\"c\\":[true,{\\"d\\":null}]}"}',
    '{"a":"{\\"b\\":1,\\"b\\":2}"}',
    '{"a":"{\\n \\"b\\": 1\\n}\\n"}',
    '{"a":"{\\"b\\":\\"x\\ny\\"}"}',
    '{"a":"{\\"b\\":1}x"}',
    '{"a":"{\\"b\\":1"}',
    '{"a":"[1,]"}',
    '{"a":"[1"}',
    '["[[\\"[3]\\"]]"]',
    '"{\\"a\\":{\\"$oid\\":\\"x\\"}}"',
    '{"a":[{"b":"{\\"c\\":[1,\\"[2,\\\\\\"[3]\\\\\\"]\\"]}"}]}',
    '{"a":"{\\"b\\":\\"\\\\ud83d\\"}"}',
    '{"a":"\\ud83d[1]"}',
    '{"a":"{\\"ana@example.org\\":{\\"n\\":1}}"}',
  ],
  ...[
    '{"a":{"ana@example.org":1,"b@c.d":{"x":[1,2]},"total":3}}',
    '{"a":{"12":1,"12":2,"-3.5":null,"+1 (555) 010-0000":[{"b":1}]}}',
    '{"ana@example.org":{"n":1},"ben@example.org":{"n":2}}',
    '{"2019-12-04":1}',
    '{"a":{"02:00:5e:10:00:01":{},"6ba7b810-9dad-11d1-80b4-00c04fd430c8":[]}}',
    '{"a":{"email_20191204":1,"user1234567":2,"AbCdEfGh1234IjKlMnOp":3,"averageHeartRateLast30Days":4}}',
    '{"a":{"@":1,"a@":2,"@a.b":3,"a@b":4,"a b@c.d":5,"a@b.c@d":6,"é@example.org":7}}',
    '{"a":{"1\\u00302":{"b":"[1]"}},"{*}":1,"b":{"{*}":2}}',
  ],
  ...[
    '{}',
    '[]',
    '""',
    '0',
    '-0',
    'null',
    'true',
    'false',
    '1',
    '-1',
    '{"a":1}',
    '{"a":1.10}',
    '{"a":1e5}',
    '{"a":1E+2}',
  ],
  ...[
    '{"a":1e-2}',
    '{"a":-0}',
    '{"a":-0.0}',
    '{"a":0.1000}',
    '{"a":123456789012345678901234567890}',
    '{"a":1e999}',
  ],
  ...[
    '{"a":01}',
    '{"a":-01}',
    '{"a":+1}',
    '{"a":.5}',
    '{"a":5.}',
    '{"a":-}',
    '{"a":1e}',
    '{"a":1e+}',
    '{"a":1.e1}',
    '{"a":0x10}',
  ],
  ...[
    '{"a":1_000}',
    '{"a":00}',
    '{"a":-.1}',
    '{"a":1..2}',
    '{"a":1e1.5}',
    '{"a":--1}',
    '{"a":1 2}',
    '{"a":Infinity}',
  ],
  ...[
    '{"a":-Infinity}',
    '{"a":NaN}',
    '{"a":nan}',
    '{"a":tru}',
    '{"a":TRUE}',
    '{"a":nul}',
    '{"a":nulll}',
    '{"a":truefalse}',
  ],
  ...[
    '{"a":falsey}',
    '{"a":undefined}',
    '{"a":None}',
    '{"a":fals',
    '{"a":1,}',
    '{,}',
    '{"a"}',
    '{"a":}',
    '{"a",1}',
    '{"a"::1}',
  ],
  ...[
    '{"a":1,,"b":2}',
    '{"a":1 "b":2}',
    '{a:1}',
    "{'a':1}",
    '{"a":\'x\'}',
    '{"a":1',
    '{"a"',
    '{"',
    '{',
    '}',
    '[',
    ']',
    '[1,]',
  ],
  ...[
    '[,1]',
    '[1,,2]',
    '[1 2]',
    '[1',
    '1]',
    '[1}',
    '{"a":1]',
    '[]]',
    '{}}',
    '{} {}',
    '{},',
    '{}x',
    '[1]2',
    '""x',
    '"a" "b"',
  ],
  ...[
    '1 2',
    '1,2',
    '"',
    '"abc',
    '"\\"',
    '"\\x41"',
    '"\\u00"',
    '"\\u00g0"',
    '"\\u 041"',
    '"\\U0041"',
    '"\\a"',
    '"\\0"',
    '"\\\'"',
  ],
  ...[
    '"\\u+041"',
    '"\\u-041"',
    '"tab\there"',
    '"\u0001"',
    '"\u001f"',
    '"\u007f"',
    '"\u0080"',
    '"\u2028"',
    '"\\u0000"',
  ],
  ...[
    '"\\ud83d\\ude00"',
    '"\\ud83d"',
    '"\\ude00"',
    '"\\ud83dx"',
    '"\\ud83d\\u0041"',
    '"\\ude00\\ud83d"',
    '"\\ud83d\\ud83d\\ude00"',
  ],
  ...[
    '"\\/\\b\\f\\n\\r\\t\\"\\\\"',
    '"\\u00e9\\u20ac"',
    '"é€😀"',
    '{"a\\u0062c":1,"abc":2}',
    '{"a\\"b":1}',
    '{"a"b":1}',
  ],
  ...[
    '{"a":1,"a":2}',
    '{"a":{"b":1,"b":2},"a":3,"a#2":4}',
    '{"a#2":1,"a":2,"a":3,"a":4}',
    '{"Email":1,"email":2}',
  ],
  ...[
    '{"x.y":1,"x":{"y":2}}',
    '{"":1}',
    '{"":{"":[""]}}',
    '{"a":[]}',
    '{"a":[[]]}',
    '{"a":[[1,[2]],3,{"b":[4]}]}',
  ],
  ...[
    '{"a":[1,"1",null,true,{}]}',
    '{"a":{"b":1}}',
    '{"a":"{\\"b\\":1}"}',
    '{"__proto__":1,"constructor":2}',
    '{"$":1}',
    '[{"a":1}]',
  ],
  ...[
    ' {"a":1}',
    '{"a":1} ',
    '\t{"a" :\t1 }\r',
    ' \r',
    '{"a":1}\r',
    '\u00a0{"a":1}',
    '{"a":1}\u00a0',
    '\ufeff{"a":1}',
    '\u000b1',
  ],
  ...[
    '\u000c1',
    '1\u0000',
    '{"a":"\u0000"}',
    '\u0000',
    '// c',
    '{"a":1}//c',
    '/* */1',
    '#',
    '<a/>',
    '[1,2,3]#',
    '{"a":"  "}',
  ],
  ...[
    '{"a":""}',
    '{"a":" \\n "}',
    '{"a":"\u00a0\u3000\ufeff\u2028\u202f\u205f\u1680\u2007"}',
    '{"a":"\u200b"}',
    '{"a":"\u0085"}',
  ],
  ...[
    '{"a":{}}',
    '{"a":{},"b":[{}]}',
    '{"a":"B"}',
    '{"a":" b"}',
    '{"a":"b "}',
    '{"a":"\u00c9"}',
    '{"a":1E5}',
    '{"a":true,"b":"true"}',
  ],
  ...[
    '{"_id":{"$oid":"507f1f77bcf86cd799439011"},"n":{"$numberLong":"9223372036854775807"}}',
    '{"d":{"$date":"2024-01-01T00:00:00Z"},"e":{"$date":{"$numberLong":"-1577836800000"}},"f":{ "$date" : 12.5 }}',
    '{"x":{"$numberDecimal":"1.10"},"y":{"$numberDouble":"-0.0"},"z":[{"$numberDouble":"NaN"},{"$numberInt":"42"}]}',
    '{"b":{"$binary":{"base64":"U1lO\\/VA==","subType":"00"}},"c":{"$binary":"U1lO","$type":"00"},"u":{"$uuid":"00-1"}}',
    '{"$oid":"top"}',
    '[{"$oid":"507f1f77bcf86cd799439011"},{"$oid":"\\u0041\\ud83d\\ude00"},{"$oid":"\\ud83d"},{"$oid":""},{"$oid":1}]',
    '{"a":{"$oid":"1","b":2},"b":{"b":2,"$oid":"1"},"c":{"$oid":"1","$oid":"2"},"d":{"$Oid":"1"},"e":{"$oid":["1"]}}',
    '{"a":{"$numberLong":"01"},"b":{"$numberLong":7},"c":{"$numberLong":"-"},"d":{"$numberLong":"1e3"},"e":{"$numberInt":"-0"}}',
    '{"a":{"$date":{"$numberLong":"1.5"}},"b":{"$date":{"$numberInt":"1"}},"c":{"$date":null},"d":{"$date":{"$numberLong":"1"},"x":1}}',
    '{"a":{"$binary":{"subType":"00","base64":"QQ=="}},"b":{"$binary":"QQ=="},"c":{"$timestamp":{"t":1,"i":1}},"d":{"$":1}}',
    '{"a":{"$oid":"1" }, "b":{ "$oid"\t:"1"},"c":{"$oid":"1"}x}',
    '{"a":{"$oid":"1"',
    '{"a":{"$numberDouble":"01"},"b":{"$numberDouble":"1e5"},"c":{"$numberDouble":""},"d":{"$numberDecimal":1.10}}',
  ],
  ...[deep(40, '[', ']'), deep(1000, '{"a":', '}'), '['.repeat(500), ']'.repeat(500), '{"a":'.repeat(500)],
  ...[deep(1001, '{"a":', '}'), '['.repeat(100_000)],
  ...[`["${'x'.repeat(100_000)}"]`, `{"k":${'9'.repeat(5000)}}`],
];

/** Arrays as deep as the limit, and deeper: each level is a table, so few tests read them all. */
export const DEEP_LINES: readonly string[] = [999, 1000, 1001, 2000].map((levels) => deep(levels, '[', ']'));

/** Lines that are not UTF-8. */
export const NOT_UTF8_LINES: readonly Buffer[] = [
  ...[
    [0x80],
    [0xc0, 0x80],
    [0xc1, 0xbf],
    [0xe0, 0x80, 0x80],
    [0xed, 0xa0, 0x80],
    [0xf0, 0x80, 0x80, 0x80],
    [0xf4, 0x90, 0x80, 0x80],
  ],
  ...[[0xf5, 0x80, 0x80, 0x80], [0xff], [0xe2, 0x82], [0xc3], [0xf0, 0x9f, 0x98]],
].map((bytes) => Buffer.concat([Buffer.from('{"a":"'), Buffer.from(bytes), Buffer.from('"}')]));

const TOKENS = [
  ...[
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
  ],
  ...['\\u', '\\"', 'null', 'true', 'é', '😀', '\u0001', '\u00a0', '"a":', '{}', '[]'],
];
const ACCOUNT =
  '{"user_id":0,"username":"user0000000","email":"uc@example.org","tz":"America/Chicago","devices":[{"mac":"02AA8E494912",' +
  '"ip":"192.168.1.2"},{"mac":"02","fw":null,"n":[1.50,-0,2E3]}],"body":{"w":2.50,"ok":true}}';

const VALID = [ACCOUNT, ...ODD_LINES.filter((line) => line.length < 2000 && isJson(line))];

/** `count` lines made from valid ones by deleting, inserting and replacing; the same for the same seed. */
export function mutatedLines(count: number, seed: number, valid: readonly string[] = VALID): string[] {
  let state = seed >>> 0;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const lines: string[] = [];
  while (lines.length < count) {
    const tokens = [...(valid[draw(valid.length)] ?? '')];
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

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
