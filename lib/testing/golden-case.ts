import { loadCase } from '../cases/load-case';
import { GOLDEN } from './repository';

/** The invented case of the contract's examples, with whatever measures it names. */
export const goldenCase = () => loadCase(GOLDEN);
