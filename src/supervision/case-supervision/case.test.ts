import { describe, expect, it } from 'vitest';
import { BAYANNUR_2026, type Json, SECOND_CITY } from '#law';
import { asking } from '#testing/asking';
import { rehearse } from '#testing/rehearsal';
import { actor, idOf } from '#testing/rehearsal-city';
import type { SupervisionCase } from './model.ts';
import {
  A,
  aClue,
  B,
  BORROWED,
  BUREAU,
  CITY_SUPERVISOR,
  clue,
  DOCUMENT,
  EXPIRED,
  established,
  filed,
  inquired,
  KIND,
  NEW,
  NOTICE,
  OFFICE,
  ON_SITE,
  others,
  PROBLEM,
  proposed,
  QUESTION,
  REFERRAL,
  STAGE,
} from './testing.ts';

type Input = Readonly<Record<string, Json>>;
const start = rehearse(KIND, STAGE, '2026-06-01');
const opening = (more: Input, by = BUREAU.supervisorA) => start.tries(by, 'open', aClue(more));

describe('线索（细则第九条第五项、第二十四条）', () => {
  it('司法行政部门监督人员登记；部门法制机构只监督本部门所属', () => {
    expect(opening({})).toBeNull();
    const legal = actor('区市场监管局', 'legal-office', '法制员');
    expect(opening({ unit: idOf('派驻中队') }, legal)).toBeNull();
    expect(opening({ unit: idOf('狼山镇') }, legal)).toMatchObject({ refused: 'not-supervision-body', cite: { article: 2, paragraph: 4 } });
  });

  it.each([
    ['本级部门', BUREAU.supervisorA, '区市场监管局', null],
    ['本级下属乡镇', BUREAU.supervisorA, '狼山镇', null],
    ['另一旗县区的部门', BUREAU.supervisorA, '旗农牧局', 'outside-reach'],
    ['市级部门', BUREAU.supervisorA, '市交通局', 'outside-reach'],
    ['市司法局对旗县区部门', CITY_SUPERVISOR, '旗农牧局', null],
    ['市司法局对旗县区司法局', CITY_SUPERVISOR, '旗司法局', null],
  ] as const)('只在本机关监督范围内立案：%s（细则第二条第二款）', (_, by, unit, refused) => {
    const answer = opening({ unit: idOf(unit) }, by);
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused, cite: { instrument: '实施细则', article: 2, paragraph: 2 } });
  });

  it('其他监督转来的，应当载明是八类中的哪一类', () => {
    expect(opening({ source: 'partner' })).toMatchObject({ refused: 'partner', cite: { article: 24 } });
    expect(opening({ source: 'partner', partner: '24(6)' })).toBeNull();
  });

  it('外部机关、司法所不是被监督的执法单位', () => {
    expect(opening({ unit: idOf('市公安局') })).toMatchObject({ refused: 'not-subject' });
    expect(opening({ unit: idOf('查无此单位') })).toMatchObject({ refused: 'unknown-organisation' });
  });

  it('研判五个工作日（内部提醒），逾期只亮灯、不自动处理', () => {
    expect(clue().clocks()).toEqual([{ clock: 'KS-44', key: '', dueOn: '2026-06-08', stoppedOn: null }]);
    expect(clue().on('2026-07-01').state.status).toBe('triage');
    expect(proposed().clocks()).toMatchObject([{ clock: 'KS-44', stoppedOn: '2026-06-01' }]);
  });

  it('不予立案、转办由负责人决定，转办要由转办单位接收', () => {
    expect(clue().tries(BUREAU.supervisorA, 'decline', { reason: '不属实' })).toMatchObject({ refused: 'wrong-role' });
    expect(clue().does(BUREAU.deputy, 'decline', { reason: '不属实' }).state.status).toBe('declined');
    const passed = clue().does(BUREAU.deputy, 'reassign', { to: idOf('市司法局'), reason: '属市级管辖' });
    expect(passed.tasks()).toMatchObject([
      { act: 'take-over', organisationId: idOf('市司法局') },
      { act: 'recall', organisationId: idOf('区司法局') },
    ]);
    expect(passed.does(CITY_SUPERVISOR, 'take-over').state.status).toBe('passed-on');
    expect(clue().tries(BUREAU.deputy, 'reassign', { to: idOf('区司法局'), reason: '…' })).toMatchObject({ refused: 'own-organ' });
  });
});

