import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type ActingPost, BAYANNUR_2026, type Json } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { deadEnds, explore, listedIn, missingArticles, type Playground, taskFault } from '#testing/explore';
import { type Rehearsal, rehearse, type Stage, testCalendar } from '#testing/rehearsal';
import { actor, idOf, register } from '#testing/rehearsal-city';
import { registerChangeOf } from './actions.ts';
import { columns } from './columns.ts';
import { TEMPLATES } from './documents.ts';
import { CERTIFICATE_AFFAIR } from './kind.ts';
import { AFFAIR_LABELS, type CertificateAffair, STATUS_LABELS } from './model.ts';

const KIND = anyKind(CERTIFICATE_AFFAIR);
type Input = Readonly<Record<string, Json>>;
const STAGE: Stage = { facts: register([]), profile: BAYANNUR_2026, calendar: testCalendar({}) };
const UNIT = { handler: actor('区市场监管局', 'handler', '承办人'), office: actor('区市场监管局', 'legal-office', '法制员') };
const BUREAU = { supervisor: actor('区司法局', 'supervisor', '监督员'), checker: actor('区司法局', 'checker', '审核员') };
const CITY = { supervisor: actor('市司法局', 'supervisor', '监督员'), head: actor('市司法局', 'head', '局长') };
const SYSTEM: ActingPost = { postId: null, accountId: null, officerId: null, name: '平台', role: 'system', organisationId: null };

const APPLICATION: Input = {
  ...{ affair: 'issue', unit: idOf('区市场监管局'), bureau: idOf('区司法局'), kind: 'enforcement', name: '张某' },
  ...{ number: null, person: null, post: '科员', domains: '市场监管、食品药品', lostOn: null, photo: null },
  ...{ qualification: '在编在岗，培训考试合格', reason: '新任执法人员', proof: [idOf('成绩单')] },
};
const about = (affair: string, more: Input = {}): Input => ({ ...APPLICATION, affair, number: '15080210001', ...more });
const REVIEW: Input = { opinion: '符合条件', forwarder: idOf('市司法局') };
const ANSWER: Input = { favour: 'approved', paper: '内司发〔2026〕9号', from: '2026-06-03', number: null, through: null, scan: null };
const CARD: Input = { ...ANSWER, number: '15080210009', through: '2032-06-02' };
const DUE: Input = {
  ...{ affair: 'registration', unit: idOf('区市场监管局'), bureau: idOf('区司法局'), kind: 'enforcement', name: '张某' },
  ...{ number: '15080210001', since: '2023-08-01', due: '2026-08-01' },
};
const DECISION: Input = {
  ...{ affair: 'suspension', unit: idOf('区市场监管局'), kind: 'enforcement', name: '张某', number: '15080210001' },
  ...{ paper: '内司发〔2026〕3号', from: '2026-05-20', reason: '处分期间', scan: [idOf('决定')] },
};
const start = rehearse(KIND, STAGE, '2026-06-01');
const applying = (input: Input, by = UNIT.handler) => start.tries(by, 'apply', input);
const awaiting = (input: Input) => {
  const applied = start.does(UNIT.handler, 'apply', input);
  const declared = input['affair'] === 'loss' ? applied.does(UNIT.handler, 'declare', DECLARED) : applied;
  return declared.does(BUREAU.supervisor, 'review', REVIEW).does(CITY.supervisor, 'forward', { paper: '巴司字〔2026〕7号', letter: null });
};
const DECLARED: Input = { on: '2026-05-30', channel: '巴彦淖尔日报2026年5月30日第4版', proof: [idOf('声明')] };
const changeOf = (r: Rehearsal) => registerChangeOf(r.state as CertificateAffair, r.acts.at(-1) ?? '');

