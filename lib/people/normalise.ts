import { domainToASCII } from 'node:url';
import type { MailProvider } from '../contract/taxonomy';

/** 0 exact text; 1 without outer white space; 2 and lower case, Unicode NFKC, domain in ASCII; 3 and the provider's rules. */
export type Level = 0 | 1 | 2 | 3;

/** Mail providers by each of their domains, lower case. */
export type MailProviders = ReadonlyMap<string, MailProvider>;

/** No provider is known: level 3 is level 2. */
export const NO_PROVIDERS: MailProviders = new Map();

/**
 * The form of an e-mail address under which two spellings count as one. The only such function of the kit: engines
 * differ in trimming, lower case and Unicode.
 *
 * Levels 1 and 2 change an ASCII text only where it has outer white space or (level 2) an upper-case letter. Applied
 * twice, a level changes nothing more. Lower case is Unicode's own, in no language: Turkish `İ` becomes `i` with a dot
 * above it and stays another address than `i`. Level 3 changes addresses of the listed providers only.
 *
 * @param providers for level 3; defaults to none
 * @example normalise(' Ana@EXAMPLE.org ', 2) // 'ana@example.org'
 */
export function normalise(text: string, level: Level, providers: MailProviders = NO_PROVIDERS): string {
  if (level === 0) return text;
  if (level === 1) return text.trim();
  const lower = text.normalize('NFKC').toLowerCase().normalize('NFKC').trim();
  const at = lower.lastIndexOf('@');
  if (at < 0) return lower;
  const domain = asciiDomain(lower.slice(at + 1));
  const local = lower.slice(0, at);
  return level === 2 ? `${local}@${domain}` : mailbox(local, domain, providers);
}

function asciiDomain(domain: string): string {
  // On ASCII domains domainToASCII would also rewrite numbers (`0x7f.1`), which is no matter of spelling.
  if (/^[\u0000-\u007f]*$/.test(domain)) return domain;
  return domainToASCII(domain) || domain;
}

/** An address under its provider's rules: without tag and dots, at the first of the provider's domains. */
function mailbox(local: string, domain: string, providers: MailProviders): string {
  const provider = providers.get(domain);
  if (!provider) return `${local}@${domain}`;
  const [untagged = ''] = provider.tag === null ? [local] : local.split(provider.tag);
  const plain = provider.dotsIgnored ? untagged.replaceAll('.', '') : untagged;
  return plain === '' ? `${local}@${domain}` : `${plain}@${provider.domains[0]}`;
}
