import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type Block, SECOND_CITY } from '#law';
import { deadEnds, explore, missingArticles, type Playground, taskFault } from '#testing/explore';
import { rehearse } from '#testing/rehearsal';
import { actor, idOf } from '#testing/rehearsal-city';
import { columns, sealedColumns } from './columns.ts';
import { TEMPLATES } from './documents.ts';
import { type Referral, SEALED_STATUS_LABELS, type SealedReferral, STATUS_LABELS } from './model.ts';
import { aClue, aReferral, BUREAU, KIND, POLICE, received, rendered, SEALED, STAGE, signed } from './testing.ts';

const start = rehearse(KIND, STAGE, '2026-06-01');
const text = (blocks: readonly Block[]): string => JSON.stringify(blocks);

describe('移送其他机关（细则第二十条第二款）', () => {
  it('移送有管辖权的其他机关；监察机关只能用密封移送', () => {
    expect(start.tries(BUREAU.supervisor, 'draft', aReferral())).toBeNull();
    expect(start.tries(BUREAU.supervisor, 'draft', aReferral({ addressee: idOf('市监委') }))).toMatchObject({
      refused: 'sealed-way',
      cite: { article: 20, paragraph: 1 },
    });
    expect(start.tries(BUREAU.supervisor, 'draft', aReferral({ addressee: idOf('市司法局') }))).toMatchObject({ refused: 'own-organ' });
    expect(start.tries(BUREAU.supervisor, 'draft', aReferral({ addressee: idOf('查无') }))).toMatchObject({
      refused: 'unknown-organisation',
    });
  });

  it('来源监督案件只能是本机关承办的（细则第二十条第二款）', () => {
    const from = (homeId: string) => {
      const at = { id: idOf('来源案件'), kind: 'case-supervision', status: 'settling', homeId, followsThis: false };
      const matters = new Map([[at.id, { ...at, type: null, about: [], isIssued: false }]]);
      return start.knowing(matters).tries(BUREAU.supervisor, 'draft', aReferral({ fromCase: at.id }));
    };
    expect(from(idOf('市司法局'))).toBeNull();
    expect(from(idOf('区司法局'))).toMatchObject({ refused: 'other-organs-case', cite: { article: 20, paragraph: 2 } });
  });

  it('审核、签发不是拟稿人，用印不是签发人，未用印不送达', () => {
    const review = start.does(BUREAU.supervisor, 'draft', aReferral()).does(BUREAU.supervisor, 'submit');
    const own = start.does(BUREAU.supervisor, 'draft', aReferral()).does(actor('市司法局', 'legal-office', '监督员甲'), 'submit');
    expect(own.tries(actor('市司法局', 'checker', '监督员甲'), 'review')).toMatchObject({ refused: 'own-draft' });
    expect(review.tries(BUREAU.checker, 'review')).toBeNull();
    expect(rendered(signed(), false).tries(BUREAU.deputy, 'seal')).toMatchObject({ refused: 'own-seal' });
    expect(rendered(signed(), false).does(BUREAU.sealKeeper, 'seal').tries(BUREAU.supervisor, 'serve')).toMatchObject({
      refused: 'not-sealed',
    });
  });

  it('处理决定日期登记以前没有到期日，登记以后自决定次日起二十日', () => {
    expect(received().clocks()).toEqual([]);
    const decided = received().on('2026-09-12').does(POLICE, 'decide', { decidedOn: '2026-09-11', result: '立案' });
    expect(decided.clocks()).toEqual([{ clock: 'KS-02', key: '', dueOn: '2026-10-08', stoppedOn: null }]);
    const later = received().on('2026-07-01').does(BUREAU.supervisor, 'decide', { decidedOn: '2026-06-10' });
    expect(later.clocks()).toMatchObject([{ dueOn: '2026-06-30' }]);
  });

  it('第二市为十日', () => {
    const there = received({ ...STAGE, profile: SECOND_CITY })
      .on('2026-06-12')
      .does(POLICE, 'decide', { decidedOn: '2026-06-11' });
    expect(there.clocks()).toMatchObject([{ dueOn: '2026-06-21' }]);
  });

  it('决定日期不早于签收、不晚于登记当日', () => {
    const at = received().on('2026-06-20');
    expect(at.tries(POLICE, 'decide', { decidedOn: '2026-06-02' })).toMatchObject({ refused: 'before-receipt' });
    expect(at.tries(POLICE, 'decide', { decidedOn: '2026-06-03' })).toBeNull();
    expect(at.tries(POLICE, 'decide', { decidedOn: '2026-06-21' })).toMatchObject({ refused: 'future' });
  });

  it('第二十日当天未逾期，次日可以报告政府；书面告知后停止计算', () => {
    const decided = received().on('2026-06-10').does(POLICE, 'decide', { decidedOn: '2026-06-10' });
    const report = (day: string) => decided.on(day).tries(BUREAU.deputy, 'report-government', { words: '…' });
    expect(report('2026-06-30')).toMatchObject({ refused: 'not-overdue', cite: { article: 20, paragraph: 2 } });
    expect(report('2026-07-01')).toBeNull();
    const answered = decided.on('2026-06-30').does(POLICE, 'answer', { result: '已立案查处' });
    expect(answered.state.status).toBe('closed');
    expect(answered.clocks()).toMatchObject([{ stoppedOn: '2026-06-30' }]);
  });

  it('审核人和签发人不是同一人；没有其他审核人员的填明理由，理由印在签批单上，受移送机关看不到签批单', () => {
    const own = start.does(BUREAU.supervisor, 'draft', aReferral()).does(BUREAU.supervisor, 'submit').does(BUREAU.deputy, 'review');
    expect(own.tries(BUREAU.deputy, 'sign')).toMatchObject({ refused: 'own-review', cite: { article: 20, paragraph: 2 } });
    const slip = own.does(BUREAU.deputy, 'sign', { alone: '主要负责人空缺' }).issued.find((i) => i.kind === 'DOC-38');
    expect(slip?.inside).toBe(true);
    expect(JSON.stringify(slip?.facts)).toContain('审核、签发为同一人的理由：主要负责人空缺');
  });

  it('移送函引本市条文和期限；受移送机关送达后才参与', () => {
    const issue = signed().issued.find((i) => i.kind === 'DOC-19');
    const template = TEMPLATES.find((t) => t.template === issue?.template);
    const printed = text(template?.make(issue?.facts ?? null).body ?? []);
    expect(printed).toContain('第二十条第二款的规定');
    expect(printed).toContain('自作出处理决定之日起二十日内');
    expect(KIND.participants(signed().state)).toHaveLength(1);
    expect(KIND.participants(received().state)).toContainEqual({ organisationId: idOf('市公安局'), as: 'addressee' });
  });
});

