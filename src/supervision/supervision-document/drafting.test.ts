import { describe, expect, it } from 'vitest';
import { BAYANNUR_2026, type Json, localDate, type MatterFact } from '#law';
import { rehearse } from '#testing/rehearsal';
import { actor, idOf } from '#testing/rehearsal-city';
import { aDraft, CITY_BUREAU, drafted, KIND, PROBLEMS, STAGE, signed, signing } from './testing.ts';

const start = rehearse(KIND, STAGE, '2026-08-31');
const drafting = (more: Readonly<Record<string, Json>>, by = CITY_BUREAU.supervisorA) => start.tries(by, 'draft', aDraft(more));
const DISTRICT_BUREAU = actor('区司法局', 'supervisor', '监督员');
const TRANSPORT_LEGAL = actor('市交通局', 'legal-office', '法制员');

describe('主送单位（细则第二十二条第一款）', () => {
  it('市局可以向旗县区部门制发意见书，报告同时送其同级司法行政部门', () => {
    expect(drafting({})).toBeNull();
    expect(drafting({ reportTo: null })).toMatchObject({ refused: 'report-to', cite: { article: 22, paragraph: 1 } });
    expect(drafting({ reportTo: idOf('旗司法局') })).toMatchObject({ refused: 'report-to' });
  });

  it('区局向本级部门制发，报告只送本局', () => {
    expect(drafting({ reportTo: null }, DISTRICT_BUREAU)).toBeNull();
    expect(drafting({ reportTo: idOf('市司法局') }, DISTRICT_BUREAU)).toMatchObject({ refused: 'report-to' });
  });

  it('区局不能向别的旗县区的部门制发', () => {
    expect(drafting({ addressee: idOf('旗农牧局'), reportTo: idOf('旗司法局') }, DISTRICT_BUREAU)).toMatchObject({
      refused: 'outside-reach',
      cite: { article: 22 },
    });
    expect(drafting({ addressee: idOf('旗农牧局'), reportTo: idOf('旗司法局') })).toBeNull();
  });

  it.each([
    ['交通支队', '巴彦淖尔市交通运输局', '市交通局', null],
    ['派驻中队', '临河区市场监督管理局（演示）', '区市场监管局', '区司法局'],
    ['镇执法队', '临河区狼山镇人民政府', '狼山镇', '区司法局'],
  ])('%s不以自己的名义执法：应当主送%s，抄送该单位', (unit, right, addressee, reportTo) => {
    const at = reportTo === null ? null : idOf(reportTo);
    const refusal = drafting({ addressee: idOf(unit), reportTo: at });
    expect(refusal).toMatchObject({ refused: 'answers-through', cite: { article: 22 } });
    expect(refusal).toHaveProperty('reason', expect.stringContaining(right));
    expect(drafting({ addressee: idOf(addressee), concerned: idOf(unit), reportTo: at })).toBeNull();
  });

  it('所涉单位应当由主送单位负责', () => {
    expect(drafting({ concerned: idOf('派驻中队') })).toBeNull();
    expect(drafting({ concerned: idOf('交通支队') })).toMatchObject({ refused: 'concerned' });
  });

  it('司法所、外部机关不是主送单位，也不得向本机关制发', () => {
    expect(drafting({ addressee: idOf('狼山司法所') })).toMatchObject({ refused: 'not-subject' });
    expect(drafting({ addressee: idOf('市司法局'), reportTo: null })).toMatchObject({ refused: 'own-organ' });
  });

  it('登记中没有的单位不能作为主送单位', () => {
    expect(drafting({ addressee: idOf('查无此单位') })).toMatchObject({ refused: 'unknown-organisation' });
  });

  it('拟稿、签发、用印在平台上形成，不能以补录绕过', () => {
    const draft = aDraft({ addressee: idOf('派驻中队') });
    expect(start.tries(CITY_BUREAU.supervisorA, 'draft', draft, { reported: true })).toMatchObject({ refused: 'not-reportable' });
    expect(signing().tries(CITY_BUREAU.head, 'sign', {}, { reported: true })).toMatchObject({ refused: 'not-reportable' });
    expect(signed().tries(CITY_BUREAU.sealKeeper, 'seal', {}, { reported: true })).toMatchObject({ refused: 'not-reportable' });
  });
});

