import { BAYANNUR_2026, type BaseState, type Json } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { TYPED_PARTIES } from '#testing/made-up-inputs';
import { type Rehearsal, rehearse, type Stage, testCalendar } from '#testing/rehearsal';
import { actor, certificate, idOf, NATIONAL_DAY, register } from '#testing/rehearsal-city';
import { ORDINARY_PENALTY } from './kind.ts';
import type { OrdinaryPenalty } from './model.ts';

export type Input = Readonly<Record<string, Json>>;

export const KIND = anyKind(ORDINARY_PENALTY);
const UNIT = '区市场监管局';
const enforcement = { kind: 'enforcement' } as const;

export const CAST = {
  handlerA: actor(UNIT, 'handler', '承办人甲'),
  handlerB: actor(UNIT, 'handler', '承办人乙'),
  legalOffice: actor(UNIT, 'legal-office', '法制员'),
  deputy: actor(UNIT, 'deputy-head', '副局长'),
  head: actor(UNIT, 'head', '局长'),
  sealer: actor(UNIT, 'seal-keeper', '文印员'),
  machine: actor(UNIT, 'machine', '自有系统'),
};
export const [A, B, C] = [idOf(`${UNIT}承办人甲`), idOf(`${UNIT}承办人乙`), idOf(`${UNIT}承办人丙`)];
export const EXPIRED = idOf(`${UNIT}过期人员`);
export const AUXILIARY = idOf(`${UNIT}辅助人员`);
export const HOST = idOf(`${UNIT}主持人`);

export const STAGE: Stage = {
  facts: {
    ...{ items: new Map(), benchmarks: new Map() },
    ...register([
      certificate(`${UNIT}承办人甲`, UNIT, enforcement),
      certificate(`${UNIT}承办人乙`, UNIT, enforcement),
      certificate(`${UNIT}承办人丙`, UNIT, enforcement),
      certificate(`${UNIT}过期人员`, UNIT, { ...enforcement, validThrough: '2026-05-31' as never }),
      certificate(`${UNIT}主持人`, UNIT, enforcement),
    ]),
  },
  profile: BAYANNUR_2026,
  calendar: testCalendar(NATIONAL_DAY),
};

const [person, , firm] = TYPED_PARTIES;
export const PERSON: Input = person ?? {};
export const FIRM: Input = firm ?? {};
const OFFICERS = { officers: [A, B] };

