/** Letters alone, lower case, marks over them dropped. */
export function lettersOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
}
