import { Choice } from './choice';
import type { ModelParameters } from './world-parameters';

type Version = ModelParameters['firmware'][number];

/** Which firmware a device of a model runs at a time: only what was out by then. */
export class Firmware {
  readonly #dates = new Map<ModelParameters, number[]>();
  /** By model and by which versions were out, as bits. */
  readonly #choices = new Map<ModelParameters, Map<number, Choice<Version>>>();

  constructor(models: readonly ModelParameters[]) {
    for (const model of models) {
      const dates = model.firmware.map(({ since }) => Date.parse(since));
      this.#dates.set(model, dates);
      this.#choices.set(model, new Map());
    }
  }

  /** @param seen epoch milliseconds @param u uniform in [0, 1) */
  at(model: ModelParameters, seen: number, u: number): string {
    const dates = this.#dates.get(model);
    if (!dates) return (model.firmware[0] as Version).name;
    let out = 0;
    for (let i = 0; i < dates.length; i++) if ((dates[i] as number) <= seen) out |= 1 << i;
    const choices = this.#choices.get(model) as Map<number, Choice<Version>>;
    let choice = choices.get(out);
    if (!choice) {
      const released = model.firmware.filter((_, i) => (out & (1 << i)) !== 0);
      choices.set(out, (choice = new Choice(released, ({ weight }) => weight)));
    }
    return choice.at(u).name;
  }
}