export const CLUE: Input = {
  ...{ source: 'inspection', sourceRef: null, party: FIRM, cause: '未按规定明码标价', narrative: '检查发现十五种商品没有标价。' },
  ...{ place: '临河区演示路', actStartedOn: '2026-05-20', actEndedOn: '2026-05-20', discoveredOn: '2026-05-20', harm: false },
  ...{ itemCode: 'SJ-001', isEnterprise: true, materials: null },
};
/** As a system of the organ's own tells it. */
export const PROPOSAL_ELSEWHERE: Input = {
  handlers: [A, B],
  basis: '《中华人民共和国价格法》第四十二条',
  ...{ itemCode: null, region: null, opinion: '涉嫌违法，建议立案。', jurisdiction: 'own' },
};
/** As it is proposed on the platform: in the region of the organ. */
export const PROPOSAL: Input = { ...PROPOSAL_ELSEWHERE, jurisdiction: null, region: idOf('区政府') };
export const EVIDENCE: Input = {
  ...{ kind: 'documentary', name: '价格台账', source: '当事人提供', place: '经营场所', how: 'obtained', ...OFFICERS },
  ...{ form: 'copy', device: null, reviewed: null, published: null, checked: null, keeper: null, keptAt: null, late: null },
  ...{ unsigned: null, papers: [idOf('台账')] },
};
export const QUESTION: Input = {
  ...{ person: PERSON, as: 'party', place: '办公室', time: '9时至10时', shown: true, told: true, recusal: '不申请' },
  ...{ record: '问：…答：…', unsigned: null, ...OFFICERS, papers: [idOf('笔录')] },
};
export const INSPECT: Input = {
  ...{ form: 'inspection', place: '经营场所', time: '9时至10时', shown: true, present: '负责人' },
  ...{ found: '货架无价签。', unsigned: null, ...OFFICERS, papers: [idOf('检查笔录')] },
};
export const VERIFY: Input = { items: [{ no: 1 }, { no: 2 }], how: '与原件核对，当事人确认。' };
/** A fine of 2,000 yuan on a firm: neither hearing nor review nor discussion is required. */
export const SMALL: Input = { kinds: ['CF03'], fine: 200_000, income: null, goods: null, content: '处以罚款。' };
/** A fine of 60,000 yuan: hearing right and discussion. */
export const LARGE: Input = { ...SMALL, fine: 6_000_000 };
export const NONE: Input = { kinds: null, fine: null, income: null, goods: null, content: null };
/** No benchmark, no list, nothing that makes it less. */
export const NOT_WEIGHED: Input = {
  ...{ benchmarkTier: null, mitigation: null, mitigationEvidence: null, deviation: null, notFree: null, notLess: null },
};
export const REPORT: Input = {
  ...{
    facts: [{ fact: '十五种商品没有标明价格。', evidence: '1、2' }],
    violated: '《价格法》第十三条',
    basis: '《中华人民共和国价格法》第四十二条',
  },
  ...{ capacity: 'full', tier: 'normal', tierReason: '初次查处，数量一般。', outcome: 'penalty', ...SMALL },
  ...{ isGrave: false, grounds: null, newFacts: null, differs: null },
  ...NOT_WEIGHED,
};
export const NOTIFY: Input = { reasons: '事实清楚，应予处罚。', hearing: false, contact: '承办科 0478-0000000', ownNumber: null };
export const SERVE: Input = {
  ...{ how: 'in-person', receivedOn: '2026-06-01', receiver: '负责人', witness: null, publishedOn: null, place: null, papers: null },
};
export const ANNOUNCE: Input = {
  ...{ on: '2026-06-01', where: '临河区政府网站', reason: '受送达人下落不明，直接送达、邮寄均未能送达。', papers: [idOf('公告')] },
};
export const DECIDE: Input = {
  ...{
    ...SMALL,
    reasons: '事实清楚，证据确凿。',
    correction: '立案以后已经改正，无需再责令。',
    ordered: 'not-needed',
    correctBy: null,
    payTo: '指定银行缴入国库。',
  },
  ...{ court: '临河区人民法院', ownNumber: null, tier: null, ...NOT_WEIGHED },
};
const CHECKS = ['organ', 'officers', 'facts', 'evidence', 'law', 'procedure', 'powers', 'papers', 'crime'];
export const REVIEW: Input = {
  ...Object.fromEntries(CHECKS.flatMap((check) => [[check, 'sound'] as const, [`${check}Concern`, null] as const])),
  ...{ opinion: 'agree', words: '同意。', firstAfter2018: true, qualification: 'A20200000001' },
};
/** One check is doubtful. */
export const doubts = (check: string, opinion = 'correct'): Input => ({
  ...REVIEW,
  ...{ [check]: 'doubtful', [`${check}Concern`]: '有关材料不足，依照第五十八条补充。', opinion },
});
export const OWN: Input = { ownNumber: null };

/** Documents as the platform renders and, once asked, seals them. */
export function settled(r: Rehearsal, sealed = true): Rehearsal {
  const rendering = { pdf: 'a'.repeat(64), docx: 'b'.repeat(64), sealed: sealed ? 'c'.repeat(64) : null };
  const ids = r.stored.flatMap(({ payload }) => payload.documents.map((d) => d.id));
  return r.withState((s: BaseState) => ({ ...s, renderings: Object.fromEntries(ids.map((id) => [id, rendering])) }));
}

/** Sealed and served in person on the day. */
export function sent(r: Rehearsal, more: Input = {}): Rehearsal {
  const sealed = settled(settled(r, false).does(CAST.sealer, 'seal'));
  return sealed.does(CAST.handlerA, 'serve', { ...SERVE, receivedOn: sealed.today, ...more });
}

export const clue = (more: Input = {}, stage = STAGE): Rehearsal =>
  rehearse(KIND, stage, '2026-06-01').does(CAST.handlerA, 'open', { ...CLUE, ...more });