describe('申请的条件（细则第八条第五项、第十六条）', () => {
  it.each([
    ['申领齐全', APPLICATION, UNIT.handler, null],
    ['申领填了证件号', { ...APPLICATION, number: '1' }, UNIT.handler, 'number-given'],
    ['申领没有资格条件', { ...APPLICATION, qualification: null }, UNIT.handler, 'incomplete'],
    ['申领执法证没有领域', { ...APPLICATION, domains: null }, UNIT.handler, 'incomplete'],
    ['换证没有证件号', about('exchange', { number: null }), UNIT.handler, 'incomplete'],
    ['换证', about('exchange'), UNIT.handler, null],
    ['注销没有证明材料', about('cancellation', { proof: null }), UNIT.handler, 'incomplete'],
    ['遗失没有日期', about('loss'), UNIT.handler, 'incomplete'],
    ['今日遗失', about('loss', { lostOn: '2026-06-01' }), UNIT.handler, null],
    ['明日遗失', about('loss', { lostOn: '2026-06-02' }), UNIT.handler, 'future'],
    ['别的单位代为申请', APPLICATION, actor('市税务局', 'handler', '某人'), 'not-applicant'],
    ['司法行政部门提出暂扣', about('suspension'), BUREAU.supervisor, null],
    ['司法行政部门代单位申领', APPLICATION, BUREAU.supervisor, 'not-applicant'],
    ['报上一级司法行政部门', { ...APPLICATION, bureau: idOf('市司法局') }, UNIT.handler, null],
    ['报别的旗司法局', { ...APPLICATION, bureau: idOf('旗司法局') }, UNIT.handler, 'other-bureau'],
    ['报给不是司法行政部门的', { ...APPLICATION, bureau: idOf('区政府') }, UNIT.handler, 'not-bureau'],
    ['单位没有登记', { ...APPLICATION, unit: idOf('旧局') }, UNIT.handler, 'not-valid'],
    ['执法部门申领监督证', { ...APPLICATION, kind: 'supervision' }, UNIT.handler, 'not-supervision-body'],
    [
      '司法局申领监督证',
      { ...APPLICATION, kind: 'supervision', domains: null, unit: idOf('区司法局') },
      actor('区司法局', 'head', '局长'),
      null,
    ],
  ] as const)('%s', (_, input, by, refused) => {
    if (refused === null) expect(applying(input, by)).toBeNull();
    else expect(applying(input, by)).toMatchObject({ refused, cite: { instrument: '实施细则' } });
  });
});

