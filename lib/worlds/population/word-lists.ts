const words = (text: string): string[] => text.trim().split(/\s+/);

/** Given names of many languages, written by us; none is also a family name of {@link FAMILY}. */
export const GIVEN = words(`
  aaliyah adaeze agnes ahmad aiko aisha alma amina amir anders anika anton arjun asel astrid ayla aziz beatriz bela
  benoit bilal bruna camila carmen chidi chloe clara dalia damir dario deepa dina duc edith elena elif emeka emil enzo
  esra eva fadi farah fatou felipe fiona freya gita goran greta hana hassan heidi hugo ibrahim ida ilse imani ines iris
  isko ivana jamila jana jasper joao jonas juma kaito karim katya kemal kenji khadija kofi lars layla leila lena lior
  livia luca lucia magda maja malik mara mariam marta mateo mei milan mina mira nadia naoko nasser nia nikhil nina noor
  nuno olga omar oskar paloma pavel petra pilar priya quynh rafael rahim rania ravi renata rhea rosa rumi sabine said
  salma samir sana selin sipho sofia sunil suri tala tamar tariq tessa thandi tomas ulla uma valeria vera vikram wafa
  wanjiru yara yasmin yuki yusuf zahra zainab zara zeynep zuri
`);

/** Family names of many languages, written by us. */
export const FAMILY = words(`
  abara achterberg adeyemi aguilar almeida amundsen anand aoki arslan asante awad baptiste barros becker bello benali
  bergstrom bhatt bianchi bondar borges brandt brkic cabrera calloway cardoso castel chaudhry chukwu conti coskun dahl
  danjuma darwish delgado demir desai diallo dlamini duarte dubois eklund elmasry engel escobar eze farouk ferrante
  fischer fonseca fujita galvez garriga gebre ghosh gomes gustafsson haddad halvorsen hamid hartmann hashimoto herrera
  hoang holm horvat hussein ibarra iversen jankowski jansen jimoh kacem kamara kapoor kato keller khoury kimani kovacs
  kruger kumar kurt lindqvist lombardi machado mahlangu mansour marchetti matsuda mbeki medina mehta mensah mishra
  moreau mutua nakamura navarro ndiaye nguyen nielsen novak obi ochieng okafor okoro olsen onyango ortega osei otieno
  ozturk papadaki pereira petrov pham popescu quintero rahman ramos reyes ricci rojas romero saito salazar santoro
  schreiber sharif silva sorensen suarez sultan suzuki szabo takeda tanaka tesfaye thapa toure traore tran ueda
  valdez varga vasquez vogel wagner watanabe weber wolde yamada yilmaz zahid zheleva ziegler
`);

/**
 * Names that break careless readers, as the text between the quotes of a JSON string: quotes, markup, formulas,
 * terminal controls, emoji, right-to-left text, composed and decomposed letters, words that read as nothing.
 */
export const ODD_NAMES = [
  'The \\"Boss\\"',
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  '=HYPERLINK(\\"https://example.org\\",\\"open\\")',
  '+1+1',
  '@SUM(1,1)',
  '-2+3',
  '\\u001b[31mred\\u001b[0m',
  '\\u0007bell\\r\\nnext line',
  '🏠 Familie 👪',
  'مريم حسن',
  'שרה לוי',
  '\\u202egnp.exe',
  'Zoë Ångström',
  'Zoe\\u0308',
  '名無し',
  'null',
  'undefined',
  '0',
  'a\\\\b\\/c',
  'Robert\\u0027); DROP TABLE users;--',
  '\\ud83d\\ude00',
].map((text) => Buffer.from(text, 'utf8'));