describe('职务违法犯罪线索移送监察机关（细则第二十条第一款）', () => {
  const opened = rehearse(SEALED, STAGE, '2026-06-01').does(BUREAU.supervisor, 'draft', aClue());
  const approved = opened.does(BUREAU.supervisor, 'submit').does(BUREAU.head, 'approve', { opinion: '同意移送' });

  it('只移送监察机关', () => {
    const at = rehearse(SEALED, STAGE, '2026-06-01');
    expect(at.tries(BUREAU.supervisor, 'draft', aClue({ commission: idOf('市公安局') }))).toMatchObject({ refused: 'not-commission' });
    expect(at.tries(BUREAU.supervisor, 'draft', aClue())).toBeNull();
  });

  it('名单以外的人不能办理；审批人不是拟稿人', () => {
    expect(opened.tries(BUREAU.colleague, 'submit')).toMatchObject({ refused: 'not-named', cite: { article: 20, paragraph: 1 } });
    expect(
      opened
        .does(BUREAU.supervisor, 'name-persons', { readers: [BUREAU.colleague.officerId ?? ''], reason: '协办' })
        .tries(BUREAU.colleague, 'submit'),
    ).toBeNull();
    const deputyNamed = { readers: [BUREAU.deputy.officerId ?? ''], reason: '审批' };
    const submitted = opened.does(BUREAU.supervisor, 'name-persons', deputyNamed).does(BUREAU.supervisor, 'submit');
    expect(submitted.tries(BUREAU.deputy, 'approve', { opinion: '…' })).toMatchObject({ refused: 'head-only' });
    expect(submitted.tries(BUREAU.head, 'approve', { opinion: '…' })).toBeNull();
  });

  it('主要负责人拟稿的，由指名的分管领导审批；没有指名的不能', () => {
    const byHead = rehearse(SEALED, STAGE, '2026-06-01').does(BUREAU.head, 'draft', aClue()).does(BUREAU.head, 'submit');
    expect(byHead.tries(BUREAU.head, 'approve', { opinion: '…' })).toMatchObject({ refused: 'own-draft' });
    expect(byHead.tries(BUREAU.deputy, 'approve', { opinion: '…' })).toMatchObject({ refused: 'not-named' });
    expect(byHead.tasks()).toContainEqual(expect.objectContaining({ act: 'approve', roles: ['deputy-head'] }));
    const named = byHead.does(BUREAU.head, 'name-persons', { readers: [BUREAU.deputy.officerId ?? ''], reason: '审批' });
    expect(named.does(BUREAU.deputy, 'approve', { opinion: '同意移送' }).state.status).toBe('sealing');
    expect(named.does(BUREAU.deputy, 'return-draft', { reason: '补充' }).state.status).toBe('draft');
  });

  it('密封标签；标题、台账不含人员和线索；文书无核验码，文号自成序列', () => {
    expect(SEALED.label(approved.state)).toBe(4);
    expect(SEALED.title(approved.state)).toBe('密封事项');
    expect(JSON.stringify(SEALED.columns(approved.state))).not.toMatch(/罚没|某单位/);
    expect(approved.issued).toMatchObject([{ kind: 'DOC-18', publiclyVerifiable: false, inside: true }]);
    expect(approved.says).toContain('巴司执监密移〔2026〕3号');
    expect(SEALED.participants(approved.state)).toEqual([{ organisationId: idOf('市司法局'), as: 'organ' }]);
    expect(SEALED.sealedTo?.(approved.state)).toEqual([BUREAU.head.officerId, BUREAU.sealKeeper.officerId]);
  });

  it('专人移送后等待回执，回执日期不早于移送', () => {
    const sent = rendered(rendered(approved, false).does(BUREAU.sealKeeper, 'seal'), true)
      .on('2026-06-05')
      .does(BUREAU.supervisor, 'hand-over', { receiver: '接收人', place: '监委' });
    expect(sent.clocks()).toEqual([]);
    const later = sent.on('2026-06-10');
    expect(later.tries(BUREAU.supervisor, 'receipt', { on: '2026-06-04' })).toMatchObject({ refused: 'receipt-date' });
    expect(later.does(BUREAU.supervisor, 'receipt', { on: '2026-06-05' }).does(BUREAU.supervisor, 'close', {}).state.status).toBe('closed');
  });
});

