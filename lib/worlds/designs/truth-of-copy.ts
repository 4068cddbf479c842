import type { Proof, Truth } from '../../contract/truth';
import type { Drawn, Selection } from './designs';
import type { DocumentCounter } from './document-counter';

type Known = NonNullable<Truth['known']>;

/** What was copied out of a whole world. */
export interface Copied extends Drawn {
  files: Truth['files'];
  planted: Known['planted'];
  /** Documents in the whole world by person, of people in what was copied. */
  counts: Map<string, number>;
  /** Of everything copied, and of that without planted documents. */
  all: DocumentCounter;
  genuine: DocumentCounter;
}

interface Parts {
  /** Of the whole world. */
  truth: Truth;
  copied: Copied;
  selection: Selection;
  proof: Proof;
}

/** The truth of what was copied: what the whole world's says, counted anew from the copied documents. */
export function truthOfCopy({ truth, copied, selection, proof }: Parts): Truth {
  const known: Known = {
    links: selection.whole
      ? (truth.known?.links ?? []).filter(({ accounts }) => accounts.every((user) => copied.counts.has(user)))
      : [],
    staff: (truth.known?.staff ?? []).filter((user) => copied.counts.has(user)),
    planted: copied.planted,
    genuine: {},
  };
  const households = known.links.filter(({ one }) => one === 'household').length;
  // Who is linked to whom shows only where people come with everything of theirs.
  const says = (id: string) => selection.whole || !['people.linked-l4', 'people.households'].includes(id);
  const both = (measures: Record<string, number>) =>
    Object.fromEntries(
      Object.entries(measures)
        .filter(([id, file]) => says(id) && !Number.isNaN(file))
        .map(([id, file]) => [id, { population: truth.measures[id]?.population ?? null, file }]),
    );
  const measures = copied.all.measures(households);
  const genuine = Object.entries(both(copied.genuine.measures(households)));
  return {
    ...truth,
    people: copied.people,
    files: copied.files,
    measures: both(measures),
    fields: copied.all.fields(),
    known: {
      ...known,
      genuine: Object.fromEntries(genuine.filter(([id, { file }]) => file !== measures[id])),
    },
    draw: proof.draw,
  };
}
