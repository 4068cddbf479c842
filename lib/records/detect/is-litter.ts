const NAMES = new Set(['.ds_store', 'thumbs.db', 'desktop.ini', '__macosx']);

/** Whether an operating system left this in a folder or archive: it holds no records of anybody. */
export function isLitter(path: string): boolean {
  return path.split(/[/\\]/).some((name) => NAMES.has(name.toLowerCase()) || name.startsWith('._'));
}

/** Whether a file is hidden by its name. */
export function isHiddenName(path: string): boolean {
  return path.split(/[/\\]/).some((name) => name.startsWith('.') && name !== '.' && name !== '..');
}
