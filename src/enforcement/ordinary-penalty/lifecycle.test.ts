import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { rowOf } from '#law';
import { listedIn, missingArticles } from '#testing/explore';
import { keepActs } from '#testing/keep-acts';
import type { Rehearsal } from '#testing/rehearsal';
import { idOf } from '#testing/rehearsal-city';
import { PLATFORM } from '#testing/wander';
import { columns } from './columns.ts';
import { type OrdinaryPenalty, STATUS_LABELS } from './model.ts';
import {
  A,
  AMEND,
  ANNOUNCE,
  APPLY,
  ASSISTED,
  archived,
  B,
  C,
  CALL,
  CARRIED,
  CAST,
  called,
  clue,
  concluded,
  converted,
  DECIDE,
  DECIDE_NONE,
  DEFER,
  DISPOSE,
  decided,
  deliberating,
  disputed,
  doubts,
  ENDING,
  EVIDENCE,
  FILED,
  filed,
  fulfilled,
  HAND_OVER,
  heard,
  hearing,
  INSPECT,
  investigated,
  KIND,
  MOVE,
  NONE,
  NOTIFY,
  OWN,
  PAY,
  PRESERVE,
  papers,
  performing,
  proposed,
  REPORT,
  resulted,
  reviewed,
  revokedToRemake,
  SERVE,
  STORE,
  sent,
  TAKE_ASSISTED,
  taken,
  told,
  toNotify,
  urged,
} from './testing.ts';
import { RECTIFY } from './testing-rectifying.ts';

const { handlerA, deputy, head } = CAST;
const CORRECTION = { content: '按规定标价。', basis: '《价格法》第四十二条', by: '2026-06-10', ...OWN };
const AGREE = { remedied: '已按规定标价并公开道歉。', plan: '分两期缴清。', waived: 100_000, papers: [idOf('执行协议')] };
const GROUND = { level: 'law', basis: '《某法》第十条', reason: '委托鉴定。' };

