import { writeSync } from 'node:fs';
import { AnalysisError, printable } from '../../contract/errors';
import { Leaked } from '../../contract/leaked';

/** Longest text of a value that is shown. */
const LONGEST = 400;
/** A screen of its own that leaves nothing behind, emptied; and back, with what scrolled out of it emptied too. */
const [ENTER, LEAVE] = ['\u001b[?1049h\u001b[2J\u001b[H', '\u001b[2J\u001b[H\u001b[?1049l\u001b[3J'];
const CLEAR = '\u001b[2J\u001b[3J\u001b[H';

/**
 * The one place where values of the input are shown: a terminal, on a screen of its own that is emptied at the end,
 * however the end comes. Values are written to the terminal and to nothing else.
 */
export class PrivateTerminal {
  #open = true;
  readonly #keys: string[] = [];
  #waiting: ((key: string) => void) | null = null;
  readonly #onData = (bytes: Buffer) => this.#push(bytes.toString('utf8'));
  readonly #onExit = () => this.close();

  /** @throws REVIEW_NO_TERMINAL where input or output is no terminal, or a notebook runs this */
  static open(): PrivateTerminal {
    const { BREACHSCOPE_RUN, JPY_PARENT_PID } = process.env;
    const notebook = BREACHSCOPE_RUN !== undefined || JPY_PARENT_PID !== undefined;
    if (!process.stdin.isTTY || !process.stdout.isTTY || notebook)
      throw new AnalysisError('REVIEW_NO_TERMINAL');
    return new PrivateTerminal();
  }

  private constructor() {
    process.stdin.setRawMode(true).on('data', this.#onData).resume();
    process.on('exit', this.#onExit).on('SIGHUP', this.#onExit);
    put(ENTER);
  }

  /** Shows a screen. Sealed values are opened here, without anything that a terminal could take for an instruction. */
  show(lines: (string | (string | Leaked)[])[]): void {
    const texts = lines.map((line) =>
      [line]
        .flat()
        .map((part) => (part instanceof Leaked ? shown(Leaked.unseal(part)) : part))
        .join(''),
    );
    put(`${CLEAR}${texts.join('\r\n')}\r\n`);
  }

  /** The next key, in lower case; `ctrl-c` for Ctrl-C and for the end of the input. */
  key(signal: AbortSignal): Promise<string> {
    const known = this.#keys.shift();
    if (known !== undefined) return Promise.resolve(known);
    return new Promise((resolve) => {
      const done = (key: string) => {
        signal.removeEventListener('abort', stop);
        this.#waiting = null;
        resolve(key);
      };
      const stop = () => done('ctrl-c');
      this.#waiting = done;
      signal.addEventListener('abort', stop);
      if (signal.aborted) stop();
    });
  }

  /** Empties the screen and gives the terminal back. */
  close(): void {
    if (!this.#open) return;
    this.#open = false;
    put(LEAVE);
    process.stdin.off('data', this.#onData).pause();
    process.stdin.setRawMode(false);
    process.off('exit', this.#onExit).off('SIGHUP', this.#onExit);
  }

  #push(text: string): void {
    for (const character of text) {
      const key = character === '\u0003' || character === '\u0004' ? 'ctrl-c' : character.toLowerCase();
      if (this.#waiting) this.#waiting(key);
      else this.#keys.push(key);
    }
  }
}

/** What a masked value shows of itself: how long it is. */
export function masked(text: Leaked): string {
  const { length } = Array.from(Leaked.unseal(text));
  return length === 0
    ? '(empty)'
    : `${'•'.repeat(Math.min(8, length))} (${length} ${length === 1 ? 'character' : 'characters'})`;
}

function shown(text: string): string {
  const whole = printable(text);
  return whole.length > LONGEST ? `${whole.slice(0, LONGEST)} … (${whole.length} characters)` : whole;
}

/** At once, so that the screen is emptied even while the process ends. */
function put(text: string): void {
  try {
    writeSync(1, text);
  } catch {
    process.stdout.write(text);
  }
}
