/** Whether a container was found damaged, and whether a part has been marked for it. */
export class Damage {
  #met = false;
  #claimed = false;

  /** Notes damage; called by whoever decodes. */
  readonly note = (): void => {
    this.#met = true;
  };

  /** Whether there is damage up to here; the part that asks is marked for it. */
  claim(): boolean {
    this.#claimed ||= this.#met;
    return this.#met;
  }

  /** Whether there is damage behind the last part: no part is marked for it. */
  get isUnclaimed(): boolean {
    return this.#met && !this.#claimed;
  }
}
