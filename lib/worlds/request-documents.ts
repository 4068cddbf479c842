import { createdAt } from './account-documents';
import { Choice } from './choice';
import { Clock } from './clock';
import { Column, type Distinct } from './column';
import type { DocumentWriter } from './document-writer';
import { BODY_PATHS } from './paths';
import type { Population } from './population';
import { requestHosts } from './request-hosts';
import type { Sink } from './sink';
import { TABLE } from './tables';
import { tokenTail, writeToken } from './token';

const FIELD = { when: 1, where: 2, what: 3, phone: 4, phoneId: 5, status: 7 } as const;
const BODY = Buffer.from('"body":');
const WEEK = 7 * 86_400_000;
const weightOf = ({ weight }: { weight: number }) => weight;

/** Writes request logs; the body holds a token, its tail, or only that it was redacted. */
export function requestDocuments(population: Population, sink: Sink): DocumentWriter {
  const { given, randoms } = population;
  const { app, body } = given.requests;
  const clock = new Clock(given);
  const methods = new Choice(given.requests.methods, weightOf);
  const hostOf = requestHosts(population);
  const paths = new Choice(given.requests.paths, weightOf);
  const versions = new Choice(app.versions, weightOf);
  const column = (name: string, distinct?: Distinct) => new Column(sink, name, distinct);
  const columns = {
    ts: column('ts', 'numbers'),
    user_id: column('user_id', 'each'),
    method: column('method'),
    path: column('path'),
    host: column('host'),
    app_name: column('app_name'),
    app_ver: column('app_ver'),
    phone_id: column('phone_id'),
    phone_system_type: column('phone_system_type'),
    status: column('status'),
  };
  const inBody = { sc: column('sc'), sv: column('sv'), held: column(BODY_PATHS[body].path) };

  const writePhone = (person: number, which: number) => {
    columns.phone_id.open();
    randoms.u64(TABLE.request, person, FIELD.phoneId, 2 * which);
    const [one, two] = [randoms.high, randoms.low];
    randoms.u64(TABLE.request, person, FIELD.phoneId, 2 * which + 1);
    sink.hex(one);
    sink.byte(45);
    sink.hex(two >>> 16, 4);
    sink.ascii('-4');
    sink.hex(two, 3);
    sink.ascii('-a');
    sink.hex(randoms.high >>> 16, 3);
    sink.byte(45);
    sink.hex(randoms.high, 4);
    sink.hex(randoms.low);
    columns.phone_id.close();
    const ios = randoms.u64(TABLE.request, person, FIELD.phone, which).first() < 0.55;
    columns.phone_system_type.text(ios ? '1' : '2');
  };

  const writeBody = (person: number, token: number) => {
    sink.openObject(BODY);
    inBody.sc.text('app-2-9');
    inBody.sv.text('sig-2-9');
    if (body === 'redacted') inBody.held.flag(true);
    else if (token >= 0) {
      inBody.held.open();
      if (body === 'token') writeToken(population, person, token, sink);
      else sink.hex(tokenTail(population, person, token), 6);
      inBody.held.close();
    }
    sink.closeObject();
  };

  return {
    columns: {
      ...columns,
      'body.sc': inBody.sc,
      'body.sv': inBody.sv,
      [`body.${BODY_PATHS[body].path}`]: inBody.held,
    },
    write({ number, requests, phones, tokens }) {
      const from = requests > 0 ? Math.max(createdAt(population, clock, number), clock.newest - WEEK) : 0;
      for (let request = 0; request < requests; request++) {
        const at = (field: number) => randoms.u64(TABLE.request, number, field, request);
        const phone = request % phones;
        const token = tokens > 0 ? phone : -1;
        sink.begin();
        columns.ts.number(clock.between(from, clock.newest, at(FIELD.when).unit()));
        columns.user_id.bytes(population.ids.of(number), request === 0);
        columns.method.text(methods.at(at(FIELD.what).first()).name);
        columns.path.text(paths.at(randoms.u64(TABLE.request, number, FIELD.what, request).second()).name);
        columns.host.text(given.requests.hosts[hostOf(number, request)]?.name ?? '');
        columns.app_name.text(app.name);
        columns.app_ver.text(versions.at(at(FIELD.where).second()).name);
        writePhone(number, phone);
        columns.status.number(at(FIELD.status).first() < 0.97 ? 200 : 401);
        writeBody(number, token);
        sink.end();
      }
    },
  };
}
