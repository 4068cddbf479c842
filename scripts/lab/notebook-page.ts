import { type Browser, type Locator, type Page, chromium } from 'playwright-core';
import { findChromium } from '../../lib/dist/testing/find-chromium';
import type { Lab } from './start-lab';

/** What stands under a cell on the screen. */
export interface Screen {
  /** Number in front of the cell, `*` while it runs. */
  prompt: string;
  /** Everything under the cell as text. */
  text: string;
  /** Name of the error that the cell ended with; empty where it did not. */
  error: string;
  /** Rows of each table, without its head. */
  tables: number[];
  /** Marks that Plotly drew (bars, points, lines, cells) in each figure. */
  figures: number[];
  /** From the key that ran the cell to its end. */
  seconds: number;
}

/** What Plotly draws for the kinds of figures that the kit or an analyst makes. */
const MARKS =
  '.bars .point, .scatterlayer .point, .js-line, .shapelayer path, .heatmaplayer image, .boxlayer path, .column-block .column-cell';

/** In the page: the kernel is there, connected, and has nothing to do. */
const KERNEL_IS_IDLE =
  "globalThis.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'";

/** A notebook open in JupyterLab in a headless Chromium, used by keyboard as a person would. */
export class NotebookPage {
  /** Requests to other computers; all were refused. */
  readonly outside = new Set<string>();
  readonly #browser: Browser;
  readonly page: Page;

  private constructor(browser: Browser, page: Page) {
    this.#browser = browser;
    this.page = page;
  }

  /** @param notebook path below the folder that the server shows */
  static async open(lab: Lab, notebook: string): Promise<NotebookPage> {
    const executablePath = findChromium();
    if (executablePath === null) throw new Error('No Chromium was found: install one, or set CHROMIUM_PATH.');
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const browser = await chromium.launch({ executablePath, args });
    const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
    const opened = new NotebookPage(browser, page);
    await page.route('**', (route) => {
      const { protocol, hostname, href } = new URL(route.request().url());
      if (!protocol.startsWith('http') || hostname === '127.0.0.1') return route.continue();
      opened.outside.add(href);
      return route.abort();
    });
    await page.goto(lab.address(notebook));
    await page.waitForSelector('.jp-Notebook .jp-Cell', { timeout: 60_000 });
    await opened.untilIdle();
    return opened;
  }

  /** One of JupyterLab's own commands, as a menu would call it. */
  async command(id: string): Promise<void> {
    await this.page.evaluate((name) => {
      const { jupyterapp } = globalThis as unknown as {
        jupyterapp: { commands: { execute(id: string): Promise<unknown> } };
      };
      // What a command waits for (the end of a cell, an answer in a dialog) is not waited for here.
      void jupyterapp.commands.execute(name);
    }, id);
  }

  #cell(place: number): Locator {
    return this.page.locator('.jp-Notebook .jp-CodeCell').nth(place);
  }

  /** Types a cell into the last one of the notebook and runs it, without waiting for its end. */
  async begin(source: string): Promise<number> {
    const cells = this.page.locator('.jp-Notebook .jp-CodeCell');
    const place = (await cells.count()) - 1;
    const editor = cells.nth(place).locator('.cm-content');
    await editor.click();
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(source);
    await this.page.keyboard.press('Shift+Enter');
    return place;
  }

  /** Waits until a cell has ended, and looks at what stands under it. */
  async end(place: number, withinSeconds = 60): Promise<Screen> {
    const began = Date.now();
    const prompt = this.#cell(place).locator('.jp-InputPrompt');
    for (;;) {
      const text = (await prompt.textContent()) ?? '';
      if (/\d/.test(text)) break;
      if (Date.now() - began > withinSeconds * 1000)
        throw new Error(`cell ${place + 1} did not end within ${withinSeconds} s (${text})`);
      await this.page.waitForTimeout(50);
    }
    const seconds = (Date.now() - began) / 1000;
    await this.page.waitForTimeout(700); // Plotly draws after the cell has ended
    return { ...(await this.look(place)), seconds };
  }

  /** What stands under a cell now. */
  async look(place: number): Promise<Omit<Screen, 'seconds'>> {
    const cell = this.#cell(place);
    await cell.scrollIntoViewIfNeeded();
    const texts = await cell.locator('.jp-OutputArea-output').allInnerTexts();
    const errors = await cell.locator('.jp-OutputArea-output[data-mime-type$="stderr"]').allInnerTexts();
    return {
      prompt: (await cell.locator('.jp-InputPrompt').textContent()) ?? '',
      text: texts.join('\n'),
      error: errors.map((error) => /^\w*Error\b/m.exec(error)?.[0] ?? 'an error').join(', '),
      tables: await countIn(cell.locator('.jp-OutputArea-output table'), 'tbody tr'),
      figures: await countIn(cell.locator('.js-plotly-plot'), MARKS),
    };
  }

  /** Types a cell, runs it and waits for its end. */
  async cell(source: string, withinSeconds?: number): Promise<Screen> {
    return this.end(await this.begin(source), withinSeconds);
  }

  /** Interrupts the cell that runs, as the button with the square does. */
  async interrupt(): Promise<void> {
    await this.command('notebook:interrupt-kernel');
  }

  /** Restarts the kernel and says yes to the question whether that is meant. */
  async restart(): Promise<void> {
    await this.command('kernelmenu:restart');
    await this.page.locator('.jp-Dialog .jp-mod-accept').click();
    await this.page.waitForTimeout(1500);
  }

  /** Waits until the kernel can run a cell. */
  async untilIdle(): Promise<void> {
    await this.page.waitForFunction(KERNEL_IS_IDLE, undefined, { timeout: 60_000 });
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }
}

/** How many parts each of several elements has. */
function countIn(elements: Locator, part: string): Promise<number[]> {
  return elements.all().then((all) => Promise.all(all.map((element) => element.locator(part).count())));
}
