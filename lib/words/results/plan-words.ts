import type { Plan, PlanRow } from '../../contract/plan';
import { formatNumber } from '../numbers/format-number';

/** One claim, and what would settle it line by line: what to ask for first, then how many people a draw would need. */
export interface PlanSection {
  said: string;
  lines: string[];
}

/** A plan claim by claim: what holds for several measures of one claim is said once. */
export function planSections({ rows }: Plan): PlanSection[] {
  const claims = [...new Set(rows.map(({ claim }) => claim))];
  return claims.map((id) => {
    const own = rows.filter(({ claim }) => claim === id);
    const asks = own.flatMap(({ ask }) => ask.map((each) => `First, ${each}`));
    return { said: own[0]?.said ?? '', lines: [...new Set([...asks, ...own.flatMap(sizes)])] };
  });
}

function sizes({ asks, claimed, see, pages, decide }: PlanRow): string[] {
  switch (asks) {
    case null:
      return [];
    case 'none':
      return [
        'Records: everything on the server, with its own total, shows that there is none; one confirmed record shows the opposite. No sample does.',
      ];
    case 'some':
      return [
        'Records: one confirmed record would show it. That there is none only everything on the server could show.',
      ];
    case 'size':
      return [
        'Records: everything, with the server’s own total; or two copies of which one is a random draw. A single draw rests on this number and does not show it.',
      ];
    case 'number':
      break;
  }
  if (see === null || claimed === null || pages === null) return ['Records: everything on the server.'];
  const number =
    decide === null
      ? 'To decide the number takes more than half of everybody, so everything.'
      : `To decide the number with a chance of 80 % if it is right takes about ${formatNumber(decide)} people.`;
  return [
    `Records: of ${formatNumber(claimed)} people one is seen, with a chance of 95 %, among ${formatNumber(see)} people drawn at random. ${number}`,
    `If whole pages were drawn instead and they lay together on ${formatNumber(pages.holding)} of ${formatNumber(pages.of)}: ${formatNumber(pages.draw)} pages, ${formatNumber(pages.documents)} documents.`,
  ];
}
