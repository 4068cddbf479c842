/**
 * The known word that one was most likely meant to be: fewest letters added, dropped, replaced or swapped with their
 * neighbour (optimal string alignment), a third of them at most; or the one that it begins.
 *
 * @returns null where none is near
 */
export function nearestWord(word: string, known: readonly string[]): string | null {
  let [nearest, fewest]: [string | null, number] = [null, Math.floor(word.length / 3) + 1];
  for (const other of known) {
    const edits = other.startsWith(word) && word.length > 1 ? 1 : distance(word, other);
    if (edits < fewest) [nearest, fewest] = [other, edits];
  }
  return nearest;
}

function distance(a: string, b: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const edits = [at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + same];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits.push(at(before, j - 2) + 1);
      row.push(Math.min(...edits));
    }
    [before, last] = [last, row];
  }
  return at(last, b.length);
}

function at(row: number[], i: number): number {
  return row[i] ?? Infinity;
}