describe('谁可以制发（细则第二条第四款、第二十三条第三款）', () => {
  it('司法所不得制发，应当提请旗县区司法行政部门', () => {
    const officer = actor('狼山司法所', 'justice-office', '所长');
    expect(drafting({}, officer)).toMatchObject({ refused: 'justice-office', cite: { instrument: '实施细则', article: 23, paragraph: 3 } });
  });

  it('部门法制机构只向本部门的所属机构、派出机构、受委托组织制发，不向本部门', () => {
    const own = { addressee: idOf('交通支队'), reportTo: idOf('市司法局') };
    expect(drafting(own, TRANSPORT_LEGAL)).toBeNull();
    expect(drafting({ ...own, addressee: idOf('市交通局') }, TRANSPORT_LEGAL)).toMatchObject({ refused: 'own-organ' });
    expect(drafting({}, TRANSPORT_LEGAL)).toMatchObject({ refused: 'not-own-unit', cite: { article: 11, paragraph: 2 } });
  });

  it('法制机构对下级对口部门制发，只在“系统范围”参数启用时', () => {
    const upper = actor('市市场监管局', 'legal-office', '法制员');
    const like = STAGE.facts.organisations.get(idOf('市交通局'));
    if (like === undefined) throw new Error('no such unit');
    const organisations = new Map(STAGE.facts.organisations).set(idOf('市市场监管局'), { ...like, id: idOf('市市场监管局') });
    const stage = { ...STAGE, facts: { ...STAGE.facts, organisations } };
    const inForce = { from: localDate('2026-01-01'), until: null };
    const on = { name: 'supervision.system-scope', label: '法制机构监督范围及于本系统', value: 1, grade: 'ours' as const, inForce };
    const profile = { ...BAYANNUR_2026, parameters: [on] };
    expect(rehearse(KIND, stage, '2026-08-31').tries(upper, 'draft', aDraft())).toMatchObject({ refused: 'not-own-unit' });
    expect(rehearse(KIND, { ...stage, profile }, '2026-08-31').tries(upper, 'draft', aDraft())).toBeNull();
  });

  it('法制机构可以制发通知书、意见书，决定书未启用（待核定）', () => {
    const own = { addressee: idOf('交通支队'), reportTo: idOf('市司法局') };
    expect(drafting({ ...own, type: 'notice' }, TRANSPORT_LEGAL)).toBeNull();
    expect(drafting({ ...own, type: 'decision' }, TRANSPORT_LEGAL)).toMatchObject({ refused: 'decision-off' });
  });
});

describe('垂直领导和双重领导单位（行政执法监督条例第四十二条第二款）', () => {
  const BASIS = { basisLevel: 'law', basis: '《中华人民共和国行政处罚法》第七十五条' };

  it.each(['notice', 'opinion', 'decision'])('不得制发%s', (type) => {
    expect(drafting({ type, addressee: idOf('市税务局'), reportTo: null })).toMatchObject({
      refused: 'vertical-unit',
      cite: { instrument: '行政执法监督条例', article: 42, paragraph: 2 },
    });
  });

  it('可以向其制发情况核实函；属地单位不适用', () => {
    expect(drafting({ type: 'inquiry', addressee: idOf('市税务局'), reportTo: null, ...BASIS })).toBeNull();
    expect(drafting({ type: 'inquiry', ...BASIS })).toMatchObject({ refused: 'not-vertical' });
  });

  it('问题告知函送其上一级主管部门', () => {
    const told = { type: 'notification', concerned: idOf('市税务局'), reportTo: null, ...BASIS };
    expect(drafting({ ...told, addressee: idOf('自治区税务局') })).toBeNull();
    expect(drafting({ ...told, addressee: idOf('市政府') })).toMatchObject({ refused: 'not-superior' });
    expect(drafting({ ...told, addressee: idOf('自治区税务局'), concerned: null })).toMatchObject({ refused: 'concerned-missing' });
  });

  it.each([
    ['law', null],
    ['administrative-regulation', null],
    ['local-regulation', 'basis'],
    ['other', 'basis'],
  ])('依据的位阶为 %s', (basisLevel, refused) => {
    const answer = drafting({ type: 'inquiry', addressee: idOf('市税务局'), reportTo: null, basisLevel, basis: '《××》第一条' });
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused, cite: { instrument: '行政执法监督条例' } });
  });
});