/** Every way through the case, each up to the state in which it rests. */
function ways(): readonly Rehearsal[] {
  const unable = filed().does(handlerA, 'ask-recusal', { officer: [A], by: '当事人', reason: '近亲属' });
  const short = unable.does(head, 'decide-recusal', { no: 1, granted: true, reason: '属实' });
  const preserved = filed().does(deputy, 'preserve', PRESERVE);
  const kept = investigated()
    .does(handlerA, 'hand-over-evidence', HAND_OVER)
    .does(handlerA, 'view-original', { no: 1, who: '当事人代理人', why: '核对', resealed: true, late: null })
    .does(handlerA, 'attach-redacted', { no: 1, how: '无关人员姓名', papers: [idOf('遮盖件')] })
    .does(handlerA, 'take-goods', STORE)
    .does(handlerA, 'move-goods', MOVE);
  const paused = investigated().does(deputy, 'suspend', { cause: 'appraisal', ...GROUND });
  const corrected = sent(investigated().does(deputy, 'order-correction', CORRECTION))
    .on('2026-06-10')
    .does(handlerA, 'check-correction', { no: 1, corrected: true, found: '已标价。', officers: [A, B] });
  const disobeyed = sent(investigated().does(deputy, 'order-correction', CORRECTION))
    .on('2026-06-10')
    .does(handlerA, 'check-correction', { no: 1, corrected: false, found: '仍未标价。', officers: [A, B] })
    .does(deputy, 'follow-correction', { no: 1, how: 'weighed', words: '逾期不改正，从重处罚。' });
  const ordering = { ...DECIDE, ordered: 'ordered', correction: '责令按规定标价。', correctBy: '2026-06-10' };
  const moved = investigated().does(head, 'transfer', { to: '市公安局', criminal: true, reason: '涉嫌犯罪。' });
  const reported = investigated().does(handlerA, 'report-crime', { officers: [A, B], facts: '数额较大。', papers: null });
  const none = concluded({ ...REPORT, outcome: 'not-punished', tier: 'none', ...NONE }).does(head, 'decide-none', DECIDE_NONE);
  const stated = told().does(handlerA, 'statement', { by: '当事人', content: '请求减轻。', papers: null });
  const deferred = performing().does(deputy, 'defer', DEFER);
  const answered = disputed(performing()).does(handlerA, 'dispute-answered', { no: 1, on: '2026-06-01', papers: null });
  const extended = answered.on('2026-07-20').does(handlerA, 'dispute-extended', { no: 1, on: '2026-07-20', days: 30, papers: null });
  const resumed = answered
    .on('2026-07-01')
    .does(handlerA, 'dispute-suspended', { no: 1, on: '2026-07-01', ground: 'interpretation', reason: null, papers: null })
    .on('2026-07-11')
    .does(handlerA, 'dispute-resumed', { no: 1, on: '2026-07-11', papers: null });
  const upheld = resulted(answered.on('2026-06-20'), { opinionOn: '2026-06-20' });
  const stayed = disputed(performing()).does(head, 'stay', { by: 'organ', from: '2026-06-01', reason: '…' });
  const published = fulfilled().does(handlerA, 'publish', { on: '2026-06-01', where: '执法公示平台' });
  const undone = resulted(disputed(published).on('2026-07-10'), { outcome: 'revoked', cause: 'facts' });
  const settledUp = undone
    .does(handlerA, 'withdraw-publication', { no: 1, on: '2026-07-10', where: '执法公示平台', reason: '决定已被撤销' })
    .does(handlerA, 'give-back', { no: 1, on: '2026-07-10', amount: 200_000, goods: null, less: null, receipt: '退1' });
  const inCourt = urged().on('2026-12-21').does(head, 'apply-court', APPLY);
  const ruled = inCourt.on('2026-12-28').does(handlerA, 'ruling', { ruling: 'granted', on: '2026-12-25', words: null });
  const refused = inCourt.on('2026-12-28').does(handlerA, 'ruling', { ruling: 'declined', on: '2026-12-25', words: null });
  const agreed = performing().on('2026-07-20').does(deputy, 'agree', AGREE);
  const unserved = decided().does(CAST.sealer, 'seal-by-hand', { scan: [idOf('扫描件')] });
  const unsettled = concluded()
    .does(handlerA, 'send-review', { explained: null, papers: null })
    .does(CAST.legalOffice, 'review', doubts('law', 'disagree'))
    .does(handlerA, 'object-review', { reason: '适用法律正确。', papers: null });
  return [
    decided().does(head, 'void-letter', { reason: '当事人名称有误。' }),
    clue(),
    converted().does(handlerA, 'propose-filing', CARRIED),
    clue().does(deputy, 'extend-clue', { reason: '需要检验' }),
    proposed(),
    proposed().does(head, 'return-filing', { reason: '补充' }),
    clue().does(head, 'decline', { reason: '不属实', told: null }),
    clue().does(head, 'transfer', { to: '农牧局', criminal: false, reason: '属其管辖' }).does(head, 'take-back', { reason: '退回' }),
    filed(),
    short.does(head, 'replace-handlers', { handlers: [B, C], reason: '回避' }),
    preserved.does(deputy, 'settle-preservation', { no: 1, how: 'released', reason: '已核实' }),
    preserved.does(deputy, 'explain-unrecorded', { stage: 'preserve', on: '2026-06-01', reason: '设备没有电。' }),
    kept.does(deputy, 'dispose-goods', DISPOSE),
    paused,
    paused.on('2026-06-11').does(deputy, 'resume', { reason: '鉴定完毕' }),
    investigated().does(deputy, 'extend-case', { days: 30, ...GROUND }),
    filed().does(handlerA, 'inspect', INSPECT).does(handlerA, 'evidence', EVIDENCE),
    corrected,
    disobeyed,
    sent(deliberating().does(head, 'decide', ordering)),
    moved,
    reported,
    reported.does(head, 'keep-crime', { reason: '数额没有达到立案追诉标准。', decidedBy: null }),
    moved.does(handlerA, 'transfer-decided', { decidedOn: '2026-06-01', words: '电话了解。' }),
    moved.does(handlerA, 'transfer-settled', { result: '公安机关立案。' }),
    concluded().does(head, 'withdraw-case', { reason: '事实不成立' }),
    concluded().does(deputy, 'reopen-inquiry', { reason: '补充' }),
    concluded(),
    concluded().does(handlerA, 'send-review', { explained: null, papers: null }),
    unsettled.does(head, 'settle-review', { outcome: 'again', members: '局长、副局长', reason: '理由成立，请复审。' }),
    toNotify(),
    reviewed(concluded()).does(deputy, 'notify', { ...NOTIFY }),
    none,
    sent(none),
    told(),
    stated.does(handlerA, 'recheck', { no: 1, accepted: false, reason: '理由不成立' }),
    hearing(),
    hearing().does(handlerA, 'notify-hearing', CALL),
    called(),
    heard(),
    deliberating(),
    decided(),
    unserved
      .does(handlerA, 'confirm-address', { electronic: true, channel: '电子邮箱', papers: [idOf('确认书')] })
      .does(handlerA, 'fail-service', { how: '直接送达', reason: '不在场' })
      .does(handlerA, 'serve', { ...SERVE, how: 'electronic' }),
    unserved
      .does(handlerA, 'fail-service', { how: '直接送达', reason: '不在场' })
      .does(handlerA, 'fail-service', { how: '邮寄送达', reason: '退回' })
      .does(handlerA, 'announce', ANNOUNCE),
    performing(),
    deferred,
    extended,
    resumed,
    upheld.does(handlerA, 'report-correction', { no: 1, on: '2026-06-20', words: '已整改。', papers: null }),
    stayed.does(head, 'stay-ended', { no: 1, until: '2026-06-01', reason: '…' }),
    settledUp,
    revokedToRemake(),
    sent(performing().does(head, 'correct-own', AMEND)),
    sent(performing().does(deputy, 'rectify', RECTIFY)),
    disputed(archived()),
    performing().does(handlerA, 'record-performance', { content: '已执行', papers: null }),
    urged(),
    inCourt,
    agreed,
    taken().does(handlerA, 'hand-in', { proof: null }).does(handlerA, 'bank', { proof: '1' }),
    refused.does(head, 'appeal-ruling', { on: '2026-12-28', court: '巴彦淖尔市中级人民法院', papers: null }),
    ruled,
    ruled
      .does(handlerA, 'pay', { ...PAY, amount: 12_000_000, channel: 'court' })
      .does(handlerA, 'complete-performance', { summary: '已执行' }),
    urged().does(head, 'end-execution', ENDING),
    fulfilled(),
    fulfilled().does(head, 'not-public', { reason: 'no-effect', words: '轻微' }).does(head, 'close', { summary: '同意结案' }),
    archived(),
  ];
}