/** A case of the organ that could not be decided on the spot. */
export const SPOT = idOf('当场处罚案件');
const FROM_SPOT: Stage = {
  ...STAGE,
  facts: {
    ...STAGE.facts,
    matters: new Map(
      [{ id: SPOT, kind: 'summary-penalty', status: 'converted', homeId: idOf(UNIT) }].map((m) => [
        m.id,
        { ...m, followsThis: false, type: null, about: [], isIssued: false },
      ]),
    ),
  },
};
export const CONVERTED: Input = {
  ...{ fromSummary: SPOT, reason: '事实有争议。', party: FIRM, isEnterprise: true, officers: [A, B], cause: '未按规定明码标价' },
  ...{ narrative: '现场检查发现没有标价。', place: '临河区演示路', actOn: '2026-05-20', discoveredOn: '2026-05-20', itemCode: 'SJ-001' },
  ...{ basis: '《中华人民共和国价格法》第四十二条', materials: [idOf('现场照片')] },
};
export const converted = (more: Input = {}): Rehearsal =>
  rehearse(KIND, FROM_SPOT, '2026-06-01').does(CAST.handlerA, 'open-converted', { ...CONVERTED, ...more });
/** Handlers and basis as they came with the case: the page has filled them in. */
export const CARRIED: Input = {
  handlers: CONVERTED['officers'] ?? null,
  basis: CONVERTED['basis'] ?? null,
  ...{ itemCode: 'SJ-001', region: idOf('区政府'), opinion: '建议立案。' },
};
export const proposed = (more: Input = {}, stage = STAGE): Rehearsal => clue(more, stage).does(CAST.handlerA, 'propose-filing', PROPOSAL);
/** Filed on Monday 2026-06-01. */
export const filed = (more: Input = {}, stage = STAGE): Rehearsal =>
  proposed(more, stage).does(CAST.head, 'file', { opinion: null, ...OWN });
/** Evidence is taken and verified. `stage`: what the registers say on the day, where it matters. */
export const investigated = (more: Input = {}, stage = STAGE): Rehearsal =>
  filed(more, stage)
    .does(CAST.handlerA, 'evidence', EVIDENCE)
    .does(CAST.handlerA, 'question', QUESTION)
    .does(CAST.handlerA, 'verify-evidence', VERIFY);
export const PAUSE: Input = { cause: 'appraisal', level: 'law', basis: '《某条例》第三条', reason: '委托鉴定。' };
export const paused = (): Rehearsal => investigated().does(CAST.deputy, 'suspend', PAUSE);
/** What is to be confiscated is in custody before. */
export const concluded = (more: Input = {}): Rehearsal => {
  const at = typeof more['things'] === 'string' ? investigated().does(CAST.handlerA, 'take-goods', STORE) : investigated();
  return at.does(CAST.handlerA, 'conclude', { ...REPORT, ...more });
};
export const reviewing = (): Rehearsal => concluded().does(CAST.handlerA, 'send-review', { explained: null, papers: null });
export const toNotify = (more: Input = {}): Rehearsal =>
  concluded(more).does(CAST.deputy, 'skip-review', { reason: '不属于应当审核的情形。' });
/** The notice is signed and has not gone out. */
export const noticed = (more: Input = {}, notice: Input = {}): Rehearsal =>
  toNotify(more).does(CAST.deputy, 'notify', { ...NOTIFY, ...notice });
/** The notice has arrived on the day of filing. */
export const told = (more: Input = {}, notice: Input = {}): Rehearsal => sent(noticed(more, notice));
export const WAIVE: Input = { statement: true, hearing: true, papers: [idOf('放弃声明')] };
export const deliberating = (more: Input = {}, notice: Input = {}): Rehearsal =>
  told(more, notice).does(CAST.handlerA, 'waive', WAIVE).does(CAST.handlerA, 'close-notice');
export const decided = (): Rehearsal => deliberating().does(CAST.head, 'decide', DECIDE);
/** Served on 2026-06-01: fifteen days end on 2026-06-16. */
export const performing = (): Rehearsal => sent(decided());
/** 延期 to a day, of the whole. */
export const deferTo = (due: string): Input => ({ asked: '资金困难', instalments: [{ due, sum: null }], plan: '一次付清', opinion: null });
export const DEFER = deferTo('2026-07-31');
/** 终结执行 against an organisation. */
export const ENDING: Input = {
  ...{ cause: 'no-successor', basis: null, reason: '已注销登记，经查询没有财产，也没有承受义务的单位。', papers: [A] },
};
export type Part = readonly [due: string, sum: number | null];
/** 分期: the last part may be left open. */
export const inParts = (...parts: readonly Part[]): Input => ({
  ...DEFER,
  instalments: parts.map(([due, sum]) => ({ due, sum })),
});
export const PAY: Input = { amount: 200_000, channel: 'bank', onSpot: null, receipt: '0001' };
/** Taken by officers where the party could not reach a bank (69), on 2026-06-01. */
export const taken = (more: Input = {}): Rehearsal =>
  performing().does(CAST.handlerA, 'pay', { ...PAY, channel: 'on-spot', onSpot: 'remote', landedOn: null, ...more });
