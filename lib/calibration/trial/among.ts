/** One of a list, each as likely. */
export function among<T>(list: readonly T[], random: () => number): T {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new Error('among() was given an empty list');
  return found;
}