describe('转办的退回和收回（细则第九条第五项）', () => {
  const passed = proposed()
    .on('2026-06-03')
    .does(BUREAU.deputy, 'reassign', { to: idOf('市司法局'), reason: '属市级管辖' })
    .on('2026-06-08');

  it('转办单位附理由退回，原机关重新研判，研判期限自退回之日重新起算，转办单位不再参与', () => {
    const back = passed.does(CITY_SUPERVISOR, 'hand-back', { reason: '属旗县区管辖' });
    expect(back.state).toMatchObject({ status: 'triage', reassignedTo: null, proposedBy: null });
    expect(back.tasks()).toMatchObject([{ act: 'propose-filing', title: '转办被退回，重新研判线索', organisationId: idOf('区司法局') }]);
    expect(KIND.participants(back.state)).toEqual([{ organisationId: idOf('区司法局'), as: 'organ' }]);
    expect(back.clocks()).toEqual([
      { clock: 'KS-44', key: '', dueOn: '2026-06-08', stoppedOn: '2026-06-01' },
      { clock: 'KS-44', key: '第1次转办后', dueOn: '2026-06-15', stoppedOn: null },
    ]);
    const again = back.on('2026-06-09').does(BUREAU.supervisorA, 'propose-filing', { opinion: '立案' });
    expect(again.clocks()[1]).toMatchObject({ stoppedOn: '2026-06-09' });
    expect(again.does(BUREAU.deputy, 'file', { handlers: [A, B] }).state.status).toBe('inquiry');
  });

  it('退回由转办单位办理，收回由原机关负责人办理；接收以后不再退回、收回', () => {
    expect(passed.tries(BUREAU.supervisorA, 'hand-back', { reason: '…' })).toMatchObject({ refused: 'wrong-role', cite: { article: 9 } });
    expect(passed.tries(BUREAU.supervisorA, 'recall', { reason: '…' })).toMatchObject({ refused: 'wrong-role' });
    expect(passed.tries(CITY_SUPERVISOR, 'recall', { reason: '…' })).toMatchObject({ refused: 'wrong-role' });
    expect(passed.does(BUREAU.deputy, 'recall', { reason: '久未接收' }).state).toMatchObject({ status: 'triage', reassignedTo: null });
    const taken = passed.does(CITY_SUPERVISOR, 'take-over');
    expect(taken.tries(CITY_SUPERVISOR, 'hand-back', { reason: '…' })).toMatchObject({ refused: 'wrong-state' });
    expect(taken.tries(BUREAU.deputy, 'recall', { reason: '…' })).toMatchObject({ refused: 'wrong-state' });
  });
});