export const fulfilled = (): Rehearsal =>
  performing().does(CAST.handlerA, 'pay', PAY).does(CAST.handlerA, 'complete-performance', { summary: '已缴清。' });
export const archived = (): Rehearsal =>
  fulfilled()
    .does(CAST.handlerA, 'publish', { on: '2026-06-01', where: '执法公示平台' })
    .does(CAST.head, 'close', { summary: '同意结案。' })
    .does(CAST.handlerA, 'archive', { number: '2026-001', pages: 40 });
/** A large fine, noticed with the right to a hearing; the party asks for one within its five days. */
export const hearing = (): Rehearsal =>
  told({ ...LARGE }, { hearing: true })
    .on('2026-06-05')
    .does(CAST.handlerA, 'ask-hearing', { by: '当事人', askedOn: '2026-06-05', papers: null });
export const CALL: Input = {
  ...{ on: '2026-06-16', time: '9时', place: '听证室', host: [HOST], recorder: '书记员', isPublic: true, closedReason: null },
};
/** The notice reaches the party on the day of its making, seven working days before. */
export const CALL_SERVED: Input = { how: 'in-person', receivedOn: '2026-06-05', papers: [idOf('听证通知回证')], unproved: null };
export const called = (): Rehearsal =>
  hearing().does(CAST.handlerA, 'notify-hearing', CALL).does(CAST.handlerA, 'serve-hearing', CALL_SERVED);
export const HELD: Input = {
  outcome: 'held',
  attended: '当事人、代理人',
  record: '陈述、质证……',
  signed: true,
  unsigned: null,
  papers: null,
};
export const DISCUSS: Input = { members: '局长、副局长', presider: '局长', opinions: '均同意。', conclusion: '同意处罚。', papers: null };
export const RECORDED: Input = {
  ...{ stage: 'hearing', from: '09:00', until: '11:30', device: '听证室录像 1号', ...OFFICERS, told: true, gaps: null, late: null },
  ...{ papers: [idOf('听证录像')] },
};
/** After the hearing of 2026-06-16, which was recorded. */
export const heard = (): Rehearsal =>
  called().on('2026-06-16').does(CAST.handlerA, 'hold-hearing', HELD).does(CAST.handlerA, 'record-av', RECORDED);
export const PRESERVE: Input = {
  ...{ reason: '可能灭失', place: '仓库', keeper: '仓库管理员', ...OFFICERS, ownNumber: null },
  items: [
    { name: '电子秤', quantity: '2台' },
    { name: '价签', quantity: '10张' },
  ],
};
export const SETTLE: Input = { no: 1, how: 'released', reason: '查明不作为证据。' };
export const STATEMENT: Input = { by: '负责人', content: '系首次违法，已经改正，请求从轻。', papers: null };
export const CONFIRM: Input = { electronic: true, channel: '电子邮箱', papers: [idOf('确认书')] };
/** 没收非法财物 as well: the decision of which things may be destroyed. */
export const FORFEIT: Input = { ...SMALL, kinds: ['CF03', 'CF05'], goods: 50_000, content: '罚款2,000元，没收电子秤2台。', things: '1' };
const term = (more: Input): Input => ({ number: null, length: null, unit: null, ...more });
/** 责令停产停业三十日. */
export const STOP: Input = {
  ...{ kinds: ['CF10'], fine: null, income: null, goods: null, content: '责令停产停业三十日。' },
  terms: [term({ kind: 'CF10', name: '全部经营活动', length: 30, unit: 'day' })],
};
/** 吊销. */
export const TAKEN: Input = {
  ...{ kinds: ['CF08'], fine: null, income: null, goods: null, content: '吊销食品经营许可证。' },
  terms: [term({ kind: 'CF08', name: '食品经营许可证', number: 'JY11508000000001' })],
};
/** 暂扣 for so many months. */
export const withheld = (months: number): Input => ({
  ...{ kinds: ['CF06'], fine: null, income: null, goods: null, content: '暂扣食品经营许可证。' },
  terms: [term({ kind: 'CF06', name: '食品经营许可证', number: 'JY11508000000001', length: months, unit: 'month' })],
});
export const HAND_OVER: Input = { no: 1, from: '承办人甲', to: '鉴定人', place: '检验所', why: '送检', late: null, papers: null };
export const STORE: Input = {
  ...{ origin: 'seized', things: [{ name: '电子秤', quantity: '2台' }], place: '执法仓库', keeper: '仓库管理员', late: null, papers: null },
};
export const MOVE: Input = { things: [{ no: 1 }], place: '检验所', keeper: '检验员', why: '送检', late: null, papers: null };
export const DISPOSE: Input = {
  ...{ things: [{ no: 1 }], how: 'returned', to: '当事人', reason: '解除登记保存。', late: null, papers: null },
};
export const reviewed = (r: Rehearsal): Rehearsal =>
  r.does(CAST.handlerA, 'send-review', { explained: null, papers: null }).does(CAST.legalOffice, 'review', REVIEW);
