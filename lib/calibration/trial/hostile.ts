import { among } from './among';
import type { Drawn } from '../../contract/drawn';
import { randomsOf } from '../../testing/randoms-of';

/** What is done to a world, or to the files of it that are shown, so that absence seems where there is none. */
export interface Hostile {
  /** Things stand on later pages more often. */
  late?: boolean;
  /** A person's documents lie all over the server. */
  scattered?: boolean;
  /** Several people have one e-mail address. */
  mailboxes?: boolean;
  /** Names that tell nothing: `secret`, `h`, `dx`. */
  unnamed?: boolean;
  /** Values are struck out. */
  masked?: boolean;
  /** Diagnoses stand in documents without the person's key. */
  homeless?: boolean;
  /** Documents that cannot be read: some by chance, or each that holds one thing. */
  damage?: 'chance' | 'content';
  /** Pages differ in size. */
  pages?: 'lognormal' | 'giant' | 'pareto';
  /** The last file, or half of the last one, is missing. */
  missing?: 'file' | 'half';
  /** What is not so in the proof, or in what the user types. */
  lie?: 'removed' | 'foreign' | 'tampered' | 'population';
}

/** Designs whose limits rest on chance. */
export const BY_CHANCE: readonly Drawn[] = [
  'srs-people',
  'srs-records',
  'cluster',
  'stratified',
  'two-captures',
];
/** Designs with a proof to tamper with. */
export const PROVEN: readonly Drawn[] = ['census', ...BY_CHANCE];

/** What is hostile in the world of a seed: nothing in a third of them. */
export function hostileOf(seed: number, design: Drawn): Hostile {
  const random = randomsOf(seed + 77_777);
  const chance = (share: number) => random() < share;
  const layout: Hostile = {
    ...(chance(0.5) && { scattered: true }),
    ...(design === 'cluster' &&
      chance(0.6) && { pages: among(['lognormal', 'giant', 'pareto'] as const, random) }),
    ...(chance(0.4) && { late: true }),
  };
  if (chance(1 / 3)) return layout;
  const all: Hostile[] = [
    { damage: 'content' },
    { damage: 'content' },
    { damage: 'chance' },
    { mailboxes: true },
    { unnamed: true },
    { unnamed: true },
    { masked: true },
    { homeless: true },
    { missing: 'file' },
    { missing: 'half' },
    { lie: 'population' },
    ...(PROVEN.includes(design)
      ? ([{ lie: 'removed' }, { lie: 'foreign' }, { lie: 'tampered' }] as const)
      : []),
  ];
  return { ...layout, ...among(all, random), ...(chance(0.3) && among(all, random)) };
}