describe('司法所提请（细则第二十三条第三款）', () => {
  const asked: Input = {
    subject: '镇执法队检查不规范',
    unit: idOf('镇执法队'),
    head: '8(13)',
    facts: '无检查记录',
    bureau: idOf('区司法局'),
    suggested: 'notice',
  };
  const petition = (more: Input, stage = STAGE) => rehearse(KIND, stage, '2026-06-01').tries(OFFICE, 'petition', { ...asked, ...more });

  it('只向所属旗县区司法行政部门提请', () => {
    expect(petition({})).toBeNull();
    expect(petition({ bureau: idOf('旗司法局') })).toMatchObject({ refused: 'not-own-bureau', cite: { article: 23, paragraph: 3 } });
    expect(petition({ bureau: idOf('市司法局') })).toMatchObject({ refused: 'not-own-bureau' });
  });

  it.each([
    ['本镇综合行政执法队', '镇执法队', null],
    ['本镇人民政府', '狼山镇', null],
    ['派驻本镇的执法队伍', '派驻中队', null],
    ['邻镇', '干召庙镇', 'not-own-township'],
    ['区级部门', '区市场监管局', 'not-own-township'],
    ['市级部门', '市交通局', 'not-own-township'],
  ])('只就本镇执法机构和派驻队伍提请：%s（第二十三条第二款）', (_, unit, refused) => {
    const answer = petition({ unit: idOf(unit) });
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused, cite: { instrument: '实施细则', article: 23, paragraph: 2 } });
  });

  it('没有司法所提请规定的市不适用', () => {
    expect(petition({}, { ...STAGE, profile: SECOND_CITY })).toMatchObject({ refused: 'branch-off' });
  });

  it('司法所不能直接登记线索立案，司法行政部门接受或者附理由退回', () => {
    expect(opening({}, OFFICE)).toMatchObject({ refused: 'wrong-role' });
    const made = start.does(OFFICE, 'petition', asked);
    expect(made.issued).toMatchObject([{ kind: 'DOC-21' }]);
    expect(made.tasks()).toMatchObject([{ act: 'accept-petition', organisationId: idOf('区司法局') }]);
    expect(made.tries(OFFICE, 'accept-petition', { answer: '…' })).toMatchObject({ refused: 'wrong-role' });
    expect(made.tries(CITY_SUPERVISOR, 'accept-petition', { answer: '…' })).toMatchObject({ refused: 'wrong-role' });
    expect(made.does(BUREAU.supervisorA, 'accept-petition', { answer: '接受' }).state.status).toBe('triage');
    expect(made.does(BUREAU.supervisorA, 'return-petition', { reason: '事实不清' }).state).toMatchObject({ status: 'returned' });
  });
});

describe('立案', () => {
  it('由负责人批准，取立案号，生成立案审批表', () => {
    expect(proposed().tries(BUREAU.supervisorB, 'file', { handlers: [A] })).toMatchObject({ refused: 'wrong-role' });
    const done = filed();
    expect(done.says).toBe('已立案，案号临司执监立〔2026〕3号；由承办人调查取证。');
    expect(done.issued).toMatchObject([{ kind: 'DOC-1', numbered: false }]);
    expect(done.clocks().find((c) => c.clock === 'KS-45')).toMatchObject({ dueOn: '2026-07-31', stoppedOn: null });
  });

  it('承办人持有效行政执法监督证', () => {
    expect(proposed().tries(BUREAU.deputy, 'file', { handlers: [A, NEW] })).toMatchObject({ refused: 'no-certificate' });
    expect(proposed().tries(BUREAU.deputy, 'file', { handlers: [A, BORROWED] })).toBeNull();
  });

  it('批准立案、确定承办人的负责人不得是唯一承办人（待核定，市里可以关闭）；和他人一起承办的可以', () => {
    const own = [BUREAU.deputy.officerId ?? ''];
    const alone = { refused: 'approver-alone', cite: { article: 9, item: 5 } };
    expect(proposed().tries(BUREAU.deputy, 'file', { handlers: own })).toMatchObject(alone);
    expect(proposed().tries(BUREAU.deputy, 'file', { handlers: [...own, A] })).toBeNull();
    expect(proposed().tries(BUREAU.head, 'file', { handlers: own })).toBeNull();
    expect(filed().tries(BUREAU.deputy, 'appoint', { handlers: own })).toMatchObject(alone);
    const switchedOff = rehearse(KIND, { ...STAGE, profile: asking('case-filing.approver-apart', 0) }, '2026-06-01')
      .does(BUREAU.supervisorA, 'open', aClue())
      .does(BUREAU.supervisorA, 'propose-filing', { opinion: '建议立案' });
    expect(switchedOff.tries(BUREAU.deputy, 'file', { handlers: own })).toBeNull();
  });

  it('承办或者审核过该执法行为的人员回避', () => {
    const involved = proposed({ involved: [B] });
    expect(involved.tries(BUREAU.deputy, 'file', { handlers: [A, B] })).toMatchObject({
      refused: 'recusal',
      cite: { article: 9, item: 5 },
    });
    expect(involved.tries(BUREAU.deputy, 'file', { handlers: [A] })).toBeNull();
    expect(filed({ involved: [idOf('区司法局监督员丙')] }).tries(BUREAU.supervisorB, 'question', QUESTION)).toBeNull();
    const filedByA = involved.does(BUREAU.deputy, 'file', { handlers: [A] });
    expect(filedByA.tries(BUREAU.supervisorB, 'refusal', { person: '某', facts: '…' })).toMatchObject({ refused: 'recusal' });
    expect(filedByA.tries(BUREAU.supervisorA, 'question', QUESTION)).toMatchObject({ refused: 'recusal' });
  });

  it('垂直领导单位载明依据，由主要负责人立案（行政执法监督条例第四十二条第二款）', () => {
    const city = actor('市司法局', 'supervisor', '监督员');
    const open = (basis: string | null) => start.tries(city, 'open', aClue({ unit: idOf('市税务局'), basis }));
    expect(open(null)).toMatchObject({ refused: 'basis', cite: { instrument: '行政执法监督条例', article: 42 } });
    expect(open('《中华人民共和国行政处罚法》第七十五条')).toBeNull();
    const ready = start
      .does(city, 'open', aClue({ unit: idOf('市税务局'), basis: '《中华人民共和国行政处罚法》第七十五条' }))
      .does(city, 'propose-filing', { opinion: '建议立案' });
    expect(ready.tries(actor('市司法局', 'deputy-head', '副局长'), 'file', { handlers: [A] })).toMatchObject({ refused: 'head-only' });
    expect(ready.tries(actor('市司法局', 'head', '局长'), 'file', { handlers: [A] })).toBeNull();
  });
});

