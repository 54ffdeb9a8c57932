import type { BaseState, DocumentIssue, Json } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { CERTIFICATE_AFFAIR } from '#registers/certificates';
import { DELEGATION } from '#registers/delegations';
import { GUIDANCE } from '#registers/guidance';
import { LIST_CHANGE } from '#registers/list-changes';
import { SPECIAL_SUPERVISOR } from '#registers/special-supervisors';
import { SUBJECT_CHANGE } from '#registers/subject-changes';
import { SUBJECT_REVIEW } from '#registers/subject-reviews';
import { NOTICE_AND_TALK } from '#supervision/notices-and-talks';
import { drawn, rehearse } from '#testing/rehearsal';
import { actor, idOf } from '#testing/rehearsal-city';
import * as assistance from '../coordination/assistance/testing.ts';
import * as correction from '../enforcement/correction-order/testing.ts';
import * as penalty from '../enforcement/ordinary-penalty/testing.ts';
import { RECTIFY } from '../enforcement/ordinary-penalty/testing-rectifying.ts';
import { toldUnder } from '../enforcement/ordinary-penalty/testing-weighing.ts';
import * as summary from '../enforcement/summary-penalty/testing.ts';
import { owing, RECTIFY as RECTIFY_ON_SPOT } from '../enforcement/summary-penalty/testing-execution.ts';
import {
  A,
  B,
  KIND as CASE,
  BUREAU as CASE_BUREAU,
  STAGE as CASE_STAGE,
  filed,
  OFFICE,
  ON_SITE,
  QUESTION,
} from '../supervision/case-supervision/testing.ts';
import * as filing from '../supervision/major-penalty-filings/testing.ts';
import * as normative from '../supervision/normative-filings/testing.ts';
import * as referral from '../supervision/referrals/testing.ts';
import {
  CITY_BUREAU,
  handling,
  lapsed,
  PASSED,
  received,
  reported,
  STAGE,
  signed,
  UNIT,
} from '../supervision/supervision-document/testing.ts';

type Input = Readonly<Record<string, Json>>;
const handlers = { handlers: [idOf('市司法局监督员甲'), idOf('市司法局监督员乙')] };
const MEASURE: Input = { measure: 'correct', ground: 'not-handled', content: '责令限期改正。', performBy: '2026-11-20' };
const LETTER: Input = { reportTo: null, addressee: idOf('市税务局'), basisLevel: 'law', basis: '《行政处罚法》第七十五条' };
const NOTICE: Input = {
  ...{ type: 'talk', subject: '乱罚款问题突出', units: [idOf('区市场监管局')], facts: '同类问题三次发生。', requirement: '限期整改。' },
  ...{ prominent: '三次被认定问题。', prominentProof: [idOf('认定书')], impact: '媒体报道。', impactProof: [idOf('报道')] },
  ...{ persons: '单位主要负责人', time: '6月10日9时', place: '市司法局会议室', contact: '协调监督科 0478-0000000' },
};

/** Every document that the supervision document and its later acts issue. */
function ofSupervisionDocument(): readonly DocumentIssue[] {
  const decided = lapsed().does(CITY_BUREAU.supervisorA, 'remind').does(CITY_BUREAU.head, 'take-measures', MEASURE);
  const sealed = withFiles(withFiles(decided, false).does(CITY_BUREAU.sealKeeper, 'seal'), true);
  const performing = sealed.does(CITY_BUREAU.supervisorA, 'serve').does(UNIT.receiver, 'receive');
  return [
    ...['notice', 'decision'].flatMap((type) => signed({ ...handlers, type }).issued),
    ...reported(handling(received('2026-09-01', handlers))).does(CITY_BUREAU.supervisorA, 'verify', PASSED).issued,
    ...performing.does(UNIT.head, 'report-performance', { summary: '已履行。' }).issued,
    ...signed({ ...LETTER, type: 'inquiry' }).issued,
    ...signed({ ...LETTER, type: 'notification', addressee: idOf('自治区税务局'), concerned: idOf('市税务局') }).issued,
  ];
}

