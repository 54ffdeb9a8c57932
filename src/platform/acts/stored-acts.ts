import type { ActFrame, ActingPost, ActMode, LocalDate, StoredAct, StoredPayload } from '#law';
import { type Queryable, rows } from '../db.ts';
import type { FrameVersion } from './chain.ts';

type ActRow = {
  id: string;
  seq: number;
  type: string;
  version: number;
  frame: FrameVersion;
  mode: ActMode;
  legal_date: LocalDate;
  legal_time: string | null;
  recorded_at: string;
  actor: ActingPost;
  post_id: string | null;
  account_id: string | null;
  organisation_id: string | null;
  source: string | null;
  cause_id: string | null;
  facts_used: string[];
  commit: Buffer;
  prev: Buffer;
  hash: Buffer;
  salt: Buffer | null;
  payload: StoredPayload | null;
};

/** An act with what proves it. `payload` is null after a lawful erasure; the chain then still stands. */
export type ProvedAct = Omit<ActRow, 'payload'> & { readonly payload: StoredPayload | null };

export async function readActs(client: Queryable, matterId: string, cohort: number): Promise<readonly ProvedAct[]> {
  return rows<ActRow>(
    client,
    `select a.id, a.seq, a.type, a.version, a.frame, a.mode, a.legal_date, a.legal_time, a.recorded_at, a.actor, a.post_id, a.account_id, a.organisation_id, a.source, a.cause_id,
       a.facts_used, a.commit, a.prev, a.hash, p.salt, p.payload
     from act a left join act_payload p on p.city = a.city and p.cohort = a.cohort and p.matter_id = a.matter_id and p.seq = a.seq
     where a.matter_id = $1 and a.cohort = $2 order by a.seq`,
    [matterId, cohort],
  );
}

export function asStored(act: ProvedAct): StoredAct | null {
  if (act.payload === null) return null;
  const frame: Omit<ActFrame, 'number' | 'documents' | 'files'> = {
    seq: act.seq,
    type: act.type,
    mode: act.mode,
    legalDate: act.legal_date,
    legalTime: act.legal_time,
    recordedAt: act.recorded_at,
    actor: act.actor,
  };
  return { version: act.version, frame, payload: act.payload };
}
