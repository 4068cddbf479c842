import { Clock } from './clock';
import { Column, type Distinct } from './column';
import type { DocumentWriter } from './document-writer';
import { capital, type Mailboxes } from './mailbox';
import { TEXT, type Person, type Spelling } from './person';
import type { Population } from './population';
import type { Sink } from './sink';
import { TABLE } from './tables';
import { writeToken } from './token';
import { FAMILY, GIVEN, ODD_NAMES } from './word-lists';

const FIELD = { style: 1, odd: 2, photo: 3, created: 4, login: 5, logout: 6, rare: 7 } as const;

/** Writes account documents, and for a few people the same one again with the address spelled otherwise. */
export function accountDocuments(population: Population, sink: Sink, mailboxes: Mailboxes): DocumentWriter {
  const { given, randoms } = population;
  const clock = new Clock(given);
  const { rare } = given.accounts;
  const column = (name: string, distinct?: Distinct) => new Column(sink, name, distinct);
  const columns = {
    user_id: column('user_id', 'each'),
    email: column('email'),
    nickname: column('nickname'),
    logo: column('logo'),
    timezone_name: column('timezone_name'),
    create_ts: column('create_ts', 'numbers'),
    last_login_ts: column('last_login_ts', 'numbers'),
    last_logout_ts: column('last_logout_ts', 'numbers'),
    alexa_token: column('alexa_token'),
  };
  const rareColumn = column(rare.name);

  const writeName = ({ number, name, mailbox, staff }: Person) => {
    if (name === TEXT.null) return columns.nickname.null();
    if (name === TEXT.odd) {
      const odd = Math.floor(randoms.u64(TABLE.name, number, FIELD.odd).unit() * ODD_NAMES.length);
      return columns.nickname.bytes(ODD_NAMES[odd] as Buffer);
    }
    const blank = randoms.u64(TABLE.name, number, FIELD.style);
    if (name === TEXT.blank) return columns.nickname.text(blank.first() < 0.2 ? '  ' : '');
    const style = Math.floor(blank.first() * 4);
    const digits = Math.floor(blank.second() * 100);
    const own = mailboxes.name(mailbox);
    const first = GIVEN[own.given] as string;
    const last = FAMILY[own.family] as string;
    if (staff) columns.nickname.text(`Test ${capital(first)} ${digits}`);
    else if (style === 0) columns.nickname.text(capital(first));
    else if (style === 1) columns.nickname.text(`${capital(first)} ${capital(last)}`);
    else if (style === 2) columns.nickname.text(`${capital(first)} ${capital(last).charAt(0)}.`);
    else columns.nickname.text(`${first}${digits}`);
  };

  const writeOne = (person: Person, spelling: Spelling, fresh: boolean) => {
    const { number } = person;
    sink.begin();
    columns.user_id.bytes(population.ids.of(number), fresh);
    if (person.email === TEXT.null) columns.email.null();
    else {
      columns.email.open();
      if (person.email === TEXT.filled) mailboxes.write(person.mailbox, spelling, sink);
      columns.email.close();
    }
    writeName(person);
    if (person.photo) {
      columns.logo.open();
      sink.ascii('https://img.example.org/u/');
      sink.hex(randoms.u64(TABLE.name, number, FIELD.photo).high);
      sink.hex(randoms.low, 4);
      sink.ascii('/logo.png');
      columns.logo.close();
    } else columns.logo.text('');
    columns.timezone_name.text(given.zones.weights[person.zone]?.name ?? '');
    const created = createdAt(population, clock, number);
    columns.create_ts.number(created);
    const login = clock.recent(created, randoms.u64(TABLE.name, number, FIELD.login).unit());
    columns.last_login_ts.number(login);
    if (person.loggedOut) {
      columns.last_logout_ts.number(
        clock.between(created, login, randoms.u64(TABLE.name, number, FIELD.logout).unit()),
      );
    } else columns.last_logout_ts.null();
    if (person.thirdPartyToken) {
      columns.alexa_token.open();
      writeToken(population, number, 2, sink);
      columns.alexa_token.close();
    }
    if (person.rare) {
      const u = randoms.u64(TABLE.name, number, FIELD.rare).unit();
      rareColumn.text(rare.values[Math.floor(u * rare.values.length)] as string);
    }
    sink.end();
  };

  return {
    columns: { ...columns, [rare.name]: rareColumn },
    write(person) {
      writeOne(person, person.spelling, true);
      if (person.again >= 0) writeOne(person, person.again, false);
    },
  };
}

/** When a person's account was made, epoch milliseconds. */
export function createdAt({ randoms }: Population, clock: Clock, person: number): number {
  return clock.created(randoms.u64(TABLE.name, person, FIELD.created).unit());
}