function withFiles(r: ReturnType<typeof lapsed>, sealed: boolean): ReturnType<typeof lapsed> {
  const rendering = { pdf: 'a'.repeat(64), docx: 'b'.repeat(64), sealed: sealed ? 'c'.repeat(64) : null };
  const ids = ['DOC-9', 'DOC-10', 'DOC-15', 'DOC-16', 'DOC-31'].flatMap((kind) => r.acts.map((_, i) => `${kind}/${i + 1}`));
  return r.withState((state: BaseState) => ({ ...state, renderings: Object.fromEntries(ids.map((id) => [id, rendering])) }));
}

function ofNoticesAndTalks(): readonly DocumentIssue[] {
  const { supervisorA, checker, deputy, sealKeeper } = CITY_BUREAU;
  const signedOf = (input: Input) =>
    rehearse(anyKind(NOTICE_AND_TALK), STAGE, '2026-06-01')
      .does(supervisorA, 'draft', input)
      .does(supervisorA, 'submit')
      .does(checker, 'review')
      .does(deputy, 'sign');
  const served = withFiles(withFiles(signedOf(NOTICE), false).does(sealKeeper, 'seal'), true).does(supervisorA, 'serve');
  const held = { persons: '局长', points: '指出问题。', answer: '认可。', commitments: [{ words: '全面自查', due: '2026-07-01' }] };
  return [...signedOf({ ...NOTICE, type: 'circular', publish: true }).issued, ...served.does(supervisorA, 'hold', held).issued];
}

function ofCases(): readonly DocumentIssue[] {
  const a = CASE_BUREAU.supervisorA;
  const petition = {
    bureau: idOf('区司法局'),
    suggested: 'opinion',
    subject: '事由',
    unit: idOf('镇执法队'),
    head: '8(13)',
    facts: '事实。',
  };
  const call = { due: '2026-06-10', items: [{ name: '案卷', pages: 30 }, { name: '光盘' }] };
  const check = { time: '6月2日9时', place: '执法大厅', scope: '行政处罚案卷', officers: [A, B] };
  return [
    ...rehearse(CASE, CASE_STAGE, '2026-06-01').does(OFFICE, 'petition', petition).issued,
    ...filed().does(a, 'notify-check', check).issued,
    ...filed().does(a, 'question', QUESTION).does(a, 'check-on-site', ON_SITE).issued,
    ...filed().does(a, 'ask-statement', { matters: '说明告知情况', due: '2026-06-10' }).does(a, 'call-files', call).issued,
  ];
}

function ofNormativeFilings(): readonly DocumentIssue[] {
  const { BUREAU, CONTACT } = normative;
  const items = [{ piece: 'legality', words: '补交法制机构的合法性审核意见。' }];
  const asked = normative.submitted().does(BUREAU.supervisor, 'ask-supplement', { items, by: '2026-06-18', ...CONTACT });
  const filed = normative.filed().does(BUREAU.supervisor, 'publish-catalogue', { place: '市政府网站', ...CONTACT });
  const demanded = normative.demanded();
  return [...demanded.issued, ...asked.issued, ...filed.issued, ...normative.correcting({ correctBy: '2026-07-01' }).issued];
}

function ofReferrals(): readonly DocumentIssue[] {
  const { supervisor, head } = referral.BUREAU;
  const sealed = rehearse(referral.SEALED, referral.STAGE, '2026-06-01')
    .does(supervisor, 'draft', referral.aClue())
    .does(supervisor, 'submit');
  return [...referral.signed().issued, ...sealed.does(head, 'approve', { opinion: '同意。' }).issued];
}

function ofAssistance(): readonly DocumentIssue[] {
  return [
    ...assistance.signed().issued,
    ...assistance.signed({ way: 'assist', who: null, wantedBy: '2026-06-10' }).issued,
    ...assistance.replied().issued,
    ...assistance.replied({ outcome: 'refused', ground: 'cannot-in-fact', materials: null }).issued,
  ];
}

function ofSubjectChanges(): readonly DocumentIssue[] {
  const basis = { basisName: '机构改革方案', basisNumber: '巴党办发〔2026〕3号', basisOn: '2026-05-20', basisFile: [idOf('方案')] };
  const rename = {
    change: 'rename',
    ends: false,
    name: '巴彦淖尔市交通局',
    shortName: '交通局',
    effectiveOn: '2026-07-01',
    reason: '机构改革',
  };
  return rehearse(anyKind(SUBJECT_CHANGE), STAGE, '2026-06-01')
    .does(actor('市交通局', 'legal-office', '法制员'), 'apply', { ...basis, ...rename, unit: idOf('市交通局'), bureau: idOf('市司法局') })
    .does(CITY_BUREAU.supervisorA, 'review', { government: idOf('市政府'), opinion: '符合规定' })
    .does(actor('市政府', 'government-office', '办文员'), 'approve', { number: '巴政字〔2026〕8号', on: '2026-06-01' })
    .does(CITY_BUREAU.deputy, 'sign', { contact: '协调监督科' }).issued;
}

