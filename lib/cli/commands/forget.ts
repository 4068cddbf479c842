import { command } from '../options/command';
import { TIME_LIMIT } from '../options/input-options';
import { flag } from '../options/option';
import { wrong } from '../options/read-command-line';
import { formatBytes } from '../../words/numbers/format-size';

/** `forget FILE… | --all`: deletes private working copies now. */
export const forget = command({
  name: 'forget',
  takes: 'FILE…',
  most: Infinity,
  says: 'deletes the private working copies of these inputs, or all of them',
  example: 'forget --all',
  options: { all: flag('every copy, with private documents and worlds in the cache'), ...TIME_LIMIT },
  act: async ({ all, names }, session) => {
    if (all === names.length > 0) throw wrong('forget needs files, or --all');
    const { forget: remove } = await import('../../records/store/forget');
    const gone = remove(all ? 'all' : names);
    session.print(
      `${gone.copies} working ${gone.copies === 1 ? 'copy' : 'copies'} deleted, ${formatBytes(gone.bytes)} freed.\n`,
    );
    return 0;
  },
});
