import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { SECOND_CITY } from '#law';
import { deadEnds, explore, missingArticles, type Playground, taskFault } from '#testing/explore';
import { actor, idOf } from '#testing/rehearsal-city';
import { columns } from './columns.ts';
import { TEMPLATES } from './documents.ts';
import { type Assistance, STATUS_LABELS } from './model.ts';
import { ASKED, ASKING, aReply, aRequest, begun, caseOf, KIND, received, rendered, replied, STAGE, sent, signed } from './testing.ts';

const RESULT = { words: '登记信息附后。', number: '巴交函〔2026〕9号', papers: [idOf('复函')] };
const NO = { ground: 'not-competent', words: '由公安机关交通管理部门登记。', number: null, papers: null };
const ASK = { negotiated: '6月20日电话协商，未达成一致。', law: '《行政处罚法》第二十六条', proposal: '请予协助。' };
const OUTSIDE = { addressee: null, outside: '外地某市市场监督管理局' };

describe('请求协助、协查（行政处罚法第二十六条）', () => {
  it('只为本机关正在办理的案件；被请求机关写一个，不是本机关；希望答复的日期在以后', () => {
    const at = begun();
    expect(at.tries(ASKING.handler, 'draft', aRequest())).toBeNull();
    for (const [more, refused] of [
      [{ addressee: null }, 'one-organ'],
      [{ outside: '某局' }, 'one-organ'],
      [{ addressee: idOf('区市场监管局') }, 'own-organ'],
      [{ addressee: idOf('查无') }, 'unknown-organisation'],
      [{ wantedBy: '2026-06-01' }, 'wanted-past'],
    ] as const)
      expect(at.tries(ASKING.handler, 'draft', aRequest(more)), refused).toMatchObject({ refused });
    expect(at.tries(ASKING.handler, 'draft', aRequest({ wantedBy: '2026-06-02' }))).toBeNull();
    const other = at.knowing(caseOf({ homeId: idOf('市交通局') }));
    expect(other.tries(ASKING.handler, 'draft', aRequest())).toMatchObject({ refused: 'other-organs-case' });
    const archived = at.knowing(caseOf({ status: 'archived' }));
    expect(archived.tries(ASKING.handler, 'draft', aRequest())).toMatchObject({ refused: 'case-ended' });
  });

  it('审核、签发不是拟稿人，用印不是签发人，未用印不送达；函有文号，没有公开核验码', () => {
    const drafted = begun().does(ASKING.handler, 'draft', aRequest()).does(ASKING.handler, 'submit');
    expect(drafted.tries(actor('区市场监管局', 'legal-office', '执法员甲'), 'review')).toMatchObject({ refused: 'own-draft' });
    expect(rendered(signed(), false).tries(ASKING.deputy, 'seal')).toMatchObject({ refused: 'own-seal' });
    expect(rendered(signed(), false).does(ASKING.sealKeeper, 'seal').tries(ASKING.handler, 'serve')).toMatchObject({
      refused: 'not-sealed',
    });
    expect(signed().says).toContain('临市监协查〔2026〕');
    expect(signed().issued).toMatchObject([{ kind: 'CT14-协查函', publiclyVerifiable: false }, { kind: 'DOC-38' }]);
    expect(signed({ way: 'assist' }).issued[0]).toMatchObject({ kind: 'CT14-协助函' });
  });

  it('协查对象只加密保存一处，函上留待排印时填入；被请求机关只看到函和以后的办理', () => {
    const [letter] = signed().issued;
    const text = JSON.stringify([letter?.facts, signed().state, columns(signed().state as Assistance)]);
    expect(text).toMatch(/⟦[0-9a-f-]{36}:idNumber⟧/);
    expect(text).not.toMatch(/张三丰|150802199001010017/);
    expect(JSON.stringify(TEMPLATES[0]?.make(letter?.facts ?? null))).toContain('协查对象');
    const seen = KIND.shown?.(sent().state, () => false);
    expect(seen).toMatchObject({ status: 'receiving', number: expect.stringContaining('协查') });
    expect(seen).not.toHaveProperty('facts');
    expect(KIND.participants(signed().state)).toHaveLength(1);
    expect(KIND.participants(sent().state)).toContainEqual({ organisationId: idOf('市交通局'), as: 'addressee' });
  });
});

