import { drawText } from '../randoms/draw';
import { isObject } from './is-object';
import { MOST_FACTS, MOST_THINGS } from './limits';
import type { ColumnParameters } from './column-parameters';
import type { KindParameters, WorldParameters } from './world-parameters';

/** A mistake in a world's parameters: where it stands, and the rule that is broken. */
export interface ReferenceFault {
  path: string[];
  rule: string;
}

type Faults = Iterable<ReferenceFault>;

/** The first name in a world's parameters that stands for nothing, or not for what it should; null where all hold. */
export function faultyReference(given: WorldParameters): ReferenceFault | null {
  for (const fault of faultsOf(given)) return fault;
  return null;
}

function* faultsOf(given: WorldParameters): Faults {
  yield* drawFaults(given);
  yield* peopleFaults(given);
  const names = Object.keys(given.kinds);
  let facts = 0;
  for (const [i, [kind, parameters]] of Object.entries(given.kinds).entries()) {
    yield* kindFaults(given, { kind, parameters, above: names.slice(0, i) });
    const columns = Object.values(parameters.columns);
    facts += 1 + columns.filter(({ gaps, only }) => gaps ?? only !== undefined).length;
  }
  if (facts > MOST_FACTS)
    yield {
      path: ['kinds'],
      rule: `kinds and columns with gaps together are ${facts}, at most ${MOST_FACTS}`,
    };
  for (const kind of Object.keys(given.broken.lines))
    if (!names.includes(kind))
      yield { path: ['broken', 'lines', kind], rule: `broken.lines names no kind: ${kind}` };
}

/** Draws whose table has no number and is no kind's, wherever they stand. */
function* drawFaults(given: WorldParameters, value: unknown = given, path: string[] = []): Faults {
  if (typeof value === 'string' && isDraw(path)) {
    const drawn = drawText(value);
    if (drawn && !(drawn.table in given.random) && !(drawn.table in given.kinds))
      yield { path, rule: `${path.join('.')}: random has no table ${drawn.table}` };
    const but = drawn?.pairs?.but ?? null;
    if (but !== null && !(but in given.roles)) yield { path, rule: `there is no role ${but}` };
    if (drawn && drawn.field > 255) yield { path, rule: `${path.join('.')}: fields are 0 to 255` };
  }
  if (!isObject(value)) return;
  for (const [name, inner] of Object.entries(value)) yield* drawFaults(given, inner, [...path, name]);
}

const DRAWS = ['draw', 'letters', 'padding', 'form', 'respelled', 'odd', 'whose'];

function isDraw(path: string[]): boolean {
  return DRAWS.includes(path.at(-1) ?? '');
}

/** Roles after others, traits within kinds, staff. */
function* peopleFaults({ roles, traits, kinds, addresses }: WorldParameters): Faults {
  const seen = ['pairs'];
  for (const [name, { after }] of Object.entries(roles)) {
    if (after !== undefined && !seen.includes(after))
      yield { path: ['roles', name, 'after'], rule: `roles.${name} comes after no role above it: ${after}` };
    seen.push(name);
  }
  for (const [name, { within, draw }] of Object.entries(traits))
    if (within !== undefined && draw !== undefined)
      yield {
        path: ['traits', name, 'draw'],
        rule: `traits.${name} is drawn with ${within} and has no draw of its own`,
      };
  for (const [name, { within }] of Object.entries(traits))
    if (within !== undefined && kinds[within]?.count.by !== 'activity')
      yield {
        path: ['traits', name, 'within'],
        rule: `traits.${name} is within no kind by activity: ${within}`,
      };
  if (addresses?.staff && !(addresses.staff.role in roles))
    yield { path: ['addresses', 'staff', 'role'], rule: `there is no role ${addresses.staff.role}` };
}

interface KindContext {
  kind: string;
  parameters: KindParameters;
  /** Names of the kinds that stand above. */
  above: string[];
}

