import type { Crew } from './crew';
import type { Answer, Task } from './workshop';

/** Lets a crew work at several tasks at once and takes the answers in the order of the tasks. */
export async function inOrder(
  crew: Crew,
  tasks: Iterable<Task>,
  take: (answer: Answer) => Promise<void>,
): Promise<void> {
  const pending: Promise<Answer>[] = [];
  const first = async () => take(await (pending.shift() as Promise<Answer>));
  for (const task of tasks) {
    if (pending.length >= crew.room) await first();
    const answer = crew.do(task);
    // Whoever waits for an earlier one learns of a fault there; this one must not go unheard meanwhile.
    answer.catch(() => undefined);
    pending.push(answer);
  }
  while (pending.length > 0) await first();
}
