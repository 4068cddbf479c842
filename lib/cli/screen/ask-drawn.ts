import { createInterface } from 'node:readline/promises';
import { DRAWN, type Drawn } from '../../contract/drawn';

const ANSWERS: Record<Drawn, string> = {
  census: 'everything, and the server’s own total says so',
  'census-claimed': 'I was told it is everything',
  'srs-people': 'people picked at random (say --proof FILE, which proves it)',
  'srs-records': 'records picked at random (with --proof FILE)',
  cluster: 'whole pages, days or files picked at random (with --proof FILE)',
  stratified: 'people picked at random within groups, such as countries (with --proof FILE)',
  'two-captures': 'two copies, made apart from each other (with --proof FILE)',
  'first-n': 'the first part',
  'truncated-scroll': 'a download that stopped before its end',
  'own-accounts': 'only accounts of ours',
  unknown: 'I don’t know',
};

/**
 * Asks once, in plain words, how the input came to be. Nobody is asked where input or output is no terminal: the answer
 * is then `unknown`, which claims least.
 *
 * @param signal ends the asking
 */
export async function askDrawn(signal: AbortSignal): Promise<Drawn> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return 'unknown';
  const lines = DRAWN.map((kind, i) => `  ${i + 1}  ${ANSWERS[kind]}\n`).join('');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    for (;;) {
      const answer = await terminal.question(`How did this input come to be?\n${lines}Number: `, { signal });
      const chosen = DRAWN[Number(answer) - 1];
      if (chosen) return chosen;
    }
  } finally {
    terminal.close();
  }
}
