import type { PartCounters } from './part-counters';
import { memberPath } from './path-text';

/** Place of each column's path in the first table that has it. */
export function columnOrder(partCounters: PartCounters[]): Map<string, number> {
  const order = new Map<string, number>();
  for (const table of partCounters.flatMap(({ split }) => split.columns ?? [])) {
    table.forEach(({ name, repeat }, i) => {
      const path = memberPath('', name, repeat);
      if (!order.has(path)) order.set(path, i);
    });
  }
  return order;
}