describe('核稿、审核、签发由不同于拟稿人的人办理', () => {
  it('经办人应当持有效行政执法监督证', () => {
    expect(drafting({ handlers: [idOf('市司法局监督员甲'), idOf('市司法局监督员乙')] })).toBeNull();
    expect(drafting({ handlers: [idOf('市司法局监督员甲'), idOf('市司法局监督员丙')] })).toMatchObject({ refused: 'no-certificate' });
  });

  it('拟稿人、修改人都不得核稿，他人可以', () => {
    const draft = drafted();
    expect(draft.does(CITY_BUREAU.supervisorA, 'submit').tries(CITY_BUREAU.supervisorA, 'check')).toMatchObject({ refused: 'own-draft' });
    const revised = draft.does(CITY_BUREAU.supervisorB, 'revise', aDraft({ subject: '改后事由' })).does(CITY_BUREAU.supervisorA, 'submit');
    expect(revised.tries(CITY_BUREAU.supervisorB, 'check')).toMatchObject({ refused: 'own-draft', cite: { article: 22 } });
    expect(revised.tries(CITY_BUREAU.supervisorC, 'check')).toBeNull();
  });

  it('审核人和签发人不是同一人；本机关没有其他审核人员的，填明理由方可签发，理由印在签批单上', () => {
    const own = drafted().does(CITY_BUREAU.supervisorA, 'submit').does(CITY_BUREAU.supervisorB, 'check').does(CITY_BUREAU.deputy, 'review');
    expect(own.tries(CITY_BUREAU.deputy, 'sign')).toMatchObject({ refused: 'own-review', cite: { article: 22, paragraph: 1 } });
    expect(own.tries(CITY_BUREAU.head, 'sign')).toBeNull();
    const alone = own.does(CITY_BUREAU.deputy, 'sign', { alone: '主要负责人空缺' });
    expect(JSON.stringify(alone.issued.find((d) => d.kind === 'DOC-38')?.facts)).toContain('审核、签发为同一人的理由：主要负责人空缺');
  });

  it('只有法制员和局长两人的部门不会无人可办；拟稿人任何时候不得签发（细则第二条第四款）', () => {
    const legal = actor('市交通局', 'legal-office', '法制员');
    const boss = actor('市交通局', 'head', '局长');
    const draft = rehearse(KIND, STAGE, '2026-08-31')
      .does(legal, 'draft', aDraft({ addressee: idOf('交通支队'), reportTo: idOf('市司法局') }))
      .does(legal, 'submit');
    expect(draft.tasks()).toMatchObject([{ act: 'check', roles: expect.arrayContaining(['head']) }]);
    const reviewed = draft.does(boss, 'check').does(boss, 'review');
    expect(reviewed.tries(boss, 'sign')).toMatchObject({ refused: 'own-review' });
    const signed = reviewed.does(boss, 'sign', { alone: '本局没有其他审核人员' });
    expect(signed.tries(boss, 'seal-by-hand', { scan: [idOf('扫描件')] })).toMatchObject({ refused: 'own-seal' });
    expect(signed.does(legal, 'seal-by-hand', { scan: [idOf('扫描件')] }).does(legal, 'serve').state.status).toBe('receiving');
    const drafts = { addressee: idOf('交通支队'), reportTo: idOf('市司法局') };
    const bossRevises = rehearse(KIND, STAGE, '2026-08-31').does(legal, 'draft', aDraft(drafts));
    expect(bossRevises.tries(boss, 'revise', aDraft(drafts))).toMatchObject({ refused: 'wrong-role' });
  });

  it('意见书可由分管领导签发，决定书只能由主要负责人签发', () => {
    expect(signing().tries(CITY_BUREAU.deputy, 'sign')).toBeNull();
    expect(signing({ type: 'decision' }).tries(CITY_BUREAU.deputy, 'sign')).toMatchObject({ refused: 'head-only' });
    expect(signing({ type: 'decision' }).tries(CITY_BUREAU.head, 'sign')).toBeNull();
    expect(signing().tries(CITY_BUREAU.supervisorB, 'sign')).toMatchObject({ refused: 'wrong-role' });
  });

  it('另定的报告日期应当晚于签发日期', () => {
    expect(signing({ ownDate: '2026-09-01' }).tries(CITY_BUREAU.head, 'sign')).toBeNull();
    expect(signing({ ownDate: '2026-08-31' }).tries(CITY_BUREAU.head, 'sign')).toMatchObject({ refused: 'own-date' });
  });

  it('退回修改后重新送核，前次意见作废', () => {
    const back = signing().does(CITY_BUREAU.head, 'return-draft', { reason: '事实不清' });
    expect(back.state).toMatchObject({ status: 'draft', checkedBy: null, reviewedBy: null });
  });

  it('签发得文号并生成文书和签批单', () => {
    const done = signing().does(CITY_BUREAU.head, 'sign', { opinion: '同意。' });
    expect(done.says).toBe('已签发，文号巴司执监意〔2026〕5号；等待用印。');
    expect(done.issued.map((i) => [i.kind, i.numbered, i.publiclyVerifiable])).toEqual([
      ['DOC-9', true, true],
      ['DOC-38', false, false],
    ]);
  });
});