function ofSubjectReviews(): readonly DocumentIssue[] {
  const unit = idOf('市交通局');
  const said = { answer: 'same', powers: '《公路法》第八条', staffing: '编制六十人' };
  return rehearse(anyKind(SUBJECT_REVIEW), STAGE, '2026-06-01')
    .does(CITY_BUREAU.supervisorA, 'open', { year: 2026, units: [unit], dueOn: '2026-06-30', requirement: '逐项核对职权依据。' })
    .does(actor('市交通局', 'legal-office', '法制员'), 'report', said)
    .does(CITY_BUREAU.supervisorA, 'close-reporting')
    .does(CITY_BUREAU.supervisorA, 'conclude', { conclusions: [{ unit, conclusion: 'keep', reason: '职权依据有效' }] })
    .does(CITY_BUREAU.supervisorA, 'submit', { government: idOf('市政府'), opinion: '一个单位。' })
    .does(actor('市政府', 'government-office', '办文员'), 'approve', { number: '巴政字〔2026〕8号', on: '2026-06-01' })
    .does(CITY_BUREAU.deputy, 'sign', { contact: '协调监督科' }).issued;
}

function ofListChanges(): readonly DocumentIssue[] {
  const text = { digest: 'a'.repeat(64), lines: 2, added: 1, changed: 1, ended: 0, backdated: 0 };
  const item = { what: 'added', code: 'JT-CF-009', name: '对未按规定维护营运车辆的处罚', from: '2026-06-02', words: null };
  const changes = [
    item,
    { ...item, what: 'changed', code: 'JT-CF-001', words: '设定依据：《道路运输条例》第七十条 → 《道路运输条例》第七十一条' },
  ];
  return rehearse(anyKind(LIST_CHANGE), STAGE, '2026-06-01')
    .does(actor('市交通局', 'handler', '经办人'), 'propose', { list: 'power', reason: '法规修改。', grounds: null, ...text })
    .does(actor('市交通局', 'handler', '经办人'), 'submit')
    .does(actor('市交通局', 'legal-office', '法制员'), 'review', { opinion: '依据现行有效。' })
    .does(actor('市交通局', 'head', '局长'), 'publish', {
      ...{ publishedOn: '2026-06-01', place: '本局门户网站', opinion: null, alone: null, numbered: true },
      ...{ added: 1, changed: 1, ended: 0, changes },
    }).issued;
}

function ofDelegations(): readonly DocumentIssue[] {
  const item = { name: '对擅自超限运输的处罚', code: 'JT-001', power: 'penalty', basis: '《公路法》第七十六条' };
  const deed = {
    delegate: idOf('交通支队'),
    bureau: idOf('市司法局'),
    items: [item],
    powers: '检查、取证',
    from: '2026-06-01',
    to: '2026-12-31',
  };
  const duties = {
    liability: '由委托机关承担',
    supervision: '每年检查一次',
    staff: '二十人',
    staffProof: [idOf('名单')],
    means: '有检测设备',
  };
  const handler = actor('市交通局', 'handler', '承办人');
  const signed = rehearse(anyKind(DELEGATION), STAGE, '2026-06-01')
    .does(handler, 'draft', { ...deed, ...duties, lawful: '编委批准设立', lawfulProof: [idOf('批文')] })
    .does(handler, 'submit')
    .does(actor('市交通局', 'legal-office', '法制员'), 'review', { opinion: '符合条件' })
    .does(actor('市交通局', 'head', '局长'), 'sign', { contact: '法制科' });
  const sealed = withFiles(withFiles(signed, false).does(handler, 'seal'), true);
  return sealed.does(actor('交通支队', 'head', '支队长'), 'countersign').does(handler, 'file').issued;
}

