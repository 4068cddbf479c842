import type { Activity } from './world-parameters';
import { FACT } from './paths';
import { CASE, FORM, SPELLINGS, TEXT, type Person } from './person';
import { domainOf, providerOf, type Population } from './population';
import { TABLE } from './tables';

const FIELD = {
  zone: 0,
  email: 1,
  padded: 2,
  name: 3,
  login: 4,
  again: 5,
  owner: 6,
  share: 7,
  shareSpelling: 8,
  request: 9,
  tokens: 10,
  event: 11,
  weighing: 12,
  rare: 13,
  device: 14,
  form: 15,
  shareForm: 16,
} as const;

/** Draws everything about one person that a count can depend on. */
export function planPerson(population: Population, number: number, person: Person): Person {
  person.number = number;
  person.facts = FACT.account;
  planAccount(population, person);
  planShares(population, person);
  planDevices(population, person);
  planActivity(population, person);
  return person;
}

function planAccount(population: Population, person: Person): void {
  const { given, randoms, linkOf, tokenHolders, zones, size } = population;
  const { accounts } = given;
  const { number } = person;
  randoms.u64(TABLE.person, number, FIELD.zone);
  person.zone = randoms.first() < given.zones.blank ? -1 : zones.index(randoms.second());
  const link = linkOf(number);
  randoms.u64(TABLE.person, number, FIELD.email);
  person.email = emailOf(population, number, randoms.first());
  const letters = caseAt(randoms.second(), accounts.emailCapitalised, accounts.emailUpper);
  person.mailbox = mailboxOf(population, number);
  const form = formAt(population, person.mailbox, randoms.u64(TABLE.person, number, FIELD.form).first());
  randoms.u64(TABLE.person, number, FIELD.padded);
  person.spelling = spell(form, letters, randoms.first() < accounts.emailPadded);
  person.staff = population.isStaff(number);
  if (link?.by === 'address')
    person.spelling = spell(FORM.plain, link.other < number ? CASE.capitalised : CASE.lower);
  if (link?.by === 'mailbox')
    person.spelling = spell(
      link.other > number ? FORM.plain : number % 2 ? FORM.dotted : FORM.tagged,
      CASE.lower,
    );
  person.photo = randoms.second() >= accounts.noPhoto;
  randoms.u64(TABLE.person, number, FIELD.name);
  person.name = state(randoms.first(), accounts.nameBlank, accounts.nameNull, accounts.nameOdd);
  person.loggedOut = randoms.second() >= accounts.neverLoggedOut;
  randoms.u64(TABLE.person, number, FIELD.again);
  person.again = -1;
  if (randoms.first() < accounts.duplicates) {
    const u = 2 * randoms.second();
    const same = u < 1 || person.email !== TEXT.filled;
    const spellings = isTagging(population, person.mailbox) ? SPELLINGS.all : SPELLINGS.plain;
    person.again = same
      ? person.spelling
      : (person.spelling + 1 + Math.floor((u - 1) * (spellings - 1))) % spellings;
  }
  person.thirdPartyToken = tokenHolders.has(number);
  person.rare = false;
  if (number >= accounts.rare.from * size) {
    person.rare = randoms.u64(TABLE.person, number, FIELD.rare).first() < accounts.rare.share;
  }
  if (person.email === TEXT.filled) person.facts |= FACT.email;
  if (person.name === TEXT.filled || person.name === TEXT.odd) person.facts |= FACT.name;
  if (person.zone >= 0) person.facts |= FACT.zone;
  if (person.photo) person.facts |= FACT.photo;
  if (person.loggedOut) person.facts |= FACT.loggedOut;
  if (person.thirdPartyToken) person.facts |= FACT.thirdPartyToken;
  if (person.rare) person.facts |= FACT.rare;
}

/** Whether an account has an address: whoever shares, or shares an address, has one. */
function emailOf({ given, linkOf, sharers, isStaff }: Population, number: number, u: number): number {
  if (sharers.has(number) || linkOf(number) || isStaff(number)) return TEXT.filled;
  return state(u, given.accounts.emailBlank, given.accounts.emailNull, 0);
}

/** Accounts that only a second database has come after the addresses without account. */
function mailboxOf({ linkOf, size, strangers }: Population, number: number): number {
  if (number >= size) return number + strangers;
  const link = linkOf(number);
  return link?.by === 'address' || link?.by === 'mailbox' ? Math.min(number, link.other) : number;
}

/** Dots and tags occur where the provider of the mailbox sees through them. */
function formAt(population: Population, mailbox: number, u: number): number {
  const { emailDotted, emailTagged } = population.given.accounts;
  if (u >= emailDotted + emailTagged || !isTagging(population, mailbox)) return FORM.plain;
  return u < emailDotted ? FORM.dotted : FORM.tagged;
}

function isTagging(population: Population, mailbox: number): boolean {
  return providerOf(domainOf(population, mailbox))?.dotsIgnored ?? false;
}

function spell(form: number, letters: number, padded = false): number {
  return form * SPELLINGS.plain + letters * 2 + Number(padded);
}

