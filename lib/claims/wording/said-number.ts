/** What a number says: how many, what part of a whole in [0, 1], or how long. */
export type NumberKind = 'count' | 'share' | 'time';

/** How far below and above a number another may lie and still round to it. */
interface Rounding {
  below: number;
  above: number;
}

/** A number as it was said. */
export interface SaidNumber {
  value: number;
  kind: NumberKind;
  /** By the last digit that is certain to be meant: that of the thousands in "24,000". */
  coarse: Rounding;
  /** By the last digit that may be meant where the number ends with zeros: that of the hundreds in "24,000"; else `coarse`. */
  fine: Rounding;
  /** People in the population; null where it is not known. */
  population: number | null;
}

/**
 * Reads a number as it was said. Of a share whole per cent are meant, if no digits say otherwise or more are written.
 *
 * @param digits significant digits that are known to be meant
 */
export function saidNumber(
  value: number,
  { digits, kind, population }: { digits?: number; kind: NumberKind; population: number | null },
): SaidNumber {
  const { coarse, fine } = unitsOf(value, kind, digits);
  const rounding = (unit: number): Rounding => ({
    below: (kind === 'share' ? unit : unitBelow(value, unit)) / 2,
    above: unit / 2,
  });
  return { value, kind, population, coarse: rounding(coarse), fine: rounding(fine) };
}

/** Units of the last digit: given digits leave no doubt; zeros at the end of a whole number may or may not be meant. */
function unitsOf(value: number, kind: NumberKind, digits?: number): { coarse: number; fine: number } {
  const percent = kind === 'share';
  if (value === 0) return percent ? { coarse: 0.01, fine: 0.01 } : { coarse: 1, fine: 1 };
  const written = value.toExponential().split('e')[0]?.replace(/\D/g, '').length ?? 1;
  const unit = 10 ** (Math.floor(Math.log10(value)) - (digits ?? written) + 1);
  if (percent && (digits === undefined || value === 1)) {
    const fine = Math.min(unit, 0.01);
    return { coarse: fine, fine };
  }
  const zeros = digits === undefined && Number.isInteger(value) && value % 10 === 0;
  return { coarse: unit, fine: zeros ? unit / 10 : unit };
}

/** Below 1, 10, 100 … as many digits are a tenth of the unit apart: 949 rounds to 900 and not to 1,000. */
function unitBelow(value: number, unit: number): number {
  const power = 10 ** Math.round(Math.log10(value));
  return unit > 1 && Math.abs(value - power) < 1e-9 * power ? Math.max(1, unit / 10) : unit;
}
