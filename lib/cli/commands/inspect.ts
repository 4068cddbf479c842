import { command } from '../options/command';
import { DATA, inputOptions } from '../options/input-options';
import { wrong } from '../options/read-command-line';

/** `inspect FILE…`: fields, categories and people of any input, no case needed. */
export const inspect = command({
  name: 'inspect',
  takes: 'FILE…',
  most: Infinity,
  says: 'fields, categories and people of any input, no case needed',
  example: 'inspect dump.ndjson.gz',
  options: { data: DATA, ...inputOptions() },
  act: async (given, session) => {
    const files = [...given.names, ...given.data];
    if (files.length === 0) throw wrong('inspect needs a file');
    const { examineInput } = await import('../examine-input');
    const analysis = await examineInput(files, null, given, session);
    const { printResults } = await import('../screen/print-results');
    return printResults(analysis, given, session);
  },
});
