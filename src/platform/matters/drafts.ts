import { rowOf } from '#law';
import type { Platform } from '../acts/perform.ts';
import { inTransaction, rows } from '../db.ts';
import { isUuid, type Session, sessionPreamble } from '../session.ts';
import { visible } from './visible.ts';

/** A form begun and not yet sent in; kept until its act is done or it is thrown away. */
export type DraftItem = {
  readonly subject: string;
  readonly savedAt: string;
  readonly kind: string;
  readonly act: string;
  readonly kindName: string;
  readonly actName: string;
  /** Whether its act would open a new matter. */
  readonly opens: boolean;
  /** The matter it would be done in; null: it would open one, or the matter is out of this post's sight. */
  readonly matterId: string | null;
  readonly title: string | null;
  /** The matter from which the form of a new one was opened. */
  readonly from: string | null;
};

const MOST = 100;

/** The account's drafts of forms, newest first; other things kept under an account's name are not listed. */
export async function listDrafts(platform: Platform, session: Session): Promise<readonly DraftItem[]> {
  return inTransaction(platform.pool, sessionPreamble(session, platform.now()), async (client) => {
    const kept = await rows<{ subject: string; saved_at: string }>(
      client,
      'select subject, saved_at from draft where account_id = $1 order by saved_at desc, subject limit $2',
      [session.accountId, MOST],
    );
    const ids = kept.flatMap(({ subject }) => idIn(subject) ?? []);
    const titles = await rows<{ id: string; title: string }>(
      client,
      `select m.id, m.title from matter m where m.id = any($1::uuid[]) and ${visible(session, 'm', 'id')}`,
      [ids],
    );
    return kept.flatMap(({ subject, saved_at }) => {
      const [kindId = '', act = ''] = subject.split(':');
      const kind = platform.kinds.get(kindId);
      const row = kind === undefined ? null : rowOf(kind, act);
      if (kind === undefined || row === null) return [];
      const about = titles.find(({ id }) => id === idIn(subject));
      const opens = row.from === 'start';
      const names = { kind: kindId, act, kindName: kind.name, actName: row.label, opens };
      const where = { matterId: opens ? null : (about?.id ?? null), title: about?.title ?? null, from: opens ? idIn(subject) : null };
      return [{ subject, savedAt: saved_at, ...names, ...where }];
    });
  });
}

/** Subjects of forms are "kind:act:id", the id being that of the matter or of what it is opened from. */
function idIn(subject: string): string | null {
  const id = subject.split(':')[2] ?? '';
  return isUuid(id) ? id : null;
}
