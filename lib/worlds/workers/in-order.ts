import type { Answer, Task } from './person-batch';
import type { WorkerPool } from './worker-pool';

/** Lets a pool work at several tasks at once and takes the answers in the order of the tasks. */
export async function inOrder(
  pool: WorkerPool,
  tasks: Iterable<Task>,
  take: (answer: Answer) => Promise<void>,
): Promise<void> {
  const pending: Promise<Answer>[] = [];
  const first = async () => {
    const answer = pending.shift();
    if (answer) await take(await answer);
  };
  for (const task of tasks) {
    if (pending.length >= pool.room) await first();
    const answer = pool.do(task);
    // Whoever waits for an earlier one learns of a fault there; this one must not go unheard meanwhile.
    answer.catch(() => undefined);
    pending.push(answer);
  }
  while (pending.length > 0) await first();
}
