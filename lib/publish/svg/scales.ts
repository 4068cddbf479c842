import type { Axis, Figure } from '../../figures/figure';

/** The plot area of a picture, px. */
export interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where numbers of the data lie in the picture, px. */
export interface Scales {
  area: Area;
  x: (value: number) => number;
  y: (value: number) => number;
  /** As `x`, of a position given as annotations give it: log10 on a log axis. */
  xAt: (position: number) => number;
}

/** The scales of a figure at a width. */
export function scalesOf({ layout }: Figure, width: number): Scales {
  const { margin, height, xaxis, yaxis } = layout;
  const area = { left: margin.l, right: width - margin.r, top: margin.t, bottom: height - margin.b };
  const xAt = (position: number) => area.left + fraction(xaxis, position) * (area.right - area.left);
  return {
    area,
    xAt,
    x: (value) => xAt(xaxis.type === 'log' ? Math.log10(Math.max(value, Number.MIN_VALUE)) : value),
    y: (value) => area.bottom - fraction(yaxis, value) * (area.bottom - area.top),
  };
}

function fraction({ range: [from, to] }: Axis, position: number): number {
  return Math.min(1, Math.max(0, (position - from) / (to - from)));
}
