import type { ErrorCode } from '../../contract/errors';
import type { Counted, Evidence } from '../../contract/evidence';
import type { Drawn } from '../../contract/drawn';
import { countsPeople, isDocuments, measureEntry } from '../../contract/measure-id';

/** What a measure is to the evidence: what may be said of it depends on this and on the draw, and on nothing else. */
export type MeasureClass =
  /** How many drawn units there are in all. */
  | 'size'
  /** A number, or a share, of the drawn unit. */
  | 'count'
  | 'share'
  /** The same of people, where their documents were drawn and each person's number of documents is known. */
  | 'people-size'
  | 'people-count'
  | 'people-share'
  /** People, where documents were drawn and nothing more is known. */
  | 'people-uncounted'
  /** Devices, tokens, addresses: neither drawn nor people. */
  | 'other-unit'
  /** A property of all documents together, which more of them can only raise: documents stored twice. */
  | 'file-count'
  /** An instant, a duration, and whatever more documents can raise or lower. */
  | 'input-only';

type Row = Record<MeasureClass, ErrorCode | null>;

const NOTHING: Row = {
  size: 'CONVENIENCE',
  count: 'CONVENIENCE',
  share: 'CONVENIENCE',
  'people-size': 'CONVENIENCE',
  'people-count': 'CONVENIENCE',
  'people-share': 'CONVENIENCE',
  'people-uncounted': 'CONVENIENCE',
  'other-unit': 'CONVENIENCE',
  'file-count': 'CONVENIENCE',
  'input-only': 'NOT_EXTRAPOLATED',
};
const ONE_BY_ONE: Row = {
  size: 'IS_INPUT',
  count: null,
  share: null,
  'people-size': null,
  'people-count': null,
  'people-share': null,
  'people-uncounted': 'SIZE_BIASED',
  'other-unit': 'OTHER_UNIT',
  'file-count': 'NOT_EXTRAPOLATED',
  'input-only': 'NOT_EXTRAPOLATED',
};
const EVERYTHING: Row = {
  size: null,
  count: null,
  share: null,
  'people-size': null,
  'people-count': null,
  'people-share': null,
  'people-uncounted': null,
  'other-unit': null,
  'file-count': null,
  'input-only': null,
};

/** Draw × measure: null where the evidence speaks of it, else why it does not. */
export const ADMISSIBLE: Record<Drawn, Row> = {
  census: EVERYTHING,
  'census-claimed': NOTHING,
  'srs-people': ONE_BY_ONE,
  'srs-records': ONE_BY_ONE,
  cluster: ONE_BY_ONE,
  stratified: ONE_BY_ONE,
  'two-captures': { ...NOTHING, size: null, 'file-count': 'NOT_EXTRAPOLATED' },
  'first-n': NOTHING,
  'truncated-scroll': NOTHING,
  'own-accounts': NOTHING,
  unknown: NOTHING,
};

/** Fewer drawn clusters than this tell nothing of how much they differ. A choice, not a theorem. */
export const FEWEST_CLUSTERS = 10;

/**
 * Why nothing may be said of the population from what was counted in the input: the gate in front of every estimate and
 * every verdict.
 *
 * @returns a code of the registry, null where the evidence speaks of this measure
 */
export function unitRefusal(counted: Counted, evidence: Evidence): ErrorCode | null {
  const kind = measureClass(counted, evidence);
  const refusal = ADMISSIBLE[evidence.kind][kind];
  if (refusal !== null || evidence.kind === 'census') return refusal;
  if (evidence.kind === 'two-captures')
    return evidence.captures?.independent === true ? null : 'DEPENDENT_CAPTURES';
  if (evidence.clusters && evidence.clusters.drawn < FEWEST_CLUSTERS) return 'FEW_CLUSTERS';
  const scaled = kind === 'count' || kind === 'people-count' || kind === 'people-size';
  // What clusters that were not drawn may hold is known by how many units are on them.
  if ((scaled || evidence.clusters) && evidence.population === null) return 'NO_FRAME';
  if (kind === 'people-size' && isOpen(counted)) return 'SIZE_BIASED';
  return kind === 'people-share' && evidence.counts?.whole !== true ? 'SIZE_BIASED' : null;
}

/** What a measure is to the evidence. */
export function measureClass({ id, unit, drawnAs }: Counted, evidence: Evidence): MeasureClass {
  const inPart = measureEntry(id)?.inPart ?? 'counts';
  if (drawnAs === null || inPart === 'changes') return 'input-only';
  if (inPart === 'grows') return 'file-count';
  if (drawnAs === evidence.unit) return id === drawnAs ? 'size' : unit === 'share' ? 'share' : 'count';
  if (!isDocuments(evidence.unit)) return 'other-unit';
  if (drawnAs === evidence.counts?.people)
    return id === drawnAs ? 'people-size' : unit === 'share' ? 'people-share' : 'people-count';
  return evidence.counts === undefined && countsPeople(drawnAs) ? 'people-uncounted' : 'other-unit';
}

/**
 * Whether the population and the people examined, as the evidence knows them, are counted in the measure's own unit.
 * Without a proven draw they are people under the main definition. How many there are is never told by a number that only
 * somebody typed or said: it would speak for itself.
 */
export function countsTheDrawn(counted: Counted, evidence: Evidence): boolean {
  const { population } = evidence.words;
  const isTyped = population === 'user' || population === 'party';
  if (isTyped && counted.id === counted.drawnAs) return false;
  return counted.drawnAs !== null && counted.drawnAs === (evidence.unit ?? counted.under);
}

/**
 * Whether documents were drawn of which it is not known whose they are: how many people there are follows from how often each comes
 * back, and these may be of any number of others.
 */
function isOpen({ unknowns }: Counted): boolean {
  return (
    unknowns !== null &&
    unknowns !== undefined &&
    (unknowns.unread.documents !== 0 || unknowns.nobodys.documents > 0)
  );
}
