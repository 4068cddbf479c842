import type { Proof } from '../../contract/truth';
import { randomsOf } from '../../testing/randoms-of';
import type { Hostile } from './hostile';
import type { TrialDraw } from './trial-draw';
import { nameOf, THINGS, type TrialDocument, type TrialWorld } from './trial-world';

/** What was done to a draw. */
export interface Spoiled extends TrialDraw {
  /** Documents whose line is cut short. */
  damaged: ReadonlySet<TrialDocument>;
  /** The lie that was told, if there was anything to lie about. */
  lie: Hostile['lie'] | null;
}

/**
 * Does to the files and to the proof of a draw what is hostile in it.
 *
 * @param other the draw of another world, whose proof is shown instead
 */
export function spoil(
  draw: TrialDraw,
  world: TrialWorld,
  { hostile, other }: { hostile: Hostile; other: TrialDraw },
): Spoiled {
  const random = randomsOf(world.seed + 9);
  const told = lied({ ...draw, files: shortened(draw.files, hostile.missing) }, world, {
    hostile,
    other,
    random,
  });
  const damaged = new Set<TrialDocument>();
  const wanted = THINGS.filter((thing) => world.things[thing].holders.size > 0);
  const thing = wanted[Math.floor(random() * wanted.length)];
  const name = thing && nameOf(thing, world.things[thing].guise);
  for (const { documents } of told.files)
    for (const document of documents) {
      const byContent = hostile.damage === 'content' && name !== undefined && name in document.row;
      if (byContent || (hostile.damage === 'chance' && random() < 0.004)) damaged.add(document);
    }
  return { ...told, damaged };
}

function shortened(files: TrialDraw['files'], missing: Hostile['missing']): TrialDraw['files'] {
  const last = files.at(-1);
  if (!missing || !last) return files;
  if (missing === 'file') return files.length > 1 ? files.slice(0, -1) : files;
  return [
    ...files.slice(0, -1),
    { ...last, documents: last.documents.slice(0, Math.ceil(last.documents.length / 2)) },
  ];
}

function lied(
  draw: TrialDraw,
  world: TrialWorld,
  { hostile, other, random }: { hostile: Hostile; other: TrialDraw; random: () => number },
): Omit<Spoiled, 'damaged'> {
  const { lie } = hostile;
  const { proof, typed } = draw;
  if (lie === 'population') {
    const wrong = random() < 0.5 ? 3 : 2;
    if (proof) return { ...draw, proof: enlarged(proof, wrong), lie };
    const factor = random() < 0.5 ? 0.4 : wrong;
    return typed === null ? { ...draw, lie: null } : { ...draw, typed: Math.round(factor * typed), lie };
  }
  if (!proof || !lie) return { ...draw, lie: null };
  if (lie === 'foreign') return { ...draw, proof: other.proof ?? proof, lie };
  if (lie === 'tampered') return { ...draw, proof: tampered(proof, random), lie };
  return removed(draw, proof, world);
}

/** A proof of a larger population, of which as many would have been drawn. */
function enlarged(proof: Proof, factor: number): Proof {
  const { draw, strata, clusters } = proof;
  const times = (value: number) => Math.round(value * factor);
  const less = (value: number) => Math.floor(value / factor);
  return {
    ...proof,
    population: {
      ...proof.population,
      value: proof.population.value === null ? null : times(proof.population.value),
    },
    draw: draw?.rule === 'lowest-rank' && !clusters ? { ...draw, threshold: less(draw.threshold) } : draw,
    ...(strata && {
      strata: {
        ...strata,
        list: strata.list.map((row) => ({
          ...row,
          population: times(row.population),
          threshold: less(row.threshold),
        })),
      },
    }),
  };
}

function tampered(proof: Proof, random: () => number): Proof {
  const { draw } = proof;
  const kind = Math.floor(3 * random());
  if (kind === 0 || draw?.rule !== 'lowest-rank')
    return proof.total
      ? { ...proof, total: { ...proof.total, value: proof.total.value + 1 } }
      : { ...proof, drawn: proof.drawn + 1 };
  return {
    ...proof,
    draw:
      kind === 1
        ? { ...draw, seed: `${draw.seed}-2` }
        : { ...draw, threshold: Math.floor(draw.threshold / 2) },
  };
}

/** Everybody who has the rarest thing is taken out, and the proof is made to fit. */
function removed(draw: TrialDraw, proof: Proof, world: TrialWorld): Omit<Spoiled, 'damaged'> {
  const rare = THINGS.map((thing) => world.things[thing].holders)
    .filter(({ size }) => size > 0 && size < world.keys.length / 4)
    .sort((a, b) => a.size - b.size)[0];
  if (!rare) return { ...draw, lie: null };
  const gone: TrialDocument[] = [];
  const files = draw.files.map((file) => ({
    ...file,
    documents: file.documents.filter((document) => {
      if (!rare.has(document.person)) return true;
      gone.push(document);
      return false;
    }),
  }));
  if (gone.length === 0) return { ...draw, lie: null };
  const documents = Math.max(0, (proof.documents ?? 0) - gone.length);
  const told = { ...fitted(proof, draw, { files, gone, world }), documents };
  return { ...draw, files, proof: told, lie: 'removed' };
}

function fitted(
  proof: Proof,
  draw: TrialDraw,
  { files, gone, world }: { files: TrialDraw['files']; gone: TrialDocument[]; world: TrialWorld },
): Proof {
  const people = new Set(gone.map(({ person }) => person));
  const { total, clusters, strata } = proof;
  if (total) return { ...proof, total: { ...total, value: total.value - gone.length } };
  if (clusters && clusters.by === 'line') {
    const out = new Set(gone);
    let at = 0;
    const before = draw.files.flatMap(({ documents }) => documents);
    const list = clusters.list.map((page) => {
      const own = before.slice(at, (at += page.lines));
      return { ...page, lines: own.filter((document) => !out.has(document)).length };
    });
    return { ...proof, clusters: { ...clusters, list } };
  }
  if (strata) {
    const fewer = (value: string) => [...people].filter((i) => world.regions[i] === value).length;
    const list = strata.list.map((row) => ({ ...row, drawn: row.drawn - fewer(row.value) }));
    return { ...proof, drawn: proof.drawn - people.size, strata: { ...strata, list } };
  }
  const documents = files.flatMap((file) => file.documents);
  const drawn =
    proof.unit === 'documents' ? documents.length : new Set(documents.map(({ person }) => person)).size;
  return { ...proof, drawn };
}
