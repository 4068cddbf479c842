import type { WorldParameters } from './world-parameters';

/** Instants of a world in epoch milliseconds; u is uniform in [0, 1). */
export class Clock {
  readonly opened: number;
  readonly newest: number;

  constructor({ time }: WorldParameters) {
    this.opened = Date.parse(time.opened);
    this.newest = Date.parse(time.newest);
  }

  /** When an account was made: ever more of them, as the user base grew in a straight line. */
  created(u: number): number {
    return Math.floor(this.opened + (this.newest - this.opened) * Math.sqrt(u));
  }

  /** Between two instants, evenly. */
  between(from: number, to: number, u: number): number {
    return Math.floor(from + (to - from) * u);
  }

  /** Before the newest document: mostly shortly before, at most back to `from`. */
  recent(from: number, u: number): number {
    const back = u * u;
    return Math.floor(this.newest - (this.newest - from) * back * back);
  }
}