describe('审核、上报、自治区答复', () => {
  it('申请人不审核；只能经市司法局上报；自治区的答复只能补录，不能当作平台上的决定', () => {
    const own = start.does(BUREAU.supervisor, 'apply', about('suspension'));
    expect(own.tries(BUREAU.supervisor, 'review', REVIEW)).toMatchObject({ refused: 'own-application' });
    expect(own.tries(BUREAU.checker, 'review', { ...REVIEW, forwarder: idOf('区司法局') })).toMatchObject({ refused: 'not-city-bureau' });
    const waiting = awaiting(APPLICATION);
    expect(waiting.tries(CITY.supervisor, 'answer', CARD)).toMatchObject({ refused: 'decided-elsewhere' });
    expect(waiting.tries(CITY.supervisor, 'answer', CARD, { reported: true })).toBeNull();
    expect(waiting.tries(BUREAU.supervisor, 'answer', CARD, { reported: true })).toMatchObject({ refused: 'wrong-role' });
    expect(waiting.tries(CITY.supervisor, 'answer', CARD, { reported: true, on: '2026-05-31' })).toMatchObject({
      refused: 'before-last-step',
    });
  });

  it.each([
    ['没有新证号', { number: null }, 'incomplete'],
    ['没有有效期', { through: null }, 'incomplete'],
    ['没有生效日', { from: null }, 'incomplete'],
    ['有效期至生效日前一日', { through: '2026-06-02' }, 'period'],
    ['有效期至生效日', { through: '2026-06-03' }, null],
    ['不同意的不用填', { favour: 'refused', number: null, from: null, through: null }, null],
  ])('答复：%s', (_, more, refused) => {
    const answer = awaiting(APPLICATION)
      .on('2026-06-05')
      .tries(CITY.supervisor, 'answer', { ...CARD, ...more }, { reported: true });
    if (refused === null) expect(answer).toBeNull();
    else expect(answer).toMatchObject({ refused });
  });

  it.each([
    ['issue', APPLICATION, CARD, { is: 'issued', number: '15080210009', through: '2032-06-02', replaces: null }, 'done'],
    ['exchange', about('exchange'), CARD, { is: 'issued', number: '15080210009', replaces: '15080210001' }, 'done'],
    ['loss', about('loss', { lostOn: '2026-05-29' }), CARD, { is: 'issued', replaces: '15080210001' }, 'done'],
    ['registration', about('registration'), ANSWER, { is: 'registered', from: '2026-06-03' }, 'done'],
    ['suspension', about('suspension'), ANSWER, { is: 'status', status: 'suspended', from: '2026-06-03' }, 'suspended'],
    ['revocation', about('revocation'), ANSWER, { is: 'status', status: 'revoked' }, 'done'],
    ['cancellation', about('cancellation'), ANSWER, { is: 'status', status: 'cancelled' }, 'done'],
  ] as const)('%s：同意的自该日起登入名录，不同意的名录没有变化', (_, input, answer, change, status) => {
    const waiting = awaiting(input).on('2026-06-05');
    const favoured = waiting.reports(CITY.supervisor, 'answer', answer, '2026-06-03');
    expect(changeOf(favoured)).toMatchObject(change);
    expect(favoured.state.status).toBe(status);
    const refused = waiting.reports(CITY.supervisor, 'answer', { ...ANSWER, favour: 'refused', from: null }, '2026-06-03');
    expect(changeOf(refused)).toBeNull();
    expect(refused.state).toMatchObject({ status: 'refused', endedOn: '2026-06-03' });
  });

  it('暂扣后恢复或者吊销；暂扣期间始终有待办', () => {
    const suspended = start.reports(CITY.supervisor, 'record-decision', DECISION, '2026-05-20');
    expect(changeOf(suspended)).toMatchObject({ is: 'status', status: 'suspended', from: '2026-05-20' });
    expect(suspended.tasks()).toHaveLength(1);
    const paper = { paper: '内司发〔2026〕5号', from: '2026-06-01', scan: null };
    expect(changeOf(suspended.reports(CITY.head, 'restore', paper, '2026-06-01'))).toMatchObject({ status: 'valid', from: '2026-06-01' });
    expect(changeOf(suspended.reports(CITY.head, 'revoke', paper, '2026-06-01'))).toMatchObject({ status: 'revoked' });
  });

  it('自治区的决定由本级或者上一级司法行政部门登记', () => {
    for (const by of [CITY.supervisor, BUREAU.supervisor])
      expect(start.tries(by, 'record-decision', DECISION, { reported: true, on: '2026-05-20' })).toBeNull();
    const other = actor('旗司法局', 'supervisor', '监督员');
    expect(start.tries(other, 'record-decision', DECISION, { reported: true })).toMatchObject({ refused: 'other-bureau' });
  });

  it('遗失：声明作废之日起作废；声明不早于遗失，不晚于今日', () => {
    const lost = start.does(UNIT.handler, 'apply', about('loss', { lostOn: '2026-05-29' }));
    expect(lost.state.status).toBe('declaring');
    expect(lost.tries(UNIT.handler, 'declare', { ...DECLARED, on: '2026-05-28' })).toMatchObject({ refused: 'before-loss' });
    expect(lost.tries(UNIT.handler, 'declare', { ...DECLARED, on: '2026-05-29' })).toBeNull();
    expect(lost.tries(UNIT.handler, 'declare', { ...DECLARED, on: '2026-06-02' })).toMatchObject({
      refused: 'future',
      cite: { instrument: '实施细则', article: 8 },
    });
    expect(changeOf(lost.does(UNIT.handler, 'declare', DECLARED))).toMatchObject({ is: 'status', status: 'void', from: '2026-05-30' });
  });

  it('文书写明单位、证件号、依据和自何日起', () => {
    const printed = (r: Rehearsal, name: string) => {
      const issue = r.issued.findLast((i) => i.name.includes(name));
      return JSON.stringify(TEMPLATES.find((t) => t.template === issue?.template)?.make(JSON.parse(JSON.stringify(issue?.facts))));
    };
    for (const words of ['临河区市场监督管理局', '张某', '在编在岗', '符合条件'])
      expect(printed(awaiting(APPLICATION), '申领')).toContain(words);
    expect(printed(awaiting(about('registration')), '审核注册')).toContain('审核注册报告书');
    const suspended = start.reports(CITY.supervisor, 'record-decision', DECISION, '2026-05-20');
    for (const words of ['15080210001', '内司发〔2026〕3号', '自2026年5月20日起暂扣']) expect(printed(suspended, '公告')).toContain(words);
  });
});

describe('期限和提醒（KS-53 审核注册、KS-32 换证，待核定）', () => {
  it('到期日当日仍在期限内，次日逾期；报送之日停止', () => {
    const due = start.does(SYSTEM, 'remind', DUE);
    expect(due.clocks()).toMatchObject([{ clock: 'KS-53', dueOn: '2026-08-01', stoppedOn: null }]);
    expect(due.tasks()).toMatchObject([{ act: 'file', organisationId: idOf('区市场监管局'), clock: { id: 'KS-53' } }]);
    const filed = due.on('2026-07-01').does(UNIT.office, 'file', { qualification: '在岗', photo: null, proof: null });
    expect(filed.clocks()).toMatchObject([{ dueOn: '2026-08-01', stoppedOn: '2026-07-01' }]);
    expect(filed.does(BUREAU.supervisor, 'review', REVIEW).state.status).toBe('reviewed');
  });

  it('名录已有登记的由平台结束，期限停止；没有人能替平台结束，报送以后不再由平台结束', () => {
    const due = start.does(SYSTEM, 'remind', DUE);
    const shown = { shown: '2026-06-01审核注册' };
    expect(due.tries(UNIT.handler, 'register-shows', shown)).toMatchObject({ refused: 'wrong-role' });
    const ended = due.does(SYSTEM, 'register-shows', shown);
    expect(ended.state.status).toBe('done');
    expect(ended.clocks()).toMatchObject([{ dueOn: '2026-08-01', stoppedOn: '2026-06-01' }]);
    expect(ended.tasks()).toEqual([]);
    const filed = due.does(UNIT.office, 'file', { qualification: '在岗', photo: null, proof: null });
    expect(filed.tries(SYSTEM, 'register-shows', shown)).toMatchObject({ refused: 'wrong-state' });
  });

  it('换证以证件的最后有效日为准；没有人能替平台提醒', () => {
    const exchange = start.does(SYSTEM, 'remind', { ...DUE, affair: 'exchange', since: '2020-08-15', due: '2026-08-14' });
    expect(exchange.clocks()).toMatchObject([{ clock: 'KS-32', dueOn: '2026-08-14' }]);
    expect(start.tries(UNIT.handler, 'remind', DUE)).toMatchObject({ refused: 'wrong-role' });
  });
});

