import { parentPort, workerData } from 'node:worker_threads';
import { PersonBatch, type Answer, type BatchSetup } from './person-batch';
import type { FromWorker, ToWorker } from './worker-pool';

const batch = new PersonBatch(workerData as BatchSetup);

parentPort?.on('message', ({ ask, task, used }: ToWorker) => {
  if (task === null) return parentPort?.postMessage({ ask, answer: batch.counts() } satisfies FromWorker);
  const answer = batch.do(task, used);
  parentPort?.postMessage({ ask, answer } satisfies FromWorker, buffersOf(answer));
});

/** What goes over without being copied. */
function buffersOf({ keys, low, texts }: Answer): ArrayBuffer[] {
  return [
    ...keys.map(([, list]) => list.buffer),
    ...(low ? [low.numbers.buffer, low.ranks.buffer] : []),
    ...(texts ?? []).map(({ bytes }) => bytes.buffer),
  ];
}
