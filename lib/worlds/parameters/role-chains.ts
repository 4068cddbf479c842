import type { WorldParameters } from './world-parameters';

/** Roles by the permutation whose places they take one after another: that of the first of them, or of the pairs. */
export function chainsOf(roles: WorldParameters['roles']): Map<string, string[]> {
  const chains = new Map<string, string[]>([['pairs', []]]);
  for (const [name, { after }] of Object.entries(roles)) {
    const chain = [...chains].find(([first, members]) => first === after || members.at(-1) === after);
    if (after !== undefined && chain) chain[1].push(name);
    else chains.set(name, [name]);
  }
  return chains;
}