const assisted = (): Rehearsal => filed().does(PLATFORM, 'note-assistance', ASSISTED).does(CAST.handlerA, 'take-assistance', TAKE_ASSISTED);
const noted = (): Rehearsal => performing().does(PLATFORM, 'note-filing', FILED);
const WAYS = [...ways(), ...papers(), assisted(), noted()];
keepActs(KIND, WAYS);

describe('普通程序处罚案件的流转', () => {
  it('每一种办理、每一个状态都走到', () => {
    const acts = new Set(WAYS.flatMap((w) => w.acts));
    expect(Object.keys(KIND.lifecycle).filter((act) => !acts.has(act))).toEqual([]);
    const reached = new Set(WAYS.map((w) => w.state.status));
    expect(Object.keys(STATUS_LABELS).filter((status) => !reached.has(status))).toEqual([]);
  });

  it('未办结的都有待办，待办都在本状态可办；办结没有待办，没有期限还在走', () => {
    for (const way of WAYS) {
      if (!KIND.closed.includes(way.state.status)) expect(way.tasks(), way.acts.join(' → ')).not.toEqual([]);
      else expect([way.tasks(), way.clocks().filter((c) => c.stoppedOn === null)]).toEqual([[], []]);
      for (const task of way.tasks()) expect(rowOf(KIND, task.act)?.from, way.acts.join(' → ')).toContain(way.state.status);
    }
  });

  it('所引条文都存在', () => {
    expect(missingArticles(KIND)).toEqual([]);
  });

  it('台账列的取值与数据库约束一致', async () => {
    const sql = await readFile('db/migrations/202611271745_ordinary_penalty_table.sql', 'utf8');
    const outcomes = new Set(WAYS.map((w) => columns(w.state as OrdinaryPenalty)['outcome']).filter((o) => o !== null));
    const papersToo = await readFile('db/migrations/202611272208_ordinary_penalty_more_papers.sql', 'utf8');
    expect([...outcomes].filter((o) => !listedIn(papersToo, 'outcome').includes(String(o)))).toEqual([]);
    const steps = [
      '202611272143_penalty_cases_facts',
      '202611272237_ordinary_penalty_goods',
      '202611282010_correction_ledger_orders',
      '202611290950_platform_ledger_handlers',
    ];
    const later = (await Promise.all(steps.map((step) => readFile(`db/migrations/${step}.sql`, 'utf8')))).join('');
    for (const key of Object.keys(columns(archived().state as OrdinaryPenalty)))
      expect(sql + later).toMatch(new RegExp(`(^  |(ordinary_penalty.*|%I) add column )${key} `, 'm'));
  });
});