export const decidedAfterHearing = (): Rehearsal =>
  reviewed(heard())
    .does(CAST.head, 'discuss', DISCUSS)
    .does(CAST.head, 'decide', { ...DECIDE, ...LARGE });
/** 2026-12-16 is the end of six months after service on 2026-06-16; the reminder is served long before. */
export const urged = (): Rehearsal =>
  sent(
    sent(decidedAfterHearing())
      .on('2026-08-03')
      .does(CAST.deputy, 'urge', { content: '缴纳罚款。', contact: '承办科 0478-0000000', ...OWN }),
  );
export const APPLY: Input = {
  ...{ court: '临河区人民法院', opinions: '当事人对催告没有意见。', object: '应缴罚款及加处罚款，当事人有经营场所和账户。', papers: null },
};
/** The court has been asked on 2026-12-21, and on the 28th its ruling of the 25th is noted. */
export const ruled = (ruling: string): Rehearsal =>
  urged()
    .on('2026-12-21')
    .does(CAST.head, 'apply-court', APPLY)
    .on('2026-12-28')
    .does(CAST.handlerA, 'ruling', { ruling, on: '2026-12-25', words: null });
type Way = 'reconsideration' | 'litigation';
/** Applied for and accepted on the day. */
export function disputed(r: Rehearsal, way: Way = 'reconsideration', body = '区政府'): Rehearsal {
  const no = (r.state as OrdinaryPenalty).disputes.length + 1;
  return r.does(CAST.handlerA, 'dispute', { way, appliedOn: r.today, body, papers: null }).does(CAST.handlerA, 'dispute-accepted', {
    no,
    accepted: true,
    on: r.today,
    caseNumber: '临政复〔2026〕1号',
    copyOn: r.today,
    isSimple: false,
  });
}
const NO_STANDING: Input = { kinds: null, fine: null, income: null, goods: null, content: null };
/** The result of a dispute, as it takes effect on a day. */
export const RESULT: Input = {
  ...{ no: 1, outcome: 'upheld', documentNumber: '临政复决〔2026〕1号', result: '事实清楚。', cause: null, redoBy: null, opinionOn: null },
  ...{ ...NO_STANDING, heavierBecause: null, papers: null },
};
export function resulted(r: Rehearsal, more: Input): Rehearsal {
  return r.does(CAST.handlerA, 'dispute-ended', { ...RESULT, effectOn: r.today, ...more });
}
/** Served on 2026-06-01, applied for on the 10th, revoked on 2026-07-10 to be made anew. */
export const revokedToRemake = (more: Input = {}): Rehearsal =>
  resulted(disputed(performing().on('2026-06-10')).on('2026-07-10'), { outcome: 'remake', cause: 'facts', ...more });
export const AMEND: Input = {
  ...{ via: 'own', undoing: 'revoked', cause: 'facts', reason: '复查发现证据不足。', redoBy: null, court: '临河区人民法院' },
  ...{ ...NO_STANDING, ...OWN },
};
export const DECIDE_NONE: Input = {
  ...{ reason: 'first', words: '初次违法，危害后果轻微并及时改正。', education: '当面教育，发放宣传册。', court: '临河区人民法院', ...OWN },
};