describe('答复', () => {
  it('被请求机关自己答复；名录以外的由请求机关登记', () => {
    const at = received();
    expect(at.tries(ASKING.handler, 'answer', RESULT)).toMatchObject({ refused: 'addressee-answers' });
    const done = at.does(ASKED.receiver, 'agree', { words: null }).does(ASKED.receiver, 'answer', RESULT);
    expect(done.state).toMatchObject({ status: 'done', answer: { outcome: 'given', number: RESULT.number, files: [{}] } });
    const paper = { mode: 'mail', receiver: '收发室', slip: [idOf('回执')] };
    const outside = sent(OUTSIDE).does(ASKING.handler, 'serve-on-paper', paper);
    expect(outside.does(ASKING.handler, 'answer', RESULT).state.status).toBe('done');
    expect(JSON.stringify(outside.state)).not.toContain('收发室');
  });

  it('答复的期限是内部提醒：签收后十五个工作日，请求机关写明更早的日期从其日期；第二市十个；期限对名录以外的机关不算谁逾期', () => {
    expect(sent().clocks()).toEqual([]);
    expect(received().clocks()).toMatchObject([{ clock: 'KE-60', dueOn: '2026-06-24' }]);
    expect(received({ wantedBy: '2026-06-10' }).clocks()).toMatchObject([{ clock: 'KE-60', dueOn: '2026-06-10' }]);
    expect(received({}, { ...STAGE, profile: SECOND_CITY }).clocks()).toMatchObject([{ dueOn: '2026-06-17' }]);
    const outside = sent(OUTSIDE).does(ASKING.handler, 'serve-on-paper', { mode: 'mail', receiver: '某', slip: [idOf('回执')] });
    expect(outside.clocks()).toMatchObject([{ clock: 'KE-60-outside' }]);
    expect(received().does(ASKED.receiver, 'refuse', NO).clocks()).toMatchObject([{ stoppedOn: '2026-06-03' }]);
  });
});

