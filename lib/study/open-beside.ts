import { openInput, type OpenedInput, type OpenInputOptions } from '../records/open-input';
import { previewInput } from '../records/store/preview-input';
import { type SideFiles } from './find-side-files';
import { isOfWorld } from './side-files';

/** An input, and what lay beside it and is used. */
export interface OpenedBeside {
  opened: OpenedInput;
  side: SideFiles;
}

/**
 * Opens an input without the side files that {@link findSideFiles} found beside it. A truth that turns out to be of other
 * documents is noted, and read as one more file of the input, as is the proof beside it.
 *
 * @throws what `openInput` throws
 */
export async function openBeside(
  files: string[],
  side: SideFiles,
  options: OpenInputOptions = {},
): Promise<OpenedBeside> {
  const preview = options.preview ?? previewInput(files, side.without);
  const opened = await openInput(files, { ...options, preview });
  if (side.found === null || isOfWorld(side.found, opened.store.manifest)) return { opened, side };
  opened.close();
  const unused: SideFiles = {
    ...side,
    ...side.named,
    found: null,
    notes: [...side.notes.filter(({ is }) => is !== 'world'), { is: 'misfit' }],
  };
  const whole = previewInput(files, unused.without);
  return { opened: await openInput(files, { ...options, preview: whole }), side: unused };
}
