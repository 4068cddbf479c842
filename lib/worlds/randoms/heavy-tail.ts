/** Terms that are summed one by one; beyond them the sum is as good as its integral. */
const TERMS = 2_000;

/** Heavy-tailed count of mean near `scale`: Lomax with shape 2, rounded to the nearest (Lomax 1954); u uniform in [0, 1). */
export function heavyTail(scale: number, u: number): number {
  return Math.floor(scale * (1 / Math.sqrt(1 - u) - 1) + 0.5);
}

/** Mean of {@link heavyTail} cut at `most`: the sum of its chances to reach 1, 2, 3 … */
export function meanOfTail(scale: number, most: number): number {
  if (scale <= 0) return 0;
  let mean = 0;
  for (let count = 1; count <= Math.min(most, TERMS); count++) mean += 1 / (1 + (count - 0.5) / scale) ** 2;
  const beyond = (from: number) => (scale * scale) / (scale + from);
  return most > TERMS ? mean + beyond(TERMS) - beyond(most) : mean;
}

/** The scale at which {@link meanOfTail} is `mean`, by halving: it grows with the scale. */
export function scaleForMean(mean: number, most: number): number {
  let [low, high] = [0, 2 * mean + 1];
  while (meanOfTail(high, most) < mean) high *= 2;
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (meanOfTail(middle, most) < mean) low = middle;
    else high = middle;
  }
  return high;
}
