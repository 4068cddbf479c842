// The people curve alone, L4 included, on an input whose clean store lies in the cache: prints seconds of wall and of
// processor time as JSON. `npm run bench world` lays it beside T0. Bar: 0.2 of T0.
import { loadTaxonomy } from '../lib/dist/cases/load-taxonomy';
import { classifyFields } from '../lib/dist/fields/classify-fields';
import { countDefinitions } from '../lib/dist/measures/count-definitions';
import { emailMeasures } from '../lib/dist/measures/email-measures';
import { findPeople } from '../lib/dist/people/find-people';
import { openInput } from '../lib/dist/records/open-input';

/** What this prints. */
export interface CurveReport {
  /** Seconds. */
  wall: number;
  /** Seconds of all threads. */
  processor: number;
  /** By measure. */
  counts: Record<string, number | null>;
  links: object | null;
}

async function main(files: string[]): Promise<void> {
  const opened = await openInput(files);
  const { store } = opened;
  const fields = await classifyFields(store, loadTaxonomy(), null);
  const [started, used] = [performance.now(), process.cpuUsage()];
  const found = await findPeople(store, fields, { providers: loadTaxonomy().mailProviders });
  const people = await countDefinitions(store, found);
  const emails = await emailMeasures(store, fields);
  const { user, system } = process.cpuUsage(used);
  const counts = [...people.definitions, ...emails].map(({ id, count }): [string, number | null] => [
    id,
    count,
  ]);
  const report: CurveReport = {
    wall: (performance.now() - started) / 1000,
    processor: (user + system) / 1e6,
    counts: Object.fromEntries(counts),
    links: people.definitions.find(({ links }) => links)?.links ?? null,
  };
  process.stdout.write(`${JSON.stringify(report)}\n`);
  opened.close();
}

void main(process.argv.slice(2));