describe('七种调查措施（细则第十条）', () => {
  it('每种措施各有记录，逐项编为证据材料', () => {
    const all = filed()
      .does(BUREAU.supervisorA, 'ask-statement', { matters: '告知情况', due: '2026-06-10' })
      .does(BUREAU.supervisorA, 'record-statement', { received: true, words: '无异议', papers: [idOf('说明')] })
      .does(BUREAU.supervisorA, 'question', QUESTION)
      .does(BUREAU.supervisorA, 'call-files', { items: [{ name: '案卷一', pages: 30 }, { name: '案卷二' }], due: '2026-06-05' })
      .does(BUREAU.supervisorA, 'record-media', { title: '录像', place: '大厅', onSite: false, media: [idOf('录像')] })
      .does(BUREAU.supervisorA, 'commission', {
        institute: '某鉴定机构（演示）',
        qualification: '资质',
        question: '检测',
        due: '2026-06-20',
      })
      .does(BUREAU.supervisorA, 'hearing', { form: 'experts', attended: '专家三名', record: '…' })
      .does(BUREAU.supervisorA, 'other-means', { title: '数据比对', basis: '细则第十条', record: '…' });
    const state = all.state as { gathered?: readonly { means: string }[] };
    expect(state.gathered?.map((g) => g.means)).toEqual(['10(1)', '10(2)', '10(3)', '10(4)', '10(5)', '10(6)', '10(7)']);
    expect(all.issued.map((i) => i.kind)).toEqual(['DOC-1', 'DOC-6', 'DOC-4', 'DOC-5', 'DOC-7', 'DOC-7']);
    expect(all.tries(BUREAU.supervisorA, 'return-files', { items: [{ no: 3 }] })).toMatchObject({ refused: 'not-lent' });
    expect(all.tries(BUREAU.supervisorA, 'return-files', { items: [{ no: 1 }, { no: 2 }] })).toBeNull();
  });

  it('询问应当出示行政执法监督证', () => {
    expect(filed().tries(BUREAU.supervisorA, 'question', { ...QUESTION, shown: false })).toMatchObject({
      refused: 'not-shown',
      cite: { article: 10, item: 2 },
    });
  });

  it('拒绝配合如实记录', () => {
    const noted = filed().does(BUREAU.supervisorA, 'refusal', { person: '某科室', facts: '拒绝提供案卷' });
    expect(KIND.columns(noted.state)).toMatchObject({ refusals: 1 });
  });
});

