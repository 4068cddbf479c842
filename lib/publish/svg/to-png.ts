import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { PlotlyFigure } from '../../figures/figure';
import { tempFolder } from '../../records/store/cache-folder';
import { makePrivateTempDir, type PrivateTempDir } from '../../records/store/private-temp-dir';
import { findChromium } from './find-chromium';

/** A picture of a figure. */
export interface Png {
  /** PNG bytes as base64. */
  base64: string;
  /** CSS px; the picture itself has `SCALE` times as many. */
  width: number;
  height: number;
}

const WIDTH = 720;
const SCALE = 1.5;
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface Pictures {
  browser: Browser;
  page: Page;
  scratch: PrivateTempDir;
}

/** For so long the browser waits for another picture. */
const IDLE_MS = 300;

let opened: Promise<Pictures> | null = null;
let drawing = 0;

/**
 * A figure as PNG, drawn by Plotly in a headless Chromium that may reach nothing; null where there is no Chromium. The
 * browser stays open for the next picture: call {@link closePictures} at the end.
 */
export async function toPng(figure: PlotlyFigure): Promise<Png | null> {
  const url = await picture(figure, 'png');
  return url === null
    ? null
    : { base64: url.slice(url.indexOf(',') + 1), width: WIDTH, height: figure.layout.height };
}

/** Any figure as SVG, drawn by Plotly in the same Chromium; the kit's own figures need none: see `toSvg`. */
export async function toPlotlySvg(figure: PlotlyFigure): Promise<string | null> {
  const url = await picture(figure, 'svg');
  return url === null ? null : decodeURIComponent(url.slice(url.indexOf(',') + 1));
}

/** Starts the browser ahead of the first picture, beside whatever else is done; without a Chromium it does nothing. */
export function preparePictures(): void {
  const executablePath = findChromium();
  if (executablePath === null || opened) return;
  opened = openPage(executablePath);
  // The first picture tells what went wrong.
  opened.catch(() => undefined);
}

/** A figure as data URL; null where there is no Chromium. */
async function picture(figure: PlotlyFigure, format: 'png' | 'svg'): Promise<string | null> {
  const executablePath = findChromium();
  if (executablePath === null) return null;
  drawing++;
  try {
    return await drawn(executablePath, figure, format);
  } finally {
    drawing--;
  }
}

async function drawn(executablePath: string, figure: PlotlyFigure, format: 'png' | 'svg'): Promise<string> {
  opened ??= openPage(executablePath);
  const { page } = await opened;
  const { height } = figure.layout;
  return page.evaluate(
    ([data, layout, size]) => {
      const { Plotly } = globalThis as unknown as {
        Plotly: { toImage(figure: object, options: object): Promise<string> };
      };
      return Plotly.toImage({ data, layout }, size);
    },
    [figure.data, figure.layout, { format, width: WIDTH, height, scale: SCALE }] as [
      unknown,
      unknown,
      object,
    ],
  );
}

/** Ends the browser that {@link toPng} started, if it did. */
export async function closePictures(): Promise<void> {
  const ending = opened;
  opened = null;
  if (!ending) return;
  const { browser, scratch } = await ending;
  await browser.close();
  scratch.remove();
}

/** Ends it once no picture is being drawn for a moment: where nobody calls {@link closePictures}, the process could not end. */
export function closeIdlePictures(): void {
  // The browser itself keeps the process until then.
  setTimeout(() => {
    if (drawing === 0) closePictures().catch(() => undefined);
  }, IDLE_MS);
}

/** Signals stay with the notebook's kernel: an interrupt must not end it together with the browser. */
async function openPage(executablePath: string): Promise<Pictures> {
  const { chromium } = await import('playwright-core');
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const scratch = makePrivateTempDir(tempFolder(), 'pictures');
  // Its sockets stay where they were: the system takes no path of more than 108 signs for one.
  const env = {
    XDG_RUNTIME_DIR: scratch.dir,
    ...process.env,
    XDG_CONFIG_HOME: join(scratch.dir, 'settings'),
  };
  const launch = () =>
    chromium.launch({
      executablePath,
      args: [...FLAGS, ...sandbox],
      env,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  const browser = await withTemp(scratch.dir, launch);
  const page = await (await browser.newContext({ offline: true })).newPage();
  await page.setContent('<!doctype html><meta charset="utf-8">');
  await page.addScriptTag({ path: require.resolve('plotly.js-cartesian-dist-min') });
  return { browser, page, scratch };
}

/** Playwright lays the browser's profile where the process has its temporary files, and says nothing of another place. */
async function withTemp<T>(dir: string, launch: () => Promise<T>): Promise<T> {
  const { TMPDIR } = process.env;
  process.env['TMPDIR'] = dir;
  try {
    return await launch();
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = TMPDIR;
  }
}
