import { isUtf8 } from 'node:buffer';
import type { SchemaTree } from 'hyparquet';

type Write = (value: unknown) => string;

/** Writes the values of one column as JSON: the schema says which of them are decimals, lists, maps and structs. */
export function jsonWriter(node: SchemaTree): Write {
  const one = orNull(writerOf(node));
  return node.element.repetition_type === 'REPEATED' && !isList(node) ? listOf(one) : one;
}

/** A text as JSON. */
export function quoted(value: string): string {
  return JSON.stringify(value);
}

function writerOf(node: SchemaTree): Write {
  const [repeated] = node.children;
  if (repeated && isList(node)) {
    const [only] = repeated.children;
    return listOf(only ? jsonWriter(only) : orNull(writerOf(repeated)));
  }
  const held = repeated?.children[1];
  if (held && isMap(node)) {
    const value = jsonWriter(held);
    return (map) => membersOf(Object.entries(map as object).map(([key, member]) => [key, value(member)]));
  }
  if (node.children.length > 0) {
    const members = node.children.map((child) => [child.element.name, jsonWriter(child)] as const);
    return (struct) =>
      membersOf(members.map(([name, write]) => [name, write((struct as Record<string, unknown>)[name])]));
  }
  return leafWriter(node);
}

function leafWriter({ element }: SchemaTree): Write {
  const logical = element.logical_type;
  if (element.converted_type === 'DECIMAL' || logical?.type === 'DECIMAL') {
    const scale = element.scale ?? (logical as { scale?: number } | undefined)?.scale ?? 0;
    return (value) => decimal(value as number | bigint | Uint8Array, scale);
  }
  return element.type === 'FLOAT' ? (value) => finite(value as number, shortest(value as number)) : plain;
}

/** As the library itself tells lists. */
function isList(node: SchemaTree): boolean {
  const [only, second] = node.children;
  return (
    node.element.converted_type === 'LIST' &&
    only !== undefined &&
    second === undefined &&
    only.children.length <= 1 &&
    only.element.repetition_type === 'REPEATED'
  );
}

function isMap(node: SchemaTree): boolean {
  const [only, second] = node.children;
  return (
    node.element.converted_type === 'MAP' &&
    second === undefined &&
    only?.children.length === 2 &&
    only.element.repetition_type === 'REPEATED' &&
    only.children[0]?.element.name === 'key' &&
    only.children[1]?.element.name === 'value'
  );
}

function orNull(write: Write): Write {
  return (value) => (value === null || value === undefined ? 'null' : write(value));
}

function listOf(write: Write): Write {
  return (value) => (Array.isArray(value) ? `[${value.map(write).join()}]` : write(value));
}

function membersOf(members: [string, string][]): string {
  return `{${members.map(([name, value]) => `${quoted(name)}:${value}`).join()}}`;
}

/** A value without annotation: numbers keep their digits, bytes are text where they are UTF-8 and hexadecimal digits elsewhere. */
function plain(value: unknown): string {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number') return finite(value, Object.is(value, -0) ? '-0' : String(value));
  if (value instanceof Uint8Array) return quoted(Buffer.from(value).toString(isUtf8(value) ? 'utf8' : 'hex'));
  if (Array.isArray(value)) return `[${value.map(orNull(plain)).join()}]`;
  if (typeof value === 'object' && value !== null)
    return membersOf(Object.entries(value).map(([name, member]) => [name, orNull(plain)(member)]));
  return JSON.stringify(value) ?? 'null';
}

/** JSON has no number for these. */
function finite(value: number, text: string): string {
  return Number.isFinite(value) ? text : quoted(String(value));
}

/** The fewest digits that give the same 32-bit number. */
function shortest(value: number): string {
  if (Object.is(value, -0)) return '-0';
  for (let digits = 6; digits < 9; digits++) {
    const text = String(Number(value.toPrecision(digits)));
    if (Math.fround(Number(text)) === value) return text;
  }
  return String(value);
}

function decimal(value: number | bigint | Uint8Array, scale: number): string {
  const unscaled = value instanceof Uint8Array ? signed(value) : BigInt(value);
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
  const sign = unscaled < 0n ? '-' : '';
  return scale > 0 ? `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}` : `${sign}${digits}`;
}

/** A whole number, most significant byte first, in two's complement. */
function signed(bytes: Uint8Array): bigint {
  return bytes.length === 0
    ? 0n
    : BigInt.asIntN(bytes.length * 8, BigInt(`0x${Buffer.from(bytes).toString('hex')}`));
}