describe('现场监督不少于两人并持有效证件（细则第十六条）', () => {
  it.each([
    ['两人持证', [A, B], null],
    ['借调人员持证，计入', [A, BORROWED], null],
    ['一人', [A], 'two-on-site'],
    ['一人无证', [A, NEW], 'two-on-site'],
    ['一人证件已注销', [A, EXPIRED], 'two-on-site'],
    ['同一人两次', [A, A], 'two-on-site'],
  ])('%s', (_, officers, refused) => {
    for (const [act, input] of [
      ['check-on-site', ON_SITE],
      ['stop-unlawful', { time: '09:30', act: '正在收费', demand: '立即停止', response: '停止' }],
      ['record-media', { title: '录像', place: '大厅', onSite: true, media: [idOf('录像')] }],
    ] as const) {
      const answer = filed().tries(BUREAU.supervisorA, act, { ...input, officers });
      if (refused === null) expect(answer).toBeNull();
      else expect(answer).toMatchObject({ refused, cite: { instrument: '实施细则', article: 16 } });
    }
  });

  it('第二市引该市条文；不足两人的补录照实记录，只作线索，不作证据', () => {
    const stage = { ...STAGE, profile: { ...SECOND_CITY, obligations: [...SECOND_CITY.obligations] } };
    const there = rehearse(KIND, stage, '2026-06-01')
      .does(BUREAU.supervisorA, 'open', aClue())
      .does(BUREAU.supervisorA, 'propose-filing', { opinion: '建议立案' })
      .does(BUREAU.deputy, 'file', { handlers: [A, B] });
    expect(there.tries(BUREAU.supervisorA, 'check-on-site', { ...ON_SITE, officers: [A] })).toMatchObject({
      cite: { instrument: '磴洲协调监督办法', article: 9 },
    });
    const told = filed()
      .on('2026-06-05')
      .reports(BUREAU.supervisorA, 'check-on-site', { ...ON_SITE, officers: [A] }, '2026-06-03');
    expect(told.says).toContain('只作线索');
    expect((told.state as SupervisionCase).gathered).toMatchObject([{ on: '2026-06-03', onSite: true, isEvidence: false }]);
    const lawful = filed().on('2026-06-05').reports(BUREAU.supervisorA, 'check-on-site', ON_SITE, '2026-06-03');
    expect((lawful.state as SupervisionCase).gathered).toMatchObject([{ on: '2026-06-03', isEvidence: true }]);
  });

  it('一人走访只作线索，不能作为认定问题的证据', () => {
    const visited = inquired().does(BUREAU.supervisorA, 'visit', { place: '市场', record: '听说' });
    const establish = (evidence: string) =>
      visited.tries(BUREAU.supervisorA, 'establish', { problems: [{ ...PROBLEM, evidence }], reasons: '…' });
    expect(establish('3')).toMatchObject({ refused: 'visit', cite: { article: 9 } });
    expect(establish('1、3')).toMatchObject({ refused: 'visit' });
    expect(establish('1')).toBeNull();
  });

  it('当场制止后一个工作日内补发监督通知书，未补发不能结案', () => {
    const stop: Input = { time: '09:30', act: '正在收费', demand: '立即停止', response: '停止', officers: [A, B] };
    const stopped = filed().on('2026-06-05').does(BUREAU.supervisorA, 'stop-unlawful', stop);
    expect(stopped.clocks().find((c) => c.clock === 'stop-notice')).toMatchObject({ dueOn: '2026-06-08', stoppedOn: null });
    expect(stopped.tasks()).toContainEqual(expect.objectContaining({ act: 'link-document', key: 'stop/1' }));
    expect(stopped.tries(BUREAU.deputy, 'no-problem', { reason: '…' })).toMatchObject({ refused: 'stop-open' });
    expect(stopped.tries(BUREAU.supervisorA, 'link-document', { document: DOCUMENT, stops: [{ no: 1 }] })).toMatchObject({
      refused: 'not-a-notice',
      cite: { article: 8, item: 7 },
    });
    const noticed = stopped.does(BUREAU.supervisorA, 'link-document', { document: NOTICE, stops: [{ no: 1 }] });
    expect(noticed.clocks().find((c) => c.clock === 'stop-notice')).toMatchObject({ stoppedOn: '2026-06-05' });
    expect(noticed.tries(BUREAU.deputy, 'no-problem', { reason: '…' })).toBeNull();
  });
});

