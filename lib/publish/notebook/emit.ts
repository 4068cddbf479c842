import { randomUUID } from 'node:crypto';

/** One output of a cell: MIME type → content. */
export interface MimeBundle {
  data: Record<string, unknown>;
  metadata: Record<string, unknown>;
}

type Writer = (content: MimeBundle & { transient: { display_id?: string } }, update?: boolean) => void;

/** The running kernel's way to show a bundle of MIME types, null outside a notebook. */
export function emitter(): ((bundle: MimeBundle) => void) | null {
  const write = kernelWriter();
  return write && ((bundle) => write({ ...bundle, transient: {} }));
}

/** The same for one output that stays in its place: each bundle takes the place of the one before. */
export function liveOutput(): ((bundle: MimeBundle) => void) | null {
  const write = kernelWriter();
  const transient = { display_id: randomUUID() };
  let shown = false;
  return (
    write &&
    ((bundle) => {
      write({ ...bundle, transient }, shown);
      shown = true;
    })
  );
}

/**
 * The public API of tslab can send only one type an output; its module is looked for among those already loaded, so that
 * nothing of it is loaded here.
 */
function kernelWriter(): Writer | null {
  const kernel = Object.values(require.cache).find((module) =>
    /[\\/]tslab[\\/]dist[\\/]jupyter\.js$/.test(module?.filename ?? ''),
  );
  const exports = kernel?.exports as { lastWriteDisplayData?: Writer | null } | undefined;
  return exports?.lastWriteDisplayData ?? null;
}