describe('复函由被请求机关制发（行政处罚法第二十六条）', () => {
  it('拟稿人不审核、不签发，签发人不用印，未用印不发出；文号是被请求机关的，没有公开核验码，发出以前请求机关看不到', () => {
    const drafted = received().does(ASKED.office, 'draft-reply', aReply());
    expect(drafted.tries(ASKED.office, 'review-reply')).toMatchObject({ refused: 'own-draft' });
    const at = replied();
    expect(at.issued.slice(-2)).toMatchObject([
      { kind: 'CT14-复函', publiclyVerifiable: false, withheld: true },
      { kind: 'DOC-38', inside: true },
    ]);
    expect((at.state as Assistance).reply?.letter?.number).toContain('协复〔2026〕');
    expect(rendered(at, false).tries(ASKED.head, 'seal-reply')).toMatchObject({ refused: 'own-seal' });
    const unsealed = rendered(at, false).does(ASKED.office, 'seal-reply');
    expect(unsealed.tries(ASKED.receiver, 'send-reply', { papers: [idOf('登记信息')] })).toMatchObject({ refused: 'not-sealed' });
    const shownTo = (party: string) => KIND.shown?.(at.state, (as) => as === party);
    expect([shownTo('issuer'), shownTo('addressee')]).toMatchObject([
      { facts: '涉嫌运输未经检疫的产品。' },
      { reply: { outcome: 'given' } },
    ]);
    expect([Object.hasOwn(shownTo('issuer') as object, 'reply'), Object.hasOwn(shownTo('addressee') as object, 'facts')]).toEqual([
      false,
      false,
    ]);
    expect(at.tries(ASKING.handler, 'draft-reply', aReply())).not.toBeNull();
  });

  it('复函写明的随函材料附齐才能发出；发出即已答复，期限停止；不予协助的写明理由，不算办结', () => {
    const sealed = rendered(rendered(replied(), false).does(ASKED.office, 'seal-reply'), true).on('2026-06-10');
    expect(sealed.clocks()).toMatchObject([{ clock: 'KE-60', stoppedOn: null }]);
    expect(sealed.tries(ASKED.receiver, 'send-reply', { papers: null })).toMatchObject({ refused: 'papers-missing' });
    const done = sealed.does(ASKED.receiver, 'send-reply', { papers: [idOf('登记信息')] });
    expect(done.state).toMatchObject({ status: 'done', closedOn: '2026-06-10', answer: { outcome: 'given', ground: null, files: [{}] } });
    expect(done.clocks()).toMatchObject([{ clock: 'KE-60', stoppedOn: '2026-06-10' }]);
    expect((done.state as Assistance).answer?.number).toBe((done.state as Assistance).reply?.letter?.number);
    const no = replied({ outcome: 'refused', ground: 'not-competent', words: '由公安机关登记。', materials: null });
    expect(JSON.stringify(TEMPLATES[1]?.make(no.issued.at(-2)?.facts ?? null))).toContain('不属于本机关职权范围');
    const refused = rendered(rendered(no, false).does(ASKED.office, 'seal-reply'), true).does(ASKED.receiver, 'send-reply', {
      papers: null,
    });
    expect(refused.state).toMatchObject({ status: 'refused', closedOn: null, answer: { outcome: 'refused', ground: 'not-competent' } });
  });

  it('随函材料三件以内在函内写明，不另附清单；四件起另附清单', () => {
    const drawn = (count: number) => {
      const materials = Array.from({ length: count }, (_, i) => ({ name: `材料${i + 1}` }));
      return TEMPLATES[1]?.make(replied({ materials }).issued.at(-2)?.facts ?? null);
    };
    expect(drawn(3)).toMatchObject({ annexes: [] });
    expect(JSON.stringify(drawn(3)?.body)).toContain('随函材料共3件：材料1；材料2；材料3。');
    expect(drawn(4)).toMatchObject({ annexes: [{ title: '随函材料清单' }] });
    expect(JSON.stringify(drawn(4)?.body)).toContain('随函材料共4件，清单附后。');
  });

  it('退回的回到原来的环节；逾期没有发出的，请求机关次日可以报请协调', () => {
    expect(replied().does(ASKED.office, 'return-reply', { reason: '结果不全' }).state).toMatchObject({
      status: 'considering',
      reply: { letter: null },
    });
    const agreed = received().does(ASKED.receiver, 'agree', { words: null }).does(ASKED.receiver, 'draft-reply', aReply());
    expect(agreed.does(ASKED.office, 'return-reply', { reason: '结果不全' }).state.status).toBe('assisting');
    expect(replied().on('2026-06-24').tries(ASKING.head, 'ask-coordination', ASK)).toMatchObject({ refused: 'not-overdue' });
    const asked = replied().on('2026-06-25').does(ASKING.head, 'ask-coordination', ASK);
    const again = asked.does(ASKING.handler, 'note-coordination', { outcome: 'continue', words: '应当协助。' });
    expect(again.state).toMatchObject({ status: 'considering', reply: null });
  });
});