export const SAMPLE: Input = {
  ...{ reason: '疑似不合格', place: '仓库', method: '随机抽取', sealing: '双方签名封存，备份样品存机关物证室', officers: [A, B] },
  ...{ samples: [{ name: '酱油', batch: '20260501', base: '100瓶', quantity: '6瓶' }], unsigned: null, papers: [idOf('凭证')] },
  ...{ keptAt: null, keeper: null },
};
export const SETTLE_SAMPLE: Input = {
  ...{ result: '氨基酸态氮不符合标准。', samples: [{ no: 1, how: 'consumed', to: null }], reason: '检验中消耗。', papers: null },
};
export const APPRAISAL: Input = {
  ...{ institution: '巴彦淖尔市检验检测中心（演示）', qualification: '检验检测机构资质认定证书 2026-演示-1' },
  ...{
    objects: [{ name: '酱油', quantity: '3瓶' }],
    questions: '氨基酸态氮是否符合标准。',
    by: '2026-06-20',
    contact: '承办科 0478-0000000',
  },
};
export const TRANSFER: Input = {
  to: '临河区公安局',
  criminal: false,
  reason: '属于公安机关管辖。',
  materials: '案件线索登记表\n现场照片',
  ...OWN,
};
export const TERMINATE: Input = {
  cause: 'dissolved',
  basis: null,
  reason: '当事人已注销登记，没有承受其权利义务的单位。',
  papers: [idOf('注销证明')],
};
export const HOSTING = actor(UNIT, 'handler', '主持人');
export const HEARING_REPORT: Input = { facts: '双方陈述、质证。', opinion: '事实清楚，建议给予处罚。' };
/** Cases after the acts that make the papers beside the main line. */
export const papers = (): readonly Rehearsal[] => [
  investigated()
    .does(CAST.handlerA, 'sample', SAMPLE)
    .does(CAST.handlerA, 'entrust-appraisal', APPRAISAL)
    .does(CAST.head, 'settle-sample', SETTLE_SAMPLE),
  sent(investigated().does(CAST.head, 'transfer', TRANSFER)),
  investigated().does(CAST.head, 'withdraw-case', { reason: '违法事实不能成立。' }),
  investigated().does(CAST.head, 'terminate', TERMINATE),
  hearing()
    .does(CAST.handlerA, 'notify-hearing', CALL)
    .does(CAST.handlerA, 'announce-hearing', { where: '本机关公告栏', contact: '0478-0000000' }),
  heard().does(HOSTING, 'report-hearing', HEARING_REPORT),
  clue({ source: 'complaint', sourceRef: '投诉20260601' }),
  investigated().does(CAST.head, 'preserve', PRESERVE).does(CAST.head, 'settle-preservation', SETTLE),
  told().does(CAST.handlerA, 'confirm-address', CONFIRM).does(CAST.handlerA, 'statement', STATEMENT),
];
/** From the inquiry, or the report, that was opened again to the deliberation of the new decision, told and waived. */
export const anew = (r: Rehearsal, report: Input = {}): Rehearsal => {
  const open = settled(r);
  const again = open.state.status === 'concluded' ? open : open.does(CAST.handlerA, 'conclude', { ...REPORT, ...report });
  return sent(again.does(CAST.deputy, 'skip-review', { reason: '…' }).does(CAST.deputy, 'notify', NOTIFY))
    .does(CAST.handlerA, 'waive', { ...WAIVE, papers: [idOf('放弃')] })
    .does(CAST.handlerA, 'close-notice');
};

/** What another organ has answered, as the platform enters it, and its taking as evidence. */
export const ASSISTED: Input = {
  ...{ request: idOf('协助请求'), organ: '巴彦淖尔市交通运输局', letter: '临市监协查〔2026〕1号', outcome: 'given' },
  ...{ number: '巴交函〔2026〕9号', words: '登记信息附后。', papers: [idOf('复函')] },
};
export const TAKE_ASSISTED: Input = { no: 1, kind: 'documentary', name: '道路运输证登记信息', officers: [A, B], late: null };
/** What the platform tells the case of the filing of its decision. */
export const FILED: Input = { filing: idOf('备案'), filedOn: '2026-06-10' };
