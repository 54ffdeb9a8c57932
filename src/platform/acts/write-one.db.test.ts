import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowOf } from '#law';
import { rows } from '#platform/db';
import { inGatheredTransaction } from '#platform/db-together';
import { actingPost, type Session, SYSTEM_OPENING, sessionOpening } from '#platform/session';
import { ANCHOR, ANCHOR_MORNING, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { createLetterTable, LETTER } from '#testing/letter-kind';
import { testPlatform } from '#testing/platform';
import { appendAct } from './append.ts';
import { cohortOf } from './ids.ts';
import { anyKind, kindsOf } from './kinds.ts';
import { load } from './load.ts';
import { type Platform, perform } from './perform.ts';
import { verify } from './verify.ts';
import { batchOf, placeOfBefore, workingOf } from './working.ts';
import type { Batch } from './write.ts';
import { writeOne } from './write-one.ts';

const KIND = anyKind(LETTER);

let database: TestDatabase;
let city: TestCity;
let platform: Platform;

beforeAll(async () => {
  database = await testDatabase();
  await createLetterTable(database.pool);
  ({ city } = await seedTestCity(database.pool));
  platform = await testPlatform(database.pool, () => ANCHOR_MORNING, kindsOf([KIND]));
});
afterAll(() => database.close());

async function openLetter(): Promise<string> {
  const input = { subject: '核实情况', addressee: city.区市场监管局.id };
  const answer = await perform(platform, {
    by: city.市司法局.supervisorA.session,
    kind: 'test-letter',
    act: 'open',
    matterId: null,
    input,
  });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.done.matterId;
}

/** One more act of this person on the letter, decided as if it were in sight, ready to be written. */
async function noteBy(session: Session, matterId: string): Promise<Batch> {
  const row = rowOf(KIND, 'note');
  const { calendar, currentProfile } = platform.law();
  const profile = currentProfile(session.city);
  if (row === null || profile === null) throw new Error('the letter has no notes');
  return inGatheredTransaction(database.pool, [SYSTEM_OPENING], async (client) => {
    const about = {
      pool: database.pool,
      how: 'look' as const,
      organisations: [],
      persons: [],
      files: [],
      caller: null,
      key: null,
      on: ANCHOR,
    };
    const loaded = await load(client, { kind: KIND.kind, matterId, cohort: cohortOf(matterId), actor: actingPost(session), ...about });
    const w = workingOf(KIND, matterId, session.city, loaded, { profile, calendar }, new Set());
    const when = { legalDate: ANCHOR, legalTime: null, source: null, causeId: null, files: [], number: null, issuerId: '' };
    const act = { type: 'note', row, input: { words: '备注' }, mode: 'performed' as const, actor: actingPost(session), ...when };
    appendAct(w, act, loaded.facts, ANCHOR_MORNING);
    const place = w.state === null ? null : placeOfBefore(w, KIND.homeId(w.state));
    if (w.state === null || place === null) throw new Error('the letter has no place');
    return batchOf(platform, w, w.state, place, ANCHOR, ANCHOR_MORNING, null, null);
  });
}

const actsOf = async (id: string): Promise<number> => (await rows(database.pool, 'select from act where matter_id = $1', [id])).length;

const written = (session: Session, batch: Batch): Promise<void> =>
  inGatheredTransaction(database.pool, [sessionOpening(session, ANCHOR_MORNING)], (client) => writeOne(client, batch));

describe('写入一件事项', () => {
  it('读取之后、写入之前事项已不在其视野的，一行也不写；仍在视野的照写，链完整', async () => {
    const id = await openLetter();
    const outsider = city.旗市场监管局.receiver.session;
    await expect(written(outsider, await noteBy(outsider, id))).rejects.toThrow('division by zero');
    expect(await actsOf(id)).toBe(1);
    const insider = city.市司法局.supervisorA.session;
    await written(insider, await noteBy(insider, id));
    expect(await actsOf(id)).toBe(2);
    expect((await verify(platform)).faults).toEqual([]);
  });

  it('列表数据不变的不重写，有改变的才写', async () => {
    const id = await openLetter();
    const version = async () =>
      (await rows<{ at: string }>(database.pool, 'select xmin::text as at from test_letter where matter_id = $1', [id]))[0];
    const before = await version();
    const insider = city.市司法局.supervisorA.session;
    const note = await noteBy(insider, id);
    expect(note.keepsColumns).toBe(true);
    await written(insider, note);
    expect(await version()).toEqual(before);
    const send = { by: city.市司法局.deputyHead.session, kind: 'test-letter', act: 'send', matterId: id, input: {} };
    expect(await perform(platform, send)).toMatchObject({ ok: true });
    expect(await version()).not.toEqual(before);
  });
});
