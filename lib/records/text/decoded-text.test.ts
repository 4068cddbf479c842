import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ByteReader } from '../containers/byte-reader';
import { Damage } from './damage';
import { DecodedText } from './decoded-text';
import { guessByteEncoding, guessWideEncoding, type TextEncoding } from './guess-encoding';

/** Decodes bytes in pieces of every size up to `most`. */
async function decode(bytes: Buffer, encoding: TextEncoding, most: number, isJson = false) {
  let at = 0;
  const reader = new ByteReader(() => {
    const piece = bytes.subarray(at, (at += 1 + (at % most)));
    return piece.length > 0 ? piece : null;
  });
  const text = new DecodedText(reader, encoding, { isJson, damage: new Damage() });
  const out: Buffer[] = [];
  for (const view = Buffer.alloc(7); ;) {
    const count = await text.read(view);
    if (count === 0) return { text: Buffer.concat(out), encoding: text.encoding };
    out.push(Buffer.from(view.subarray(0, count)));
  }
}

const TABLE = { isJson: false, ended: true };
const TEXT = 'name,city\nJosé,Zürich\n😀,東京\nΑθήνα,Київ\n';
const wide = (text: string, isBig: boolean) => {
  const bytes = Buffer.from(text, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};

test('UTF-16 of both kinds is exact in pieces of any size, its mark is dropped', async () => {
  for (const isBig of [false, true]) {
    for (const mark of ['', '\ufeff']) {
      for (const most of [1, 2, 3, 5, 100]) {
        const { text } = await decode(wide(mark + TEXT, isBig), isBig ? 'utf-16be' : 'utf-16le', most);
        assert.equal(text.toString(), TEXT, `${most}`);
      }
    }
  }
});

test('half a pair, or half a unit at the end, leaves a line that is not UTF-8 and touches no other', async () => {
  const odd = Buffer.concat([wide('a\n\ud83d\nb\n\ude00x\nc', false), Buffer.from([65])]);
  for (const most of [1, 2, 100]) {
    const { text } = await decode(odd, 'utf-16le', most);
    assert.equal(text.toString('latin1'), 'a\n\xff\nb\n\xffx\nc\xff');
  }
});

test('a byte encoding is told by its first byte above 0x7F, however late, and named by all its bytes', async () => {
  const ascii = 'x,y\n'.repeat(50_000);
  const late = await decode(Buffer.from(`${ascii}Jos\xe9,Z\xfcrich\n`, 'latin1'), 'utf-8', 70_000);
  assert.deepEqual([late.text.toString().slice(-12), late.encoding], ['José,Zürich\n', 'latin-1']);
  const later = await decode(
    Buffer.from('Jos\xe9\n'.repeat(9000) + '\x80 10, \x93ok\x94\n', 'latin1'),
    'utf-8',
    999,
  );
  assert.deepEqual([later.text.toString().slice(-12), later.encoding], ['\n€ 10, “ok”\n', 'cp1252']);
  const utf8 = await decode(Buffer.from(ascii + TEXT), 'utf-8', 70_000);
  assert.deepEqual([utf8.text.toString(), utf8.encoding], [ascii + TEXT, 'utf-8']);
  // Node's own decoder of this name gives latin-1 (seen in 20.20), so the bytes that differ are written out.
  const all = await decode(Buffer.from(Array.from({ length: 256 }, (_, i) => i)), 'cp1252', 9);
  const low = String.fromCharCode(...Array.from({ length: 128 }, (_, i) => i));
  const high = String.fromCharCode(...Array.from({ length: 96 }, (_, i) => i + 160));
  const symbols = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
  assert.equal(all.text.toString(), low + symbols + high);
});

test('single bad lines in UTF-8, and few in JSON, stay what they are', async () => {
  const mixed = Buffer.concat([
    Buffer.from('é,1\n'),
    Buffer.from('\xe9,2\n', 'latin1'),
    Buffer.from('ö,3\n'),
  ]);
  assert.deepEqual(await decode(mixed, 'utf-8', 100), { text: mixed, encoding: 'utf-8' });
  const json = Buffer.from('{"a":"ok"}\n{"a":"\xc3("}\n', 'latin1');
  assert.deepEqual(await decode(json, 'utf-8', 100, true), { text: json, encoding: 'utf-8' });
  const many = Buffer.from('{"a":"caf\xe9"}\n'.repeat(20), 'latin1');
  assert.equal((await decode(many, 'utf-8', 500, true)).encoding, 'latin-1');
});

test('wide encodings are told without a mark; those that are not read are named', () => {
  const guess = (bytes: Buffer) => guessWideEncoding(bytes);
  for (const text of [TEXT, 'id;Имя\n1;Київ\n2;Львів\n', '{"name":"Иван"}\n']) {
    assert.deepEqual(guess(wide(text, false)), { encoding: 'utf-16le' }, text);
    assert.deepEqual(guess(wide(text, true)), { encoding: 'utf-16be' }, text);
  }
  const utf32 = Buffer.concat(Array.from('name,city\n1,2\n', (c) => Buffer.from([c.charCodeAt(0), 0, 0, 0])));
  assert.deepEqual(guess(utf32), { refused: 'UTF-32' });
  assert.deepEqual(guess(Buffer.from([0xff, 0xfe, 0, 0, 65, 0, 0, 0])), { refused: 'UTF-32' });
  const ebcdic = Buffer.from(
    'd5c1d4c56bc3c9e3e825d1d6c8d540e2d4c9e3c86be9e4d9c9c3c825d1d6c8d540e2d4c9e3c8',
    'hex',
  );
  assert.deepEqual(guess(ebcdic), { refused: 'IBM037' });
  for (const plain of ['a,b\n1,2\n', 'a\0b,c\n1,2\n', '{"a":"\\u0000"}\n', 'ab'])
    assert.equal(guess(Buffer.from(plain)), null);
});

test('East Asian and Cyrillic byte encodings are named, Western ones are not taken for them', () => {
  const guess = (hex: string) => guessByteEncoding(Buffer.from(hex, 'hex'), TABLE);
  assert.deepEqual(guess('96bc914f2c8e730a91be98592c938c8b9e0a'), { refused: 'SHIFT-JIS' });
  assert.deepEqual(guess('82b182f182c982bf82cd2c31'), { refused: 'SHIFT-JIS' });
  assert.deepEqual(guess('c0ccb8f12c32'), { refused: 'EUC-KR' });
  assert.deepEqual(guess('a4b3a4f3a4cba4c1a4cf2c31'), { refused: 'EUC-JP' });
  assert.deepEqual(guess('cff0e8e2e5f22ceaeee42c31'), { refused: 'CP1251' });
  for (const text of [
    'naïve,café,Müller,Ångström',
    'Société Générale',
    'señor,niño',
    'Çağ'.slice(0, 2),
    'ÄÖÜ äöü ß',
  ])
    assert.deepEqual(
      guessByteEncoding(Buffer.from(text.replace(/^[ -~]+/, ''), 'latin1'), TABLE),
      { encoding: 'latin-1' },
      text,
    );
  assert.deepEqual(guessByteEncoding(Buffer.from('8031300a422c9371940a', 'hex'), TABLE), {
    encoding: 'cp1252',
  });
});
