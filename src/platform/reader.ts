import { type LocalDate, shanghaiDay } from '#law';
import type { Platform } from './acts/perform.ts';
import { type Client, inTransaction } from './db.ts';
import { type Session, sessionPreamble } from './session.ts';

export type Reader = {
  today(): LocalDate;
  /** Reads under the rights of the session. */
  reading<T>(session: Session, read: (client: Client) => Promise<T>): Promise<T>;
};

export function readerOf({ pool, now }: Pick<Platform, 'pool' | 'now'>): Reader {
  return {
    today: () => shanghaiDay(now()),
    reading: (session, read) => inTransaction(pool, sessionPreamble(session, now()), read),
  };
}
