import { createdAt } from './account-documents';
import { Clock } from './clock';
import { Column } from './column';
import type { DocumentWriter } from './document-writer';
import type { Mailboxes } from './mailbox';
import type { Population } from './population';
import type { Sink } from './sink';
import { TABLE } from './tables';

const FIELD = { when: 1, state: 2 } as const;

/** Writes whom a person shares devices with: somebody else's address, and whether it still holds. */
export function shareDocuments(population: Population, sink: Sink, mailboxes: Mailboxes): DocumentWriter {
  const { given, randoms } = population;
  const clock = new Clock(given);
  const columns = {
    user_id: new Column(sink, 'user_id', 'each'),
    share_email: new Column(sink, 'share_email'),
    share_ts: new Column(sink, 'share_ts', 'numbers'),
    share_state: new Column(sink, 'share_state'),
  };
  return {
    columns,
    write({ number, shares, shareMailbox, shareSpelling }) {
      const created = shares > 0 ? createdAt(population, clock, number) : 0;
      for (let share = 0; share < shares; share++) {
        sink.begin();
        columns.user_id.bytes(population.ids.of(number), share === 0);
        columns.share_email.open();
        mailboxes.write(shareMailbox[share] as number, shareSpelling[share] as number, sink);
        columns.share_email.close();
        columns.share_ts.number(
          clock.between(created, clock.newest, randoms.u64(TABLE.share, number, FIELD.when, share).unit()),
        );
        const ended = randoms.u64(TABLE.share, number, FIELD.state, share).unit() < given.shares.ended;
        columns.share_state.number(ended ? 0 : 1);
        sink.end();
      }
    },
  };
}
