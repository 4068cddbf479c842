import type { Category } from '../contract/categories';
import { BODY_PATHS, FACT, KINDS, PATHS, type Kind } from './paths';
import type { WorldParameters } from './world-parameters';

/** One path of a world: who has it and what it holds. */
export interface WorldPath {
  kind: Kind;
  path: string;
  /** Bit of {@link FACT}: the people who have a filled value there. */
  fact: number;
  category: Category;
  /** Two or more where the meaning is disputed, else only `category`. */
  definitions: Category[];
}

/** Every path of a world, with the fact that fills it and what the parameters say it holds. */
export function worldPaths(given: WorldParameters): WorldPath[] {
  const extra: Partial<Record<Kind, Record<string, number>>> = {
    account: { [given.accounts.rare.name]: FACT.rare },
    request: { [`body.${BODY_PATHS[given.requests.body].path}`]: BODY_PATHS[given.requests.body].fact },
    scale: Object.fromEntries(given.scale.fields.map(({ name }) => [name, FACT.scale])),
  };
  return KINDS.flatMap((kind) =>
    Object.entries({ ...PATHS[kind], ...extra[kind] }).map(([path, fact]) => {
      const disputed = given.disputed.find((row) => row.kind === kind && row.path === path)?.definitions;
      const category = disputed?.[0] ?? given.categories[kind]?.[path] ?? 'unknown';
      return { kind, path, fact, category, definitions: disputed ?? [category] };
    }),
  );
}