describe('流程没有死路，条文存在，数据表一致', () => {
  const reason = { reason: '理由' };
  const common = {
    cast: [...Object.values(BUREAU), POLICE],
    settled: (at: ReturnType<typeof signed>) => rendered(at, true),
    days: 60,
    until: '2026-12-31',
  };
  const INPUTS: Readonly<Record<string, Parameters<typeof aReferral>[0]>> = {
    'return-draft': reason,
    'seal-by-hand': { scan: [idOf('扫描')] },
    withdraw: reason,
    'serve-on-paper': { mode: 'mail', receiver: '收发室', slip: [idOf('回执')] },
    'return-referral': reason,
    answer: { result: '处理情况' },
    approve: { opinion: '同意' },
    'hand-over': { receiver: '接收人', place: '监委' },
  };
  const LEFT_OUT = ['revise', 'remind', 'report-government', 'name-persons'];
  const referring: Playground = {
    ...common,
    kind: KIND,
    inputs: (act, at) => {
      if (LEFT_OUT.includes(act)) return [];
      return [act === 'decide' ? { decidedOn: at.today } : (INPUTS[act] ?? {})];
    },
    situation: (at) => JSON.stringify([at.state.status, (at.state as Referral).decidedOn !== null]),
  };
  const sealing: Playground = {
    ...common,
    kind: SEALED,
    inputs: (act, at) => {
      if (LEFT_OUT.includes(act)) return [];
      return [act === 'receipt' ? { on: at.today } : (INPUTS[act] ?? {})];
    },
    situation: (at) => at.state.status,
  };

  it.each([
    ['移送事项', referring, start.does(BUREAU.supervisor, 'draft', aReferral()), STATUS_LABELS],
    ['密封移送', sealing, rehearse(SEALED, STAGE, '2026-06-01').does(BUREAU.supervisor, 'draft', aClue()), SEALED_STATUS_LABELS],
  ])('%s', (_, playground, opening, labels) => {
    const graph = explore(playground, opening);
    expect(deadEnds(playground, graph)).toEqual([]);
    for (const at of graph.seen.values()) expect(taskFault(playground, at)).toBeNull();
    expect([...new Set([...graph.seen.values()].map((at) => at.state.status))].sort()).toEqual(Object.keys(labels).sort());
    expect(missingArticles(playground.kind)).toEqual([]);
  });

  it('列名一致', async () => {
    const sql = await readFile(new URL('../../../db/migrations/202611241130_referrals_tables.sql', import.meta.url), 'utf8');
    const sealed = rehearse(SEALED, STAGE, '2026-06-01').does(BUREAU.supervisor, 'draft', aClue()).state as SealedReferral;
    for (const column of [...Object.keys(columns(signed().state as Referral)), ...Object.keys(sealedColumns(sealed))])
      expect(sql).toMatch(new RegExp(`^  ${column} `, 'm'));
  });
});
