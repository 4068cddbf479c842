import { join } from 'node:path';
import type { Truth } from '../contract/truth';
import { accountDocuments } from './account-documents';
import { BrokenLines } from './broken-lines';
import { deviceDocuments, Devices } from './device-documents';
import type { DocumentWriter } from './document-writer';
import { eventDocuments } from './event-documents';
import { Mailboxes } from './mailbox';
import { FILES, KINDS, type Kind } from './paths';
import { Person } from './person';
import { planPerson } from './plan-person';
import type { Population } from './population';
import { requestDocuments } from './request-documents';
import { scaleDocuments } from './scale-documents';
import { shareDocuments } from './share-documents';
import { Sink } from './sink';
import { Tally } from './tally';
import type { WorldPath } from './world-paths';

/** What was written: files and fields as the truth file says them, and the count of the people in them. */
export interface Written {
  files: Truth['files'];
  fields: Truth['fields'];
  tally: Tally;
}

/** People between two looks at the clock. */
const BATCH = 20_000;

/**
 * Writes every document of the people given, one file a kind.
 *
 * @param pause called now and then with the number of people written; it may throw to stop
 */
export async function writeDocuments(
  population: Population,
  numbers: Uint32Array,
  { folder, paths, pause }: { folder: string; paths: WorldPath[]; pause: (people: number) => Promise<void> },
): Promise<Written> {
  const sinks = byKind((kind) => new Sink(join(folder, FILES[kind])));
  try {
    const writers = writersOf(population, sinks);
    const broken = new BrokenLines(population.given.broken, numbers.length, sinks);
    const tally = new Tally(population);
    const person = new Person();
    for (let i = 0; i < numbers.length; i++) {
      planPerson(population, numbers[i] as number, person);
      tally.add(person);
      for (const kind of KINDS) writers[kind].write(person);
      broken.after(i + 1);
      if ((i + 1) % BATCH === 0) await pause(i + 1);
    }
    await pause(numbers.length);
    const files = KINDS.map((kind) => {
      const documents = tally.documents[kind];
      const kinds = documents > 0 ? { [kind]: documents } : {};
      return {
        name: FILES[kind],
        sha256: sinks[kind].finish(),
        documents,
        kinds,
        broken: broken.written[kind],
      };
    });
    return { files, fields: fieldsOf(writers, paths), tally };
  } catch (error) {
    for (const kind of KINDS) sinks[kind].close();
    throw error;
  }
}

function writersOf(population: Population, sinks: Record<Kind, Sink>): Record<Kind, DocumentWriter> {
  const mailboxes = new Mailboxes(population);
  const devices = new Devices(population);
  return {
    account: accountDocuments(population, sinks.account, mailboxes),
    share: shareDocuments(population, sinks.share, mailboxes),
    device: deviceDocuments(population, sinks.device, devices),
    request: requestDocuments(population, sinks.request),
    event: eventDocuments(population, sinks.event, devices),
    scale: scaleDocuments(population, sinks.scale, devices),
  };
}

/** The inventory as the writers counted it; a path that nobody has is no row. */
function fieldsOf(writers: Record<Kind, DocumentWriter>, paths: WorldPath[]): Truth['fields'] {
  return paths.flatMap(({ kind, path, category }) => {
    const column = writers[kind].columns[path];
    if (!column || column.present === 0) return [];
    const { present, filled, values, distinct } = column;
    return [{ kind, path, present, filled, values, distinct, category }];
  });
}

function byKind<T>(of: (kind: Kind) => T): Record<Kind, T> {
  return Object.fromEntries(KINDS.map((kind) => [kind, of(kind)])) as Record<Kind, T>;
}
