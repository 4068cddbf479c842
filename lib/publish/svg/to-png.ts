import { readFileSync } from 'node:fs';
import type { PlotlyFigure } from '../../figures/figure';
import { isDrawable } from '../../figures/is-own-figure';
import { toSvg } from './to-svg';

/** A picture of a figure. */
export interface Png {
  /** PNG bytes as base64. */
  base64: string;
  /** CSS px; the picture itself has `SCALE` times as many. */
  width: number;
  height: number;
}

/** Draws an SVG as PNG bytes. */
type Rasteriser = (svg: string) => Uint8Array;

const WIDTH = 720;
const SCALE = 1.5;
const FAMILY = 'Open Sans';
const FONT_FILES = ['400Regular/OpenSans_400Regular.ttf', '700Bold/OpenSans_700Bold.ttf'];

let opened: Promise<Rasteriser> | null = null;

/**
 * A figure of the kit's own, or one that `chart` made, as PNG: its SVG drawn by resvg in WebAssembly with a font of its own, so
 * that the same figure gives the same bytes on every machine, and nothing is started, read or asked for. null for any other.
 */
export async function toPng(figure: PlotlyFigure): Promise<Png | null> {
  if (!isDrawable(figure)) return null;
  opened ??= rasteriser();
  const draw = await opened;
  const bytes = draw(standingAlone(toSvg(figure, { width: WIDTH, background: true })));
  return { base64: Buffer.from(bytes).toString('base64'), width: WIDTH, height: figure.layout.height };
}

/** A picture has no page whose colours it could follow, and one font. */
function standingAlone(svg: string): string {
  return svg
    .replace(/var\(--[a-z]+,(#[0-9a-fA-F]+)\)/g, '$1')
    .replace(/font-family="[^"]*"/, `font-family="${FAMILY}"`);
}

async function rasteriser(): Promise<Rasteriser> {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  await initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const fontBuffers = FONT_FILES.map((file) =>
    readFileSync(require.resolve(`@expo-google-fonts/open-sans/${file}`)),
  );
  const font = { fontBuffers, defaultFontFamily: FAMILY, sansSerifFamily: FAMILY };
  return (svg) => {
    const drawing = new Resvg(svg, { font, fitTo: { mode: 'width', value: WIDTH * SCALE } });
    const picture = drawing.render();
    try {
      return picture.asPng();
    } finally {
      picture.free();
      drawing.free();
    }
  };
}