describe('认定问题（细则第二十二条第一款）', () => {
  const establish = (more: Input, by = BUREAU.supervisorA, at = inquired()) =>
    at.tries(by, 'establish', { problems: [{ ...PROBLEM, ...more }], reasons: '证据充分' });

  it('由持有效行政执法监督证的人员认定', () => {
    expect(establish({})).toBeNull();
    expect(establish({}, BUREAU.uncertified)).toMatchObject({ refused: 'no-certificate', cite: { article: 22, paragraph: 1 } });
  });

  it('认定前听取书面说明；拒不提交的，记明后可以认定', () => {
    const silent = filed().does(BUREAU.supervisorA, 'question', QUESTION);
    expect(establish({ evidence: '1' }, BUREAU.supervisorA, silent)).toMatchObject({ refused: 'not-heard' });
    const asked = silent.does(BUREAU.supervisorA, 'ask-statement', { matters: '…', due: '2026-06-10' });
    expect(establish({ evidence: '1' }, BUREAU.supervisorA, asked)).toMatchObject({ refused: 'not-heard' });
    const refused = asked.on('2026-06-11').does(BUREAU.supervisorA, 'record-statement', { received: false, words: '逾期未提交' });
    expect(establish({ evidence: '1' }, BUREAU.supervisorA, refused)).toBeNull();
  });

  it('提交日期届满前不能记为未提交，届满次日起可以；届满前明确拒绝的除外（细则第十条第一项）', () => {
    const asked = filed().does(BUREAU.supervisorA, 'ask-statement', { matters: '…', due: '2026-06-10' });
    const absent = { received: false, words: '未提交' };
    for (const day of ['2026-06-01', '2026-06-10'])
      expect(asked.on(day).tries(BUREAU.supervisorA, 'record-statement', absent)).toMatchObject({
        refused: 'still-time',
        cite: { instrument: '实施细则', article: 10, item: 1 },
      });
    expect(asked.on('2026-06-11').tries(BUREAU.supervisorA, 'record-statement', absent)).toBeNull();
    expect(asked.tries(BUREAU.supervisorA, 'record-statement', { ...absent, absent: 'overdue' })).toMatchObject({ refused: 'still-time' });
    expect(asked.tries(BUREAU.supervisorA, 'record-statement', { ...absent, absent: 'declined' })).toBeNull();
    const both = { received: true, words: '…', absent: 'declined' };
    expect(asked.tries(BUREAU.supervisorA, 'record-statement', both)).toMatchObject({ refused: 'declined' });
  });

  it('再次要求说明，已经听取的说明仍在案；尚未届满的期限不得缩短', () => {
    const heard = inquired();
    expect(heard.tries(BUREAU.supervisorA, 'record-statement', { received: false, words: '…' })).toMatchObject({
      refused: 'already-heard',
    });
    const again = heard.on('2026-06-05').does(BUREAU.supervisorA, 'ask-statement', { matters: '补充', due: '2026-06-15' });
    expect((again.state as SupervisionCase).earlierStatements).toMatchObject([{ heardOn: '2026-06-01' }]);
    expect(establish({}, BUREAU.supervisorA, again)).toMatchObject({ refused: 'not-heard' });
    const shorter = { matters: '催', due: '2026-06-14' };
    expect(again.tries(BUREAU.supervisorA, 'ask-statement', shorter)).toMatchObject({ refused: 'due-earlier' });
    expect(again.tries(BUREAU.supervisorA, 'ask-statement', { ...shorter, due: '2026-06-20' })).toBeNull();
    const late = again.on('2026-06-16').does(BUREAU.supervisorA, 'record-statement', { received: false, words: '未提交' });
    expect(late.tries(BUREAU.supervisorA, 'record-statement', { received: true, words: '迟到的说明' })).toBeNull();
    expect(establish({}, BUREAU.supervisorA, late)).toBeNull();
  });

  it('证据序号要写清，并且存在', () => {
    expect(establish({ evidence: '见卷' })).toMatchObject({ refused: 'evidence' });
    expect(establish({ evidence: '1、9' })).toMatchObject({ refused: 'evidence' });
    expect(establish({ evidence: '1，2' })).toBeNull();
  });
});

