/** How the kit is called: in this form npm 9, 10 and 11 leave every option to it, and none is taken from the registry. */
export const KIT = 'npx --no -- breachscope';
