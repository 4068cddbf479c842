/** ln n! − (n + ½) ln n + n − ½ ln 2π for n = 1 … 15, from exact factorials; beyond, Stirling's series is exact to 1e-16. */
const STIRLING_ERRORS = smallStirlingErrors(15);

function smallStirlingErrors(last: number): number[] {
  const errors = [0];
  let factorial = 1;
  for (let n = 1; n <= last; n++) {
    factorial *= n;
    errors.push(Math.log(factorial) - (n + 0.5) * Math.log(n) + n - 0.5 * Math.log(2 * Math.PI));
  }
  return errors;
}

/**
 * What Stirling's formula for ln n! lacks.
 *
 * @param n whole number from 1
 * @returns ln n! − ln(√(2πn) (n/e)ⁿ)
 */
function stirlingError(n: number): number {
  const known = STIRLING_ERRORS[n];
  if (known !== undefined) return known;
  const square = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / (1188 * square)) / square) / square) / square) / n;
}

/**
 * Half the deviance of a count from its expectation, x ln(x/m) + m − x, without the loss of digits near x = m.
 *
 * @param x count, above 0
 * @param mean expectation, above 0
 */
function deviance(x: number, mean: number): number {
  const difference = x - mean;
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - difference;
  const v = difference / (x + mean);
  let sum = difference * v;
  let term = 2 * x * v;
  for (let j = 1; ; j++) {
    term *= v * v;
    const next = sum + term / (2 * j + 1);
    if (next === sum) return sum;
    sum = next;
  }
}

/**
 * Logarithm of a binomial probability by Loader's saddle point (Loader 2000, "Fast and accurate computation of
 * binomial probabilities"), written from the paper. Keeps its relative precision where ln Γ differences lose it.
 *
 * @param k successes, 0 to n
 * @param n trials
 * @param p probability of success, strictly between 0 and 1
 * @param q 1 − p, given apart so that neither loses digits
 */
export function loaderLogPmf(k: number, n: number, p: number, q: number): number {
  if (k === 0) return n * (p < 0.1 ? Math.log1p(-p) : Math.log(q));
  if (k === n) return n * (q < 0.1 ? Math.log1p(-q) : Math.log(p));
  return (
    stirlingError(n) -
    stirlingError(k) -
    stirlingError(n - k) -
    deviance(k, n * p) -
    deviance(n - k, n * q) -
    0.5 * Math.log(2 * Math.PI * k * (1 - k / n))
  );
}