/** Shares with addresses that have no account (exact places), with other accounts, and some of the first ones twice. */
function planShares(population: Population, person: Person): void {
  const { given, randoms, sharers, size } = population;
  const { addressesWithoutAccount, withAccounts, repeated } = given.shares;
  const place = sharers.of(person.number);
  person.shares = 0;
  if (person.email !== TEXT.filled) return;
  let before = size;
  if (place >= 0) {
    for (const count of addressesWithoutAccount) {
      if (place < count) person.shareMailbox[person.shares++] = before + place;
      before += count;
    }
  }
  randoms.u64(TABLE.person, person.number, FIELD.share);
  if (person.shares > 0 && randoms.first() < repeated) {
    person.shareMailbox[person.shares++] = person.shareMailbox[0] as number;
  }
  if (randoms.second() < withAccounts && size > 1) {
    const step = 1 + Math.floor(randoms.u64(TABLE.share, person.number, FIELD.share).unit() * (size - 1));
    const other = (person.number + step) % size;
    if (emailOf(population, other, randoms.u64(TABLE.person, other, FIELD.email).first()) === TEXT.filled) {
      person.shareMailbox[person.shares++] = mailboxOf(population, other);
    }
  }
  const { emailCapitalised, emailUpper, emailPadded } = given.accounts;
  for (let share = 0; share < person.shares; share++) {
    const u = randoms.u64(TABLE.share, person.number, FIELD.shareForm, share).first();
    const form = formAt(population, person.shareMailbox[share] as number, u);
    randoms.u64(TABLE.share, person.number, FIELD.shareSpelling, share);
    const letters = caseAt(randoms.first(), emailCapitalised, emailUpper);
    person.shareSpelling[share] = spell(form, letters, randoms.second() < emailPadded);
  }
  if (person.shares > 0) person.facts |= FACT.share;
}

function planDevices({ given, randoms, testers, linkOf }: Population, person: Person): void {
  const { owners, further, most, nicknameBlank, ssidBlank, ipMissing, duplicates } = given.devices;
  const { number } = person;
  randoms.u64(TABLE.device, number, FIELD.owner);
  const tester = testers.has(number);
  const by = linkOf(number)?.by;
  const bound = by === 'device' || by === 'household';
  const owner = tester || bound || person.shares > 0 || randoms.first() < owners;
  const cameras = owner ? Math.min(most, 1 + tail(further, randoms.second())) : 0;
  person.devices = cameras + Number(tester);
  person.deviceAgain = owner && randoms.u64(TABLE.device, number, FIELD.again).first() < duplicates;
  for (let device = 0; device < person.devices; device++) {
    randoms.u64(TABLE.device, number, FIELD.device, 2 * device);
    person.deviceNamed[device] = Number(randoms.first() >= nicknameBlank);
    person.deviceSsid[device] = Number(randoms.second() >= ssidBlank);
    randoms.u64(TABLE.device, number, FIELD.device, 2 * device + 1);
    person.deviceIp[device] = Number(randoms.first() >= ipMissing);
    if (person.deviceNamed[device] === 1) person.facts |= FACT.deviceName;
    if (person.deviceSsid[device] === 1) person.facts |= FACT.ssid;
    if (person.deviceIp[device] === 1) person.facts |= FACT.ip;
  }
  if (owner) person.facts |= FACT.device;
}

function planActivity({ given, randoms, testers, planted }: Population, person: Person): void {
  const { requests, events, scale } = given;
  const { number } = person;
  randoms.u64(TABLE.request, number, FIELD.request);
  const holder = randoms.first() < requests.tokenPeople;
  person.requests = occurrences(requests, randoms.first(), randoms.second());
  const second =
    holder &&
    person.requests > 1 &&
    randoms.u64(TABLE.request, number, FIELD.tokens).first() < requests.secondToken;
  person.phones = second ? 2 : 1;
  person.tokens = holder && requests.body !== 'redacted' ? person.phones : 0;
  if (person.tokens > 0) person.facts |= FACT.token;
  if (person.requests > 0) person.facts |= FACT.request;
  randoms.u64(TABLE.event, number, FIELD.event);
  person.events = person.devices > 0 ? occurrences(events, randoms.first(), randoms.second()) : 0;
  if (person.events > 0) person.facts |= FACT.event;
  person.planted = planted(number);
  person.weighings = Number(person.planted);
  if (person.planted) person.facts |= FACT.scale;
  if (testers.has(number)) {
    const [fewest, most] = scale.records;
    const u = randoms.u64(TABLE.scale, number, FIELD.weighing).unit();
    person.weighings = fewest + Math.floor(u * (most - fewest + 1));
    person.facts |= FACT.scale;
  }
}

function occurrences({ active, further, most }: Activity, u: number, v: number): number {
  return u < active ? Math.min(most, 1 + tail(further, v)) : 0;
}

/** Heavy-tailed count of mean near `mean`: Lomax with shape 2, rounded to the nearest (Lomax 1954). */
function tail(mean: number, u: number): number {
  return Math.floor(mean * (1 / Math.sqrt(1 - u) - 1) + 0.5);
}

function state(u: number, blank: number, missing: number, odd: number): number {
  if (u < blank) return TEXT.blank;
  if (u < blank + missing) return TEXT.null;
  return u < blank + missing + odd ? TEXT.odd : TEXT.filled;
}

function caseAt(u: number, capitalised: number, upper: number): number {
  if (u < capitalised) return CASE.capitalised;
  return u < capitalised + upper ? CASE.upper : CASE.lower;
}

/** Leaves of a person what an account document holds. */
export function accountAlone(person: Person): Person {
  person.shares = person.devices = person.requests = person.tokens = person.events = person.weighings = 0;
  person.deviceAgain = person.planted = false;
  person.facts &= FACT.share - 1;
  return person;
}