describe('流程没有死路，条文存在，数据表一致', () => {
  const REPORTED = ['answer', 'restore', 'revoke', 'record-decision'];
  const INPUTS: Readonly<Record<string, Input>> = {
    ...{ review: REVIEW, return: { reason: '补正' }, refuse: { reason: '不符合规定' }, declare: DECLARED },
    ...{
      forward: { paper: '巴司字〔2026〕7号', letter: null },
      withdraw: { reason: '撤回' },
      collect: { on: '2026-06-01', words: '已交回' },
    },
    ...{ restore: { paper: '5号', from: '2026-06-01', scan: null }, revoke: { paper: '6号', from: '2026-06-01', scan: null } },
    file: { qualification: '在岗', photo: null, proof: null },
    'register-shows': { shown: '2026-05-30审核注册' },
  };
  /** What the region decides is reported: the search does so in the name of whoever may. */
  const reporting = {
    ...KIND,
    lifecycle: Object.fromEntries(
      Object.entries(KIND.lifecycle).map(([act, row]) => [act, REPORTED.includes(act) ? { ...row, guards: [] } : row]),
    ),
  } as typeof KIND;
  const playground = (input: Input): Playground => ({
    kind: reporting,
    cast: [...Object.values(UNIT), ...Object.values(BUREAU), ...Object.values(CITY), SYSTEM],
    inputs: (act) => {
      if (act === 'resubmit') return [input['affair'] === undefined ? about('registration') : { ...APPLICATION, ...input }];
      if (act === 'answer')
        return [
          { ...CARD, favour: 'approved' },
          { ...ANSWER, favour: 'refused' },
        ];
      return [INPUTS[act] ?? {}];
    },
    situation: (at) => {
      const s = at.state as CertificateAffair;
      return JSON.stringify([s.status, s.declared !== null, s.reviewer !== null, s.collected !== null, s.filedOn !== null]);
    },
    settled: (r) => r,
    days: 40,
    until: '2026-10-01',
  });

  it('都能走到办结，未结的都有人能办', () => {
    const reached = new Set<string>();
    const opened = rehearse(reporting, STAGE, '2026-06-01');
    const starts = [
      ...Object.keys(AFFAIR_LABELS).map((affair) => {
        const input = affair === 'issue' ? APPLICATION : about(affair, { lostOn: '2026-05-29' });
        return [input, opened.does(UNIT.handler, 'apply', input)] as const;
      }),
      [about('registration'), opened.does(SYSTEM, 'remind', DUE)] as const,
      [about('suspension'), opened.reports(CITY.supervisor, 'record-decision', DECISION, '2026-05-20')] as const,
    ];
    for (const [input, begun] of starts) {
      const ground = playground(input);
      const graph = explore(ground, begun);
      expect(deadEnds(ground, graph)).toEqual([]);
      for (const at of graph.seen.values()) expect(taskFault(ground, at)).toBeNull();
      for (const at of graph.seen.values()) reached.add(at.state.status);
    }
    expect([...reached].sort()).toEqual(Object.keys(STATUS_LABELS).sort());
    expect(missingArticles(KIND)).toEqual([]);
  });

  it('列名和取值一致', async () => {
    const sql = await readFile(new URL('../../../db/migrations/202611270935_certificates_affairs.sql', import.meta.url), 'utf8');
    expect(listedIn(sql, 'affair')).toEqual(Object.keys(AFFAIR_LABELS));
    for (const column of Object.keys(columns(awaiting(APPLICATION).state as CertificateAffair)))
      expect(sql).toMatch(new RegExp(`^  ${column} `, 'm'));
  });
});
