// Draws the kit's figures in JupyterLab 4 and Notebook 7: a federated module written by hand, no build, no pip package.
// Lab finds it through JUPYTER_PATH. plotly-cartesian.min.js lies beside it (scripts/notebook.ts copies it there) and
// is loaded at the first figure.
(() => {
  'use strict';
  const NAME = 'breachscope-figures';
  const MIME = 'application/vnd.plotly.v1+json';
  const base = document.currentScript.src.replace(/[^/]*$/, '');
  let scope;
  let plotly;

  const loadPlotly = () =>
    (plotly ??= new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = `${base}plotly-cartesian.min.js`;
      script.onload = () => resolve(window.Plotly);
      script.onerror = () => reject(new Error('plotly.js was not found: start with npm run notebook'));
      document.head.append(script);
    }));

  /** A module that Lab itself shares, such as @lumino/widgets. */
  const shared = async (name) => (await Object.values(scope[name])[0].get())();

  /** The figure in the colours of Lab's theme. In the template, because a grid colour on the axis also turns the grid on. */
  const themed = (layout) => {
    const css = getComputedStyle(document.body);
    const variable = (name, otherwise) => css.getPropertyValue(name).trim() || otherwise;
    const line = variable('--jp-border-color2', '#ddd');
    const axis = { gridcolor: line, zerolinecolor: line };
    return {
      ...layout,
      template: { layout: { xaxis: axis, yaxis: axis } },
      font: { ...layout.font, color: variable('--jp-ui-font-color1', '#222') },
      paper_bgcolor: 'rgba(0,0,0,0)',
      plot_bgcolor: 'rgba(0,0,0,0)',
      autosize: true,
      width: undefined,
    };
  };

  async function figures() {
    const { Widget } = await shared('@lumino/widgets');

    class Figure extends Widget {
      constructor() {
        super();
        this.addClass('jp-RenderedPlotly');
        this.repaint = new MutationObserver(() => this.draw());
        this.resize = new ResizeObserver(
          () => this.plot?.isConnected && window.Plotly.Plots.resize(this.plot),
        );
      }

      async renderModel(model) {
        this.figure = model.data[MIME];
        const png = model.data['image/png'];
        const alt = String(model.data['text/plain'] ?? 'figure');
        this.node.replaceChildren();
        this.plot = document.createElement('div');
        this.plot.setAttribute('role', 'group');
        this.plot.setAttribute('aria-label', alt);
        if (png) this.node.append(this.picture(png, alt));
        try {
          await loadPlotly();
        } catch (error) {
          if (!png) this.node.textContent = error.message;
          return;
        }
        this.node.replaceChildren(this.plot);
        await this.draw();
        this.repaint.observe(document.body, { attributes: true, attributeFilter: ['data-jp-theme-name'] });
        this.resize.observe(this.node);
      }

      /** Stands until the script has loaded, and stays if it cannot be loaded. */
      picture(png, alt) {
        const image = new Image();
        image.alt = alt;
        image.src = `data:image/png;base64,${png}`;
        image.style.maxWidth = '100%';
        return image;
      }

      draw() {
        const { data, layout = {}, config = {} } = structuredClone(this.figure);
        const options = { displaylogo: false, ...config, responsive: false };
        return window.Plotly.react(this.plot, data, { height: 360, ...themed(layout) }, options);
      }

      dispose() {
        if (this.isDisposed) return;
        this.repaint.disconnect();
        this.resize.disconnect();
        if (this.plot && window.Plotly) window.Plotly.purge(this.plot);
        super.dispose();
      }
    }

    const rendererFactory = { safe: true, mimeTypes: [MIME], createRenderer: () => new Figure() };
    return {
      __esModule: true,
      default: [{ id: `${NAME}:factory`, rank: 1, dataType: 'json', rendererFactory }],
    };
  }

  (window._JUPYTERLAB ??= {})[NAME] = {
    init: (given) => {
      scope = given;
    },
    get: async (module) => {
      if (!/figures$/.test(module)) throw new Error(`no such module: ${module}`);
      const loaded = await figures();
      return () => loaded;
    },
  };
})();