describe('不予协助、逾期不答复的，协商不成报本级司法行政部门协调（细则第六条）', () => {
  it('不予协助即可报请；没有答复的，期限届满当日还不能，次日可以', () => {
    expect(received().does(ASKED.receiver, 'refuse', NO).tries(ASKING.head, 'ask-coordination', ASK)).toBeNull();
    expect(received().on('2026-06-24').tries(ASKING.head, 'ask-coordination', ASK)).toMatchObject({ refused: 'not-overdue' });
    expect(received().on('2026-06-25').tries(ASKING.head, 'ask-coordination', ASK)).toBeNull();
    expect(sent().on('2026-12-01').tries(ASKING.head, 'ask-coordination', ASK)).toMatchObject({ refused: 'not-received' });
    expect(received().does(ASKED.receiver, 'refuse', NO).tries(ASKING.handler, 'ask-coordination', ASK)).not.toBeNull();
  });

  it('公安等名录中的外部机关、名录以外的机关不在协调之列', () => {
    const police = sent({ addressee: idOf('市公安局') }).does(actor('市公安局', 'liaison', '联络人'), 'receive');
    const refused = police.does(actor('市公安局', 'liaison', '联络人'), 'refuse', NO);
    expect(refused.tries(ASKING.head, 'ask-coordination', ASK)).toMatchObject({ refused: 'outside-organ' });
  });

  it('协调以后继续办理的，期限重新计算；不再请求的终结', () => {
    const asked = received().does(ASKED.receiver, 'refuse', NO).on('2026-06-10').does(ASKING.head, 'ask-coordination', ASK);
    const again = asked.on('2026-06-15').does(ASKING.handler, 'note-coordination', { outcome: 'continue', words: '应当协助。' });
    expect(again.state).toMatchObject({ status: 'considering', answer: null });
    expect(again.clocks()).toMatchObject([{ stoppedOn: '2026-06-10' }, { key: '协调以后', dueOn: '2026-07-06', stoppedOn: null }]);
    expect(again.does(ASKED.receiver, 'answer', RESULT).state.status).toBe('done');
    const ended = asked.does(ASKING.handler, 'note-coordination', { outcome: 'end', words: '由公安提供。' });
    expect(ended.state).toMatchObject({ status: 'ended', closedOn: '2026-06-10' });
  });
});

describe('流程没有死路，条文存在，数据表一致', () => {
  const INPUTS: Readonly<Record<string, readonly ReturnType<typeof aRequest>[]>> = {
    'return-draft': [{ reason: '理由' }],
    'seal-by-hand': [{ scan: [idOf('扫描')] }],
    withdraw: [{ reason: '理由' }],
    'serve-on-paper': [{ mode: 'mail', receiver: '收发室', slip: [idOf('回执')] }],
    refuse: [NO],
    answer: [RESULT],
    'draft-reply': [aReply({ materials: null }), aReply({ outcome: 'refused', ground: 'other', materials: null })],
    'return-reply': [{ reason: '理由' }],
    'seal-reply-by-hand': [{ scan: [idOf('扫描')] }],
    'send-reply': [{ papers: null }],
    'ask-coordination': [ASK],
    'note-coordination': [
      { outcome: 'continue', words: '应当协助。' },
      { outcome: 'end', words: '不再请求。' },
    ],
    end: [{ reason: '已由其他途径取得。' }],
  };
  const playground: Playground = {
    kind: KIND,
    cast: [...Object.values(ASKING), ...Object.values(ASKED)],
    settled: (at) => rendered(at, true),
    days: 60,
    until: '2026-12-31',
    inputs: (act) => (act === 'revise' ? [] : (INPUTS[act] ?? [{}])),
    situation: (at) => {
      const { status, coordination, reminders, reply, agreedOn } = at.state as Assistance;
      const by = status.startsWith('reply-')
        ? [reply?.outcome, agreedOn !== null, reply?.letter?.scan != null]
        : [reply != null, reply?.letter?.servedOn != null];
      return JSON.stringify([status, coordination !== null, Math.min(reminders, 1), ...by]);
    },
  };

  it.each([
    ['平台上的机关', {}],
    ['名录以外的机关', OUTSIDE],
  ])('%s', (_, more) => {
    const graph = explore(playground, begun().does(ASKING.handler, 'draft', aRequest(more)));
    expect(deadEnds(playground, graph)).toEqual([]);
    for (const at of graph.seen.values()) expect(taskFault(playground, at)).toBeNull();
    const onlyHere = (status: string) => status === 'coordinating' || status.startsWith('reply-');
    const all = Object.keys(STATUS_LABELS).filter((status) => !('outside' in more) || !onlyHere(status));
    expect([...new Set([...graph.seen.values()].map((at) => at.state.status))].sort()).toEqual(all.sort());
    expect(missingArticles(KIND)).toEqual([]);
  });

  it('列名一致', async () => {
    const sql = await readFile(new URL('../../../db/migrations/202611280102_assistance_tables.sql', import.meta.url), 'utf8');
    for (const column of Object.keys(columns(signed().state as Assistance))) expect(sql).toMatch(new RegExp(`^  ${column} `, 'm'));
  });
});
