import { command } from '../options/command';
import { TIME_LIMIT } from '../options/input-options';
import { list, text } from '../options/option';

/** `seal CASE`: what is fixed before a file is opened, with a hash to publish. */
export const seal = command({
  name: 'seal',
  takes: 'CASE',
  most: 1,
  says: 'prints a dated hash of the ledger, its readings and who was drawn, to publish before the records are opened',
  example: 'seal wyze-2019 --ranks ids.txt --seed wyze-2019',
  options: {
    ranks: list('FILE…', 'those who were drawn: a rank in each line, or with --seed a key'),
    seed: text('TEXT', 'the seed of the draw, by which keys are ranked', { with: 'ranks' }),
    ...TIME_LIMIT,
  },
  act: async ({ names: [name], ranks, seed }, session) => {
    const [{ loadCaseFolder }, { sealCase }, { readRanks }] = await Promise.all([
      import('../../cases/load-case-folder'),
      import('../../claims/seal-case'),
      import('../read-ranks'),
    ]);
    const drawn = ranks.length === 0 ? null : readRanks(ranks, seed);
    const made = sealCase(loadCaseFolder(name), { ranks: drawn, at: new Date() });
    session.say('Publish the last hash now, and put all of it into proof.json as "seal".');
    session.print(`${JSON.stringify(made, null, 1)}\n`);
    return 0;
  },
});