function ofCertificates(): readonly DocumentIssue[] {
  const start = rehearse(anyKind(CERTIFICATE_AFFAIR), STAGE, '2026-06-01');
  const about = { unit: idOf('市交通局'), bureau: idOf('市司法局'), kind: 'enforcement', name: '张某', number: '15080010009' };
  const application = {
    ...about,
    affair: 'loss',
    lostOn: '2026-05-29',
    qualification: '在编在岗',
    domains: '交通运输',
    reason: '外出遗失',
  };
  const region = { paper: '内司发〔2026〕3号', from: '2026-05-20', scan: [idOf('决定')] };
  const { bureau: _, ...card } = about;
  return [
    ...start
      .does(actor('市交通局', 'handler', '承办人'), 'apply', application)
      .does(actor('市交通局', 'handler', '承办人'), 'declare', { on: '2026-05-30', channel: '巴彦淖尔日报', proof: [idOf('声明')] })
      .does(CITY_BUREAU.supervisorA, 'review', { opinion: '符合条件', forwarder: idOf('市司法局') }).issued,
    ...start.reports(CITY_BUREAU.supervisorA, 'record-decision', { ...card, ...region, affair: 'suspension', reason: '处分' }, '2026-05-20')
      .issued,
  ];
}

function ofSpecialSupervisors(): readonly DocumentIssue[] {
  const { supervisorA, checker, head, sealKeeper } = CITY_BUREAU;
  const nominee = {
    name: '王某',
    workplace: '某律师事务所律师',
    source: 'lawyer',
    nominator: '市律师协会',
    grounds: '从事行政法律服务十年',
  };
  const appointed = rehearse(anyKind(SPECIAL_SUPERVISOR), STAGE, '2026-06-01')
    .does(supervisorA, 'nominate', nominee)
    .does(checker, 'review', { isFit: true, opinion: '符合条件' })
    .does(head, 'appoint', { from: '2026-06-01', to: '2029-05-31', area: '巴彦淖尔市', contact: '协调监督科 0478-0000000' });
  const rendering = { pdf: 'a'.repeat(64), docx: 'b'.repeat(64), sealed: 'c'.repeat(64) };
  const made = (r: typeof appointed) => r.withState((s: BaseState) => ({ ...s, renderings: { 'DOC-32-证/3': rendering } }));
  const serving = made(made(appointed).does(sealKeeper, 'seal')).does(supervisorA, 'hand-over');
  const done = { activity: 'accompany', unit: idOf('区市场监管局'), words: '随同检查行政处罚案卷。' };
  return serving
    .does(supervisorA, 'record-activity', done)
    .does(supervisorA, 'assess', { words: '履职认真。' })
    .does(head, 'dismiss', { reason: '本人申请。' }).issued;
}

function ofGuidance(): readonly DocumentIssue[] {
  const town = actor('狼山镇', 'handler', '承办人');
  const asked = { form: 'answer', subject: '食品摊贩处罚的裁量', guide: idOf('区市场监管局'), request: '初次违法怎样适用？' };
  const given = { on: '2026-06-01', guides: '李某', attendees: '王某', content: '适用不予处罚清单第三项。' };
  return rehearse(anyKind(GUIDANCE), STAGE, '2026-06-01')
    .does(town, 'ask', asked)
    .does(actor('区市场监管局', 'legal-office', '法制员'), 'record', given)
    .does(town, 'confirm').issued;
}

function ofMajorPenaltyFilings(): readonly DocumentIssue[] {
  const { BUREAU: bureau, examining, signed } = filing;
  const asked = filing.filed().does(bureau.supervisor, 'ask-correction', { words: '缺集体讨论记录。', due: '2026-06-20' });
  const late = filing.opened().on('2026-06-26');
  const demanded = late.does(bureau.supervisor, 'demand', { words: '请核实并报送。', due: '2026-07-03' });
  return [
    ...asked.issued,
    ...demanded.issued,
    ...examining(filing.filed(filing.opened().on('2026-06-26'))).issued,
    ...signed({ answerBy: '2026-07-10' }).issued,
  ];
}

