// A figure of one's own, as a plain Plotly specification: npx ts-node examples/own-figure.ts
import { open, save } from 'breachscope';

async function main(): Promise<void> {
  const leak = await open('data/wyze-2019/sample');
  const { rows } = await leak.groups('timezone');

  // Whatever Plotly draws with two axes: the kit's own figures are such objects too.
  const figure = {
    data: [
      {
        type: 'bar',
        orientation: 'h',
        y: rows.map(({ timezone }) => timezone),
        x: rows.map(({ people }) => people),
      },
    ],
    layout: {
      title: { text: 'People by time zone, in made-up records' },
      margin: { l: 190 },
      yaxis: { autorange: 'reversed' },
    },
  };
  await save(figure, 'time-zones.html');
}

void main();
