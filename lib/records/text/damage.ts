/** Whether a container was found damaged, and whether the part that was being read has been told. */
export class Damage {
  #met = false;
  #told = false;

  /** Called by whoever decodes. */
  readonly meet = (): void => {
    this.#met = true;
  };

  /** Damage up to here, asked by the part that is being read. */
  tell(): boolean {
    this.#told ||= this.#met;
    return this.#met;
  }

  /** Damage behind the last part: nobody was told. */
  get untold(): boolean {
    return this.#met && !this.#told;
  }
}
