import { command } from '../options/command';
import { DATA, inputOptions } from '../options/input-options';

/** `reconcile CASE`: the claims against an input; without an input, what the public record alone settles. */
export const reconcile = command({
  name: 'reconcile',
  takes: 'CASE',
  most: 1,
  says: 'the claims against an input, no notebooks; without an input, what the public record alone settles',
  example: 'reconcile wyze-2019 --data dump.ndjson.gz --drawn unknown',
  options: { data: DATA, ...inputOptions({ with: 'data' }) },
  act: async (given, session) => {
    const [{ examineInput }, { loadCaseFolder }, { publicResults }, { printResults }] = await Promise.all([
      import('../examine-input'),
      import('../../cases/load-case-folder'),
      import('../../study/public-results'),
      import('../screen/print-results'),
    ]);
    const caseFolder = loadCaseFolder(given.names[0]);
    const outcome =
      given.data.length === 0
        ? { results: publicResults(caseFolder), copy: null }
        : await examineInput(given.data, caseFolder, given, session);
    return printResults(outcome, given, session);
  },
});