describe('审核、签发前核对引用的条文（细则第八条第一项）', () => {
  const citing = (norm: string, facts = '处罚依据有误。') => ({ problems: [{ ...PROBLEMS[0], facts, norm }] });
  const reviewing = (more: Parameters<typeof drafted>[0], day: string) =>
    drafted(more, day).does(CITY_BUREAU.supervisorA, 'submit').does(CITY_BUREAU.supervisorB, 'check');
  const AIR = '《大气污染防治法》第九十九条';
  it.each([
    ['2026-08-14', citing(AIR), null],
    ['2026-08-15', citing(AIR), '问题清单第1项“违反的规定”引用的《大气污染防治法》第九十九条已于2026-08-15失效，由《生态环境法典》取代'],
    ['2026-08-15', citing(AIR, '2026年8月14日的行为处罚过轻。'), null],
    ['2026-08-15', citing('《行政处罚法》第八十六条'), null],
    ['2026-08-15', citing('《行政处罚法》第八十七条'), '《行政处罚法》第八十七条没有这一条'],
    ['2026-08-15', { requirement: `按照${AIR}处理。`, ...citing('应当告知。', '2026年8月14日的行为。') }, '“总体要求”引用的'],
    ['2026-08-15', citing('《库中没有的条例》第一条'), null],
  ])('%s送审：%o', (day, more, reason) => {
    const answer = reviewing(more, day).tries(CITY_BUREAU.checker, 'review');
    if (reason === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused: 'citation', reason: expect.stringContaining(reason), cite: { article: 8, item: 1 } });
  });

  it('审核以后法律失效的，签发时同样拦下', () => {
    const ready = reviewing(citing(AIR), '2026-08-14').does(CITY_BUREAU.checker, 'review');
    expect(ready.tries(CITY_BUREAU.head, 'sign')).toBeNull();
    expect(ready.on('2026-08-15').tries(CITY_BUREAU.head, 'sign')).toMatchObject({ refused: 'citation' });
  });
});

describe('来源监督案件、所更正的文书都是本机关的（细则第二十二条第一款）', () => {
  const origin = (more: Partial<MatterFact>): ReadonlyMap<string, MatterFact> =>
    new Map([
      [
        idOf('来源案件'),
        {
          ...{ id: idOf('来源案件'), kind: 'case-supervision', status: 'settling', homeId: idOf('市司法局'), followsThis: false },
          ...{ type: null, about: [idOf('区市场监管局')], isIssued: false },
          ...more,
        },
      ],
    ]);
  const from = (more: Partial<MatterFact>, draft = aDraft({ fromCase: idOf('来源案件') })) =>
    rehearse(KIND, { ...STAGE, facts: { ...STAGE.facts, matters: origin(more) } }, '2026-08-31').tries(
      CITY_BUREAU.supervisorA,
      'draft',
      draft,
    );

  it.each([
    ['本机关承办、同一单位', {}, null],
    ['别的机关承办', { homeId: idOf('区司法局') }, 'other-organs-case'],
    ['另一单位的案件', { about: [idOf('狼山镇')] }, 'other-units-case'],
  ] as const)('%s', (_, more, refused) => {
    if (refused === null) expect(from(more)).toBeNull();
    else expect(from(more)).toMatchObject({ refused, cite: { article: 22, paragraph: 1 } });
  });

  it('签发时再核一次：案件已经移给别的机关的，不能签发', () => {
    const stage = { ...STAGE, facts: { ...STAGE.facts, matters: origin({}) } };
    const ready = signing({ fromCase: idOf('来源案件') }, '2026-08-31', stage);
    expect(ready.tries(CITY_BUREAU.head, 'sign')).toBeNull();
    expect(ready.knowing(origin({ homeId: idOf('区司法局') })).tries(CITY_BUREAU.head, 'sign')).toMatchObject({
      refused: 'other-organs-case',
    });
  });

  it('上级指定本机关办理的案件，可以向范围以外的被监督单位制发', () => {
    const draft = aDraft({ addressee: idOf('旗农牧局'), reportTo: idOf('旗司法局'), fromCase: idOf('来源案件') });
    const by = actor('区司法局', 'supervisor', '监督员');
    const stage = (more: Partial<MatterFact>) => ({ ...STAGE, facts: { ...STAGE.facts, matters: origin(more) } });
    const tries = (more: Partial<MatterFact>, input = draft) => rehearse(KIND, stage(more), '2026-08-31').tries(by, 'draft', input);
    expect(tries({ homeId: idOf('区司法局'), about: [idOf('旗农牧局')] })).toBeNull();
    expect(tries({}, { ...draft, fromCase: null })).toMatchObject({ refused: 'outside-reach' });
  });

  it('只能更正或者撤销本机关制发的文书', () => {
    const tries = (name: string) =>
      rehearse(KIND, STAGE, '2026-08-31').tries(CITY_BUREAU.supervisorA, 'draft', aDraft({ corrects: idOf(name) }));
    expect(tries('新文书')).toBeNull();
    expect(tries('另一机关的文书')).toMatchObject({ refused: 'other-organs-document' });
  });
});