/** Every form, record and letter of a penalty case of the ordinary procedure. */
function ofOrdinaryPenalties(): readonly DocumentIssue[] {
  const { CAST, clue, concluded, filed, fulfilled, investigated, performing, sent, urged } = penalty;
  const none = { ...penalty.REPORT, outcome: 'not-punished', tier: 'none', ...penalty.NONE };
  const item = {
    reason: '可能灭失',
    place: '仓库',
    keeper: '当事人',
    items: [{ name: '价签', quantity: '10张' }],
    officers: [penalty.A, penalty.B],
  };
  const correction = { content: '按规定标价。', basis: '《价格法》第四十二条', by: '2026-06-10', ...penalty.OWN };
  return [
    ...clue().does(CAST.head, 'decline', { reason: '不属实', told: null }).issued,
    ...filed().does(CAST.handlerA, 'inspect', penalty.INSPECT).does(CAST.deputy, 'preserve', item).issued,
    ...sent(investigated().does(CAST.deputy, 'order-correction', correction))
      .on('2026-06-10')
      .does(CAST.handlerA, 'check-correction', { no: 1, corrected: true, found: '现场查看，已经标价。', officers: [penalty.A, penalty.B] })
      .issued,
    ...penalty.papers().flatMap((r) => r.issued),
    ...sent(concluded(none).does(CAST.head, 'decide-none', penalty.DECIDE_NONE)).issued,
    ...performing().does(CAST.deputy, 'defer', penalty.inParts(['2026-07-31', 80_000], ['2026-09-30', null])).issued,
    ...urged().on('2026-12-21').does(CAST.head, 'apply-court', penalty.APPLY).issued,
    ...fulfilled().does(CAST.head, 'not-public', { reason: 'no-effect', words: '轻微' }).does(CAST.head, 'close', { summary: '同意结案。' })
      .issued,
    ...performing().does(CAST.deputy, 'rectify', RECTIFY).issued,
    // Last, so that notice, report and decision are seen with the benchmark and the lists that they tell of.
    ...toldUnder({ benchmarkTier: 2, notFree: '一年内第二次', notLess: '没有及时改正' }).does(CAST.head, 'decide', penalty.DECIDE).issued,
  ];
}

function ofSummaryPenalties(): readonly DocumentIssue[] {
  const { HANDLER, DEPUTY, PARTIES } = summary;
  const report = summary
    .delivered()
    .does(HANDLER, 'collect', summary.COLLECTED)
    .does(HANDLER, 'hand-in')
    .does(HANDLER, 'bank', { proof: '1' });
  const closed = report.does(HANDLER, 'report').does(DEPUTY, 'close');
  const free = { ground: 'minor', reason: '当场改正。', education: '当场讲明规定。' };
  const firm = summary.heard({ party: PARTIES.FIRM }).does(HANDLER, 'no-penalty', free);
  const under = summary.stage({ benchmark: summary.BENCHMARK });
  const weighed = summary.heard({}, under).does(HANDLER, 'decide', summary.deciding({ tier: 2, notFree: '第二次被查获' }));
  const rectified = owing().does(DEPUTY, 'rectify', RECTIFY_ON_SPOT);
  return drawn([...closed.issued, ...firm.issued, ...weighed.issued, ...rectified.issued]);
}

function ofCorrectionOrders(): readonly DocumentIssue[] {
  const { CAST, again, disobeyed, REVOKE, sent, withParty } = correction;
  return drawn([
    ...sent(disobeyed().does(CAST.deputy, 'order-again', again())).issued,
    ...withParty({ party: correction.PARTIES.PERSON }).does(CAST.head, 'revoke', REVOKE).issued,
  ]);
}

/** One or more documents of every template that the rooms issue today, with the facts as an act fixes them. */
export function everyDocument(): readonly DocumentIssue[] {
  const all = [
    ...ofSupervisionDocument(),
    ...ofNoticesAndTalks(),
    ...ofCases(),
    ...ofNormativeFilings(),
    ...ofReferrals(),
    ...ofAssistance(),
    ...ofSubjectChanges(),
    ...ofSubjectReviews(),
    ...ofListChanges(),
    ...ofDelegations(),
    ...ofGuidance(),
    ...ofCorrectionOrders(),
    ...ofOrdinaryPenalties(),
    ...ofMajorPenaltyFilings(),
    ...ofCertificates(),
    ...ofSpecialSupervisors(),
    ...ofSummaryPenalties(),
  ];
  return JSON.parse(JSON.stringify(all)) as readonly DocumentIssue[];
}