function* kindFaults(given: WorldParameters, { kind, parameters, above }: KindContext): Faults {
  const { count, planted, turns, columns, catalogue } = parameters;
  const path = ['kinds', kind];
  const first = above.length === 0;
  const people = [...Object.keys(given.roles), ...Object.keys(given.traits)];
  const pairs = ['pairs', 'pairs.address', 'pairs.mailbox', 'pairs.device', 'pairs.household'];
  if (first !== (count.by === 'everybody'))
    yield {
      path: [...path, 'count', 'by'],
      rule: `the first kind, and no other, has a document of everybody`,
    };
  if (count.by === 'activity') {
    for (const name of count.always ?? [])
      if (![...people, ...pairs, ...above].includes(name))
        yield {
          path: [...path, 'count', 'always'],
          rule: `always names no role, trait, pair or kind above: ${name}`,
        };
    if (count.of !== undefined && !above.includes(count.of))
      yield { path: [...path, 'count', 'of'], rule: `there is no kind ${count.of} above ${kind}` };
    if (catalogue && count.most > MOST_THINGS - 2)
      yield { path: [...path, 'count', 'most'], rule: `a person has at most ${MOST_THINGS - 2} things` };
  } else if (catalogue) yield { path: [...path, 'catalogue'], rule: 'things are counted by activity' };
  const role = 'role' in count ? count.role : undefined;
  for (const [name, at] of [
    [role, ['count', 'role']],
    [planted?.role, ['planted', 'role']],
    [count.by === 'activity' ? count.extra : undefined, ['count', 'extra']],
    [turns?.of, ['turns', 'of']],
  ] as const)
    if (name !== undefined && !people.includes(name))
      yield { path: [...path, ...at], rule: `there is no role ${name}` };
  if (count.by === 'contacts' && !given.addresses)
    yield { path: [...path, 'count'], rule: 'contacts need addresses' };
  if (Object.values(columns).filter(({ make }) => make === 'person-id').length !== 1)
    yield { path: [...path, 'columns'], rule: `${kind} needs one column with the person's id` };
  for (const [column, made] of Object.entries(columns))
    for (const { path: within, rule } of columnFaults(made, {
      given,
      people: [...people, ...pairs],
      columns,
      first,
    }))
      yield { path: [...path, 'columns', column, ...within], rule: `${kind}.${column}: ${rule}` };
}

interface ColumnContext {
  given: WorldParameters;
  /** Names of roles, traits and pairs. */
  people: string[];
  columns: KindParameters['columns'];
  first: boolean;
}

function* columnFaults(column: ColumnParameters, { given, people, columns, first }: ColumnContext): Faults {
  const { gaps, only } = column;
  for (const name of gaps?.never ?? [])
    if (!people.includes(name)) yield { path: ['gaps', 'never'], rule: `there is no role ${name}` };
  if (typeof only === 'string' && !people.includes(only))
    yield { path: ['only'], rule: `there is no role ${only}` };
  if ((gaps?.blank ?? 0) + (gaps?.missing ?? 0) + (gaps?.odd ?? 0) > 1)
    yield { path: ['gaps'], rule: 'blank, missing and odd exceed 1' };
  if (gaps?.odd !== undefined && column.make !== 'person-name')
    yield { path: ['gaps', 'odd'], rule: 'only names are odd' };
  if (column.make === 'email' && !given.addresses) yield { path: ['make'], rule: 'e-mail needs addresses' };
  if (column.make === 'person-name' && !first)
    yield { path: ['make'], rule: 'names of people stand in the first kind' };
  const things = Object.values(given.kinds).some(({ catalogue }) => catalogue);
  if (['model', 'hardware-version', 'firmware', 'hardware-address'].includes(column.make) && !things)
    yield { path: ['make'], rule: `${column.make} needs a kind with a catalogue` };
  for (const host of hostsOf(column))
    if (!RESERVED.test(host)) yield { path: [], rule: `no host of ours: ${host}` };
  const times = column.make === 'time' ? [column.since, column.until] : [];
  for (const name of [...times, column.make === 'firmware' ? column.at : undefined])
    if (name !== undefined && !isTime(name, { given, columns }))
      yield { path: [], rule: `${name} is no column of times` };
}

/** Hosts that belong to nobody. */
const RESERVED = /^([a-z0-9-]+\.)*example\.(org|com|net)$/;

/** Hosts among the texts that a column can hold. */
function hostsOf(column: ColumnParameters): string[] {
  const texts: string[] = [];
  if (column.make === 'choice')
    texts.push(...column.of.map((item) => String(typeof item === 'string' ? item : item.name)));
  if (column.make === 'words') texts.push(...column.of);
  if (column.make === 'constant') texts.push(String(column.value));
  if (column.make === 'code') texts.push(column.pattern);
  const inLinks = texts.flatMap((text) =>
    [...text.matchAll(/(?:\/\/|@)([^/{]*)/g)].map(([, host = '']) => host),
  );
  return column.category === 'hostname' ? texts : inLinks;
}

/** A time of the same kind, or `KIND.COLUMN` of the first. */
function isTime(name: string, { given, columns }: Pick<ColumnContext, 'given' | 'columns'>): boolean {
  const [[first, ofFirst] = ['', undefined]] = Object.entries(given.kinds);
  const inFirst = name.startsWith(`${first}.`) ? ofFirst?.columns[name.slice(first.length + 1)] : undefined;
  return (columns[name] ?? inFirst)?.make === 'time';
}