describe('每一项问题都有文书或者免发理由才能结案（细则第二十二条第一款）', () => {
  it('认定后十五日内逐项答复；文书、免发理由各自停止计时', () => {
    const two = established();
    expect(two.clocks().filter((c) => c.clock === 'problem-document')).toEqual([
      { clock: 'problem-document', key: '第1项', dueOn: '2026-06-16', stoppedOn: null },
      { clock: 'problem-document', key: '第2项', dueOn: '2026-06-16', stoppedOn: null },
    ]);
    const one = two.does(BUREAU.supervisorA, 'link-document', { document: DOCUMENT, problems: [{ no: 1 }] });
    expect(one.tries(BUREAU.deputy, 'close', { summary: '…' })).toMatchObject({
      refused: 'unanswered',
      cite: { article: 22, paragraph: 1 },
    });
    expect(one.tries(BUREAU.supervisorA, 'exempt', { problems: [{ no: 2 }], reason: '轻微' })).toMatchObject({ refused: 'wrong-role' });
    const both = one.does(BUREAU.deputy, 'exempt', { problems: [{ no: 2 }], reason: '情节轻微，已自行纠正。' });
    expect(both.tries(BUREAU.deputy, 'exempt', { problems: [{ no: 2 }], reason: '…' })).toMatchObject({ refused: 'answered' });
    expect(both.tries(BUREAU.deputy, 'close', { summary: '…' })).toMatchObject({ refused: 'documents-running' });
    const ended = both.does(BUREAU.supervisorA, 'document-ended', { document: DOCUMENT, ending: 'closed' });
    expect(
      ended.does(BUREAU.deputy, 'close', { summary: '全部整改' }).does(BUREAU.supervisorA, 'archive', { catalogue: '2026-001' }).state
        .status,
    ).toBe('archived');
  });

  it('关联的文书被撤回的，问题仍要另行制发', () => {
    const linked = established([PROBLEM]).does(BUREAU.supervisorA, 'link-document', { document: DOCUMENT, problems: [{ no: 1 }] });
    const withdrawn = linked
      .knowing(others([DOCUMENT, { status: 'withdrawn', isIssued: false }]))
      .does(BUREAU.supervisorA, 'document-ended', { document: DOCUMENT, ending: 'withdrawn' });
    expect(withdrawn.tries(BUREAU.deputy, 'close', { summary: '…' })).toMatchObject({ refused: 'unanswered' });
    expect(withdrawn.clocks().find((c) => c.clock === 'problem-document')).toMatchObject({ stoppedOn: null });
  });

  it.each([
    ['签发后', {}, null],
    ['拟稿、审核中', { status: 'reviewing', isIssued: false }, 'not-issued'],
    ['已撤回', { status: 'withdrawn', isIssued: false }, 'not-issued'],
    ['主送另一单位', { about: [idOf('狼山镇')] }, 'other-unit'],
    ['主送其主管部门、涉及本单位', { about: [idOf('狼山镇'), idOf('区市场监管局')] }, null],
    ['别的机关制发', { homeId: idOf('市司法局') }, 'other-organs-document'],
  ] as const)('只有本机关签发给本单位的文书才算制发：%s', (_, document, refused) => {
    const at = established([PROBLEM]).knowing(others([DOCUMENT, document]));
    const answer = at.tries(BUREAU.supervisorA, 'link-document', { document: DOCUMENT, problems: [{ no: 1 }] });
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused, cite: { instrument: '实施细则', article: 22, paragraph: 1 } });
  });

  it('情况核实函不代替问题告知函（行政执法监督条例第四十二条第二款）', () => {
    const link = { document: DOCUMENT, problems: [{ no: 1 }] };
    const at = (type: string) => established([PROBLEM]).knowing(others([DOCUMENT, { type }]));
    expect(at('inquiry').tries(BUREAU.supervisorA, 'link-document', link)).toMatchObject({
      refused: 'inquiry',
      cite: { instrument: '行政执法监督条例', article: 42 },
    });
    expect(at('inquiry').tries(BUREAU.supervisorA, 'link-document', { document: DOCUMENT })).toBeNull();
    expect(at('notification').tries(BUREAU.supervisorA, 'link-document', link)).toBeNull();
  });

  it('文书是否办结以文书自身的状态为准', () => {
    const linked = established([PROBLEM]).does(BUREAU.supervisorA, 'link-document', { document: DOCUMENT, problems: [{ no: 1 }] });
    const ends = (status: string, ending: string) =>
      linked.knowing(others([DOCUMENT, { status }])).tries(BUREAU.supervisorA, 'document-ended', { document: DOCUMENT, ending });
    for (const status of ['handling', 'verifying', 'lapsed', 'performing'])
      expect(ends(status, 'closed')).toMatchObject({ refused: 'not-ended', cite: { article: 22, paragraph: 1 } });
    expect(ends('replaced', 'closed')).toMatchObject({ refused: 'not-ended' });
    for (const ending of ['closed', 'withdrawn', 'replaced']) expect(ends(ending, ending)).toBeNull();
  });

  it.each([
    ['本机关已签发的移送', 'transfer', { kind: 'referral', about: [] }, null],
    ['尚未签发的移送', 'transfer', { kind: 'referral', about: [], isIssued: false }, 'not-issued'],
    ['别的机关的移送', 'transfer', { kind: 'referral', about: [], homeId: idOf('市司法局') }, 'other-organs-matter'],
    ['以移送充约谈', 'talk', { kind: 'referral', about: [] }, 'wrong-kind'],
    ['约谈本单位', 'talk', { kind: 'notice-and-talk' }, null],
    ['约谈另一单位', 'talk', { kind: 'notice-and-talk', about: [idOf('狼山镇')] }, 'other-unit'],
  ] as const)('后续措施须确有其事：%s', (_, kind, named, refused) => {
    const at = established([PROBLEM]).knowing(others([REFERRAL, named]));
    const answer = at.tries(BUREAU.supervisorA, 'follow-up', { kind, matter: REFERRAL, problems: [{ no: 1 }] });
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused, cite: { article: 9 } });
  });

  it('移送、通报、约谈不代替文书', () => {
    const moved = established([PROBLEM]).does(BUREAU.supervisorA, 'follow-up', {
      kind: 'transfer',
      matter: REFERRAL,
      problems: [{ no: 1 }],
    });
    expect(moved.tries(BUREAU.deputy, 'close', { summary: '…' })).toMatchObject({ refused: 'unanswered' });
  });

  it('没有这一项问题、没有关联的文书，不能登记', () => {
    const two = established();
    expect(two.tries(BUREAU.supervisorA, 'link-document', { document: DOCUMENT, problems: [{ no: 3 }] })).toMatchObject({
      refused: 'no-such-problem',
    });
    expect(two.tries(BUREAU.supervisorA, 'document-ended', { document: DOCUMENT, ending: 'closed' })).toMatchObject({
      refused: 'not-linked',
    });
  });

  it('调阅材料没有归还的，不能结案', () => {
    const lent = filed().does(BUREAU.supervisorA, 'call-files', { items: [{ name: '案卷' }], due: '2026-06-05' });
    expect(lent.tries(BUREAU.deputy, 'no-problem', { reason: '…' })).toMatchObject({ refused: 'lent' });
    const back = lent.does(BUREAU.supervisorA, 'return-files', { items: [{ no: 1 }] });
    expect(back.does(BUREAU.deputy, 'no-problem', { reason: '…', guidance: '完善台账。' }).state.status).toBe('closed');
  });
});

describe('被监督单位不参与案卷', () => {
  it('案件只由承办机关、提请的司法所和转办单位参与', () => {
    expect(KIND.participants(established().state)).toEqual([{ organisationId: idOf('区司法局'), as: 'organ' }]);
    expect(BAYANNUR_2026.obligations.some((o) => o.obligation === 'local.problem-document')).toBe(true);
  });
});
