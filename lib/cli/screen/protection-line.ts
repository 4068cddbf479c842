const WEAKER: Partial<Record<NodeJS.Platform, string>> = {
  darwin:
    'On macOS the reading process has no limit of memory held by the system and is not cut off from the network (it opens no connection); everything else is as on Linux.',
  win32:
    'On Windows the reading process has no limit of memory held by the system and is not cut off from the network (it opens no connection); error reporting may write dumps of a crash, and files in the cache are as private as your user folder.',
};

/** Which protections of the reading process are weaker on this system; null where none is. */
export function protectionLine(platform: NodeJS.Platform = process.platform): string | null {
  return WEAKER[platform] ?? null;
}
