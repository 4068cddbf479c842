import { parentPort, workerData } from 'node:worker_threads';
import type { FromThread, ToThread } from './crew';
import { Workshop, type Answer, type WorkshopSetup } from './workshop';

const workshop = new Workshop(workerData as WorkshopSetup);

parentPort?.on('message', ({ ask, task, spare }: ToThread) => {
  const answer = task === null ? workshop.account() : workshop.do(task, spare);
  const moved = task === null ? [] : buffersOf(answer as Answer);
  parentPort?.postMessage({ ask, answer } satisfies FromThread, moved);
});

/** What goes over without being copied. */
function buffersOf({ keys, low, texts }: Answer): ArrayBuffer[] {
  return [
    ...keys.map(([, list]) => list.buffer),
    ...(low ? [low.numbers.buffer, low.ranks.buffer] : []),
    ...Object.values(texts ?? {}).map(({ bytes }) => bytes.buffer),
  ];
}
