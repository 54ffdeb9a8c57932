import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseLawText } from '#law/library/parse-law-text';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { type ActAnswer, type Platform, perform } from '#platform/acts/perform';
import { inTransaction } from '#platform/db';
import { type LawContext, loadLawContext } from '#platform/law-context';
import { matterView } from '#platform/matters/view';
import { type Session, SYSTEM_PREAMBLE } from '#platform/session';
import { keptLaws } from '#registers/law-library';
import { ANCHOR, ANCHOR_MORNING, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { importTexts, noCounts } from '../registers/law-library/actions-import.ts';
import { SUPERVISION_DOCUMENT } from '../supervision/supervision-document/kind.ts';

let database: TestDatabase;
let city: TestCity;
let law: LawContext;
let platform: Platform;

const OLD = '# 渔港管理条例\n\n2010年1月1日国务院令第1号公布\n\n第一条 甲。\n\n第二条 乙。\n\n第三条 本条例自2010年3月1日起施行。';
const NEW = (from: string) =>
  `# 渔港条例\n\n2025年6月1日国务院令第2号公布\n\n第一条 甲。\n\n第二条 本条例自${from}起施行。《渔港管理条例》同时废止。`;

let imported = ANCHOR_MORNING - 60_000;
async function take(source: string, text: string): Promise<void> {
  imported += 1000;
  await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) =>
    importTexts(client, [{ source, is: 'text', parsed: parseLawText(text), bytes: 1 }], new Date(imported).toISOString(), noCounts()),
  );
}

beforeAll(async () => {
  database = await testDatabase();
  ({ city } = await seedTestCity(database.pool));
  law = await loadLawContext(database.pool);
  platform = {
    pool: database.pool,
    kinds: kindsOf([anyKind(SUPERVISION_DOCUMENT)]),
    now: () => ANCHOR_MORNING,
    law: () => law,
    reactsTo: new Set(),
    lawSources: async (client) => (await keptLaws(client)).sources,
  };
});
afterAll(() => database.close());

const act = (by: Session, name: string, matterId: string | null, input: unknown = {}): Promise<ActAnswer> =>
  perform(platform, { by, kind: 'supervision-document', act: name, matterId, input });
const bureau = () => city.市司法局;

async function checkedDraft(norm: string): Promise<string> {
  const opened = await act(bureau().supervisorA.session, 'draft', null, {
    type: 'opinion',
    subject: '渔港管理问题',
    addressee: city.区市场监管局.id,
    reportTo: city.区司法局.id,
    background: '经查阅台账。',
    problems: [{ facts: '未按规定处理。', norm, demand: '改正。' }],
    contact: '协调监督科 0478-0000000',
  });
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  const id = opened.done.matterId;
  for (const [by, name] of [
    [bureau().supervisorA, 'submit'],
    [bureau().supervisorB, 'check'],
  ] as const) {
    const answer = await act(by.session, name, id);
    if (!answer.ok) throw new Error(JSON.stringify(answer));
  }
  return id;
}
const notes = async (session: Session, id: string) => (await matterView(platform, session, id, { asOf: null, knownOn: null }))?.citations;

describe('审核、签发以库存文本核对引用（细则第八条第一项）', () => {
  it('库中没有的，提示而不阻止；只有拟稿一方看得见', async () => {
    const id = await checkedDraft('违反《渔港管理条例》第二条。');
    expect(await notes(bureau().checker.session, id)).toMatchObject([{ is: 'unsure', where: '问题清单第1项“违反的规定”' }]);
    expect((await act(bureau().checker.session, 'review', id)).ok).toBe(true);
  });

  it('条文不存在的拦下；法律施行前一日放行，施行当日拦下并指出替代', async () => {
    await take('渔港管理条例.md', OLD);
    const missing = await checkedDraft('违反《渔港管理条例》第四条。');
    expect(await act(bureau().checker.session, 'review', missing)).toMatchObject({
      ok: false,
      refusal: { refused: 'citation', reason: expect.stringContaining('《渔港管理条例》第四条没有这一条') },
    });
    const id = await checkedDraft('违反《渔港管理条例》第二条。');
    await take('渔港条例.md', NEW('2099年1月1日'));
    expect((await act(bureau().checker.session, 'review', id)).ok).toBe(true);
    await take('渔港条例.md', NEW('2026年3月16日'));
    expect(await act(bureau().head.session, 'sign', id)).toMatchObject({
      ok: false,
      refusal: { refused: 'citation', reason: expect.stringContaining(`已于${ANCHOR}失效，由《渔港条例》取代`) },
    });
    expect(await notes(bureau().head.session, id)).toMatchObject([{ is: 'wrong', replacedBy: '渔港条例' }]);
  });

  it('已签发的不再提示', async () => {
    const id = await checkedDraft('违反《渔港条例》第一条。');
    expect((await act(bureau().checker.session, 'review', id)).ok).toBe(true);
    expect((await act(bureau().head.session, 'sign', id)).ok).toBe(true);
    expect(await notes(bureau().head.session, id)).toEqual([]);
  });
});
