import type { ModelParameters } from '../parameters/world-parameters';
import { Choice } from '../randoms/choice';

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
    const choices = this.#choices.get(model);
    if (!dates || !choices) return model.firmware[0]?.name ?? '';
    let out = 0;
    for (let i = 0; i < dates.length; i++) if ((dates[i] ?? Infinity) <= seen) out |= 1 << i;
    let choice = choices.get(out);
    if (!choice) {
      const released = model.firmware.filter((_, i) => (out & (1 << i)) !== 0);
      choices.set(out, (choice = new Choice(released, ({ weight }) => weight)));
    }
    return choice.at(u).name;
  }
}
