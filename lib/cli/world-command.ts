import { join } from 'node:path';
import { AnalysisError } from '../contract/errors';
import { makeWorld } from '../worlds/make-world';
import type { Arguments } from './arguments';
import { formatCount } from './format';
import { loadIncident } from './load-incident';
import type { Session } from './session';
import { worldOptions } from './world-options';
import { shortPath } from './write-run';

/** `world CASE NAME`: writes a synthetic world with its truth and its proof. */
export async function worldCommand(args: Arguments, session: Session): Promise<number> {
  const name = args.names[1] ?? args.world;
  if (name === null || name === undefined)
    throw new AnalysisError('USAGE', { rule: 'world needs a case and a world' });
  const incident = loadIncident(args.names[0]);
  const options = worldOptions(incident, name, args, session);
  const out = args.out ?? join('out', `${incident.name}-${name}`);
  const made = await makeWorld({ ...options, out });
  const documents = made.truth.files.reduce((sum, file) => sum + file.documents, 0);
  session.print(
    `World ${name}: ${formatCount(made.truth.people)} of ${formatCount(made.truth.population)} people, ` +
      `${formatCount(documents)} documents in ${made.files.length} files, synthetic, in ${shortPath(made.dir)}; ` +
      'what is true in it stands in truth.json, how it was drawn in proof.json.\n',
  );
  return 0;
}
