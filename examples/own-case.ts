// A case of one's own, no code in it: npx ts-node examples/own-case.ts
import { open, show } from 'breachscope';

async function main(): Promise<void> {
  // examples/harbour-gym/ has who said what (claims.yaml), where (sources.csv), which kinds of document there are (case.yaml),
  // and a made-up world in which the finder's account is true (worlds/finder.yaml). Its sample was made by
  //   npx --no -- breachscope world examples/harbour-gym finder --out examples/harbour-gym/sample
  const leak = await open('examples/harbour-gym/sample', {
    case: 'examples/harbour-gym',
    // Made-up records come with their truth, which answers for somebody who looks.
    answers: 'truth',
  });
  await show(leak.claims());
  await show(leak.disputes('heart rates'));
}

void main();
