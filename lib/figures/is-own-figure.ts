import type { Figure, PlotlyFigure } from './figure';

/** Whether a figure is one of the kit's own, of which a picture can be made without a browser. */
export function isOwnFigure(figure: PlotlyFigure): figure is Figure {
  const own = (trace: object) => 'hoverinfo' in trace && trace.hoverinfo === 'skip';
  return 'shapes' in figure.layout && 'annotations' in figure.layout && figure.data.every(own);
}
