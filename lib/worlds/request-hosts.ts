import { Choice } from './choice';
import type { Population } from './population';
import { TABLE } from './tables';

const WHERE = 2;

/** Which of the hosts a person's request goes to, as an index. */
export function requestHosts({ given, randoms }: Population): (person: number, request: number) => number {
  const hosts = new Choice(given.requests.hosts, ({ weight }) => weight);
  return (person, request) => hosts.index(randoms.u64(TABLE.request, person, WHERE, request).first());
}
