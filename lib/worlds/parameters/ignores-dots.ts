import { loadTaxonomy } from '../../cases/load-taxonomy';

/** Whether dots, and what follows a plus sign, make no difference in addresses at a domain. */
export function ignoresDots(domain: string): boolean {
  return loadTaxonomy().mailProviders.get(domain)?.dotsIgnored ?? false;
}
