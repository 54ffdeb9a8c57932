import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '#law';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { type Platform, perform } from '#platform/acts/perform';
import type { Session } from '#platform/session';
import { ANCHOR_MORNING, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { createLetterTable, LETTER } from '#testing/letter-kind';
import { testPlatform } from '#testing/platform';
import { kindsFor } from './opening.ts';

let database: TestDatabase;
let platform: Platform;
let city: TestCity;

/** A second kind of letter in whose life an external organ's liaison has an act. */
const ANSWERED = 'test-letter-answered';

beforeAll(async () => {
  database = await testDatabase();
  await createLetterTable(database.pool);
  city = (await seedTestCity(database.pool)).city;
  const { receive } = LETTER.lifecycle;
  const answered = {
    ...LETTER,
    kind: ANSWERED,
    lifecycle: { ...LETTER.lifecycle, receive: { ...receive, by: [{ as: 'addressee', roles: ['liaison' as const] }] } },
  };
  platform = await testPlatform(database.pool, () => ANCHOR_MORNING, kindsOf([anyKind(LETTER), anyKind(answered)]));
});
afterAll(() => database.close());

const listed = async ({ session }: { readonly session: Session }): Promise<readonly string[]> =>
  (await kindsFor(platform, session)).filter((one) => one.listed).map((one) => one.kind);

async function act({ session }: { readonly session: Session }, name: string, matterId: string | null, input: Json = {}): Promise<string> {
  const answer = await perform(platform, { by: session, kind: LETTER.kind, act: name, matterId, input });
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.done.matterId;
}

describe('外部机关的台账只列用得上的（细则第七条、第二十条）', () => {
  it('岗位有事可办的一直列；没有事可办的，本机关成为参与单位以后才列', async () => {
    expect(await listed(city.市公安局.liaison)).toEqual([ANSWERED]);
    const letter = await act(city.旗司法局.supervisorA, 'open', null, { subject: '线索', addressee: city.市公安局.id });
    expect(await listed(city.市公安局.liaison)).toEqual([ANSWERED]);
    await act(city.旗司法局.deputyHead, 'send', letter);
    expect(await listed(city.市公安局.liaison)).toEqual([LETTER.kind, ANSWERED]);
    expect(await listed(city.市监委.liaison)).toEqual([ANSWERED]);
  });

  it('有自己范围的单位照旧都列，收文员也是：本单位随时可能有', async () => {
    for (const one of [city.旗市场监管局.receiver, city.市交通局.head, city.市司法局.supervisorA])
      expect(await listed(one), one.name).toEqual([LETTER.kind, ANSWERED]);
  });
});
