import { addDays, type Json, type LocalDate } from '#law';
import type { ReportedStep, ReportsBody } from '../../../enforcement/case-reports/contract.ts';

type Input = Readonly<Record<string, Json>>;
type Case = ReportsBody['cases'][number];
/** What a case told from a unit's own system is built with. `papers`: files of the reporter's, not attached yet. */
export type CaseParts = {
  readonly ref: string;
  readonly openedOn: LocalDate;
  readonly officers: readonly string[];
  /** Of these no two acts attach the same. */
  readonly papers: readonly string[];
};
/** So many papers a case attaches at most. */
export const PAPERS = 4;

const FIRM: Input = {
  ...{ kind: 'legal-person', name: '演示河套商贸有限公司（演示）', uscc: '91150802MA0000001B', legalRepresentative: '演示乙' },
  ...{ idKind: null, idNumber: null, sex: null, birth: null, phone: null, address: '演示路3号', scale: 'small', guardian: null },
  isIncapable: false,
};
const FINE: Input = { kinds: ['CF03'], fine: 200_000, content: '罚款人民币2,000元。' };
const HEAVIER: Input = { kinds: ['CF03'], fine: 300_000, content: '罚款人民币3,000元。' };
const BASIS = '《中华人民共和国价格法》第四十二条';
const SOUND: Input = Object.fromEntries(
  ['organ', 'officers', 'facts', 'evidence', 'law', 'procedure', 'powers', 'papers', 'crime'].map((key) => [key, 'sound']),
);

const LARGE: Input = { kinds: ['CF03'], fine: 6_000_000, content: '罚款人民币60,000元。' };

type Way = {
  readonly officers: number;
  readonly review: 'not-needed' | 'done' | 'left-out';
  /** Days from the service of the notice to the decision. */
  readonly waits: number;
  readonly proposed: Input;
  readonly decided: Input;
  readonly correction: string;
  readonly service: 'in-person' | 'electronic' | 'electronic-confirmed';
  readonly place: boolean;
  /** Days from the proposal to the filing. */
  readonly filedAfter: number;
  readonly verified: boolean;
  readonly visit: { readonly shown: boolean; readonly signed: boolean } | null;
  readonly monitored: 'published' | 'unpublished' | null;
  readonly pause: 'law' | 'none' | null;
  readonly preserved: { readonly by: 'head' | 'other'; readonly recorded: boolean; readonly days: number } | null;
  readonly recusal: 'decided' | 'open' | null;
  readonly statement: 'rechecked' | 'open' | null;
  readonly hearing: boolean;
  readonly waived: boolean;
  readonly discussed: boolean;
  readonly noticeStates: readonly string[];
  readonly suitMonths: number;
  readonly paid: 'bank' | 'remote' | 'hard-later';
  readonly bankedAfter: number;
  /** Paid beyond the fine, in fen. */
  readonly beyond: number;
  /** 从轻, with what is told for it. */
  readonly less: 'proven' | 'ungrounded' | null;
};
const LAWFUL: Way = {
  ...{ officers: 2, review: 'not-needed', waits: 14, proposed: FINE, decided: FINE, correction: '责令立即改正，按规定明码标价。' },
  ...{ service: 'in-person', place: true, filedAfter: 1, verified: true, visit: null, monitored: null, pause: null, preserved: null },
  ...{
    recusal: null,
    statement: null,
    hearing: false,
    waived: false,
    discussed: false,
    suitMonths: 6,
    paid: 'bank',
    bankedAfter: 0,
    beyond: 0,
    less: null,
  },
  noticeStates: ['penalty', 'facts', 'reasons', 'basis', 'rights'],
};
const GREAT: Way = { ...LAWFUL, proposed: LARGE, decided: LARGE, hearing: true, discussed: true };
const KEPT = { by: 'head', recorded: true, days: 1 } as const;

/** Each breach with the lawful case just beside it. */
const WAYS: Readonly<Record<string, Way>> = {
  'alone-▲': { ...LAWFUL, officers: 1, verified: false },
  'alone-✓': LAWFUL,
  'heavier-▲': { ...LAWFUL, decided: HEAVIER },
  'heavier-✓': { ...LAWFUL, decided: { ...FINE, fine: 190_000, content: '罚款人民币1,900元。' } },
  'unreviewed-▲': { ...LAWFUL, review: 'left-out' },
  'unreviewed-✓': { ...LAWFUL, review: 'done' },
  'unheard-▲': { ...LAWFUL, waits: 1 },
  'unheard-✓': { ...LAWFUL, waits: 20 },
  'uncorrected-▲': { ...LAWFUL, correction: '无' },
  'uncorrected-✓': { ...LAWFUL, correction: '已经改正，无需责令。' },
  'unconfirmed-▲': { ...LAWFUL, service: 'electronic' },
  'unconfirmed-✓': { ...LAWFUL, service: 'electronic-confirmed' },
  'elsewhere-▲': { ...LAWFUL, place: false },
  'elsewhere-✓': { ...LAWFUL, filedAfter: 2 },
  'late-filed-▲': { ...LAWFUL, filedAfter: 40 },
  'late-filed-✓': { ...LAWFUL, filedAfter: 10 },
  'paused-▲': { ...LAWFUL, pause: 'none' },
  'paused-✓': { ...LAWFUL, pause: 'law' },
  'card-▲': { ...LAWFUL, visit: { shown: false, signed: true } },
  'card-✓': { ...LAWFUL, visit: { shown: true, signed: true } },
  'unsigned-▲': { ...LAWFUL, visit: { shown: true, signed: false } },
  'unsigned-✓': { ...LAWFUL, visit: { shown: true, signed: true } },
  'unverified-▲': { ...LAWFUL, verified: false },
  'unverified-✓': LAWFUL,
  'camera-▲': { ...LAWFUL, monitored: 'unpublished' },
  'camera-✓': { ...LAWFUL, monitored: 'published' },
  'kept-long-▲': { ...LAWFUL, preserved: { ...KEPT, days: 25 } },
  'kept-long-✓': { ...LAWFUL, preserved: { ...KEPT, days: 5 } },
  'unapproved-▲': { ...LAWFUL, preserved: { ...KEPT, by: 'other' } },
  'unapproved-✓': { ...LAWFUL, preserved: KEPT },
  'unrecorded-▲': { ...LAWFUL, preserved: { ...KEPT, recorded: false } },
  'unrecorded-✓': { ...LAWFUL, preserved: KEPT },
  'recusal-▲': { ...LAWFUL, recusal: 'open' },
  'recusal-✓': { ...LAWFUL, recusal: 'decided' },
  'half-told-▲': { ...LAWFUL, noticeStates: ['facts', 'reasons', 'basis', 'rights'] },
  'half-told-✓': LAWFUL,
  'unanswered-▲': { ...LAWFUL, statement: 'open' },
  'unanswered-✓': { ...LAWFUL, statement: 'rechecked' },
  'no-hearing-▲': { ...GREAT, hearing: false },
  'no-hearing-✓': GREAT,
  'hurried-▲': { ...GREAT, waived: true, waits: 2 },
  'hurried-✓': { ...GREAT, waived: true },
  'undiscussed-▲': { ...GREAT, discussed: false },
  'undiscussed-✓': GREAT,
  'remedies-▲': { ...LAWFUL, suitMonths: 3 },
  'remedies-✓': LAWFUL,
  'collected-▲': { ...LAWFUL, paid: 'hard-later' },
  'collected-✓': { ...LAWFUL, paid: 'remote' },
  'unbanked-▲': { ...LAWFUL, paid: 'remote', bankedAfter: 20 },
  'unbanked-✓': { ...LAWFUL, paid: 'remote', bankedAfter: 1 },
  'overpaid-▲': { ...LAWFUL, beyond: 6_000 },
  'overpaid-✓': LAWFUL,
  'lenient-▲': { ...LAWFUL, less: 'ungrounded' },
  'lenient-✓': { ...LAWFUL, less: 'proven' },
};
export const CASE_PLANTS: readonly string[] = Object.keys(WAYS);

/** The cases of a year: each plant once a round, by its number in the sender's system. */
export function yearCases(rounds: number): readonly { readonly ref: string; readonly plant: string }[] {
  return Array.from({ length: rounds }, (_, r) => CASE_PLANTS.map((plant, i) => ({ ref: `演案${1000 * (r + 1) + i}`, plant }))).flat();
}

const EVIDENCE: Input = {
  ...{ kind: 'documentary', name: '价格台账', source: '当事人提供', place: '经营场所', how: 'obtained', form: 'original' },
};
const CAMERA: Input = {
  ...{ kind: 'audiovisual', name: '监控录像', source: '电子技术监控设备', place: '经营场所门前', how: 'monitored', form: 'extract' },
  ...{ device: '演示1号', reviewed: '法制和技术审核', checked: '真实、清晰、完整、准确' },
};

type Step = Omit<ReportedStep, 'stepRef'>;
type Told = (act: string, input?: Input, days?: number) => void;
type Telling = CaseParts & {
  readonly way: Way;
  readonly step: Told;
  readonly own: (series: string) => Input;
  readonly paper: () => string;
};

/** A whole case from the clue to the archive as its system tells it; `plant` names what is wrong with it, or nearly. */
export function toldCase(plant: string, parts: CaseParts): Case {
  const way = WAYS[plant];
  if (way === undefined) throw new Error(`no plant ${plant}`);
  const { ref, openedOn, papers } = parts;
  const steps: Step[] = [];
  let [on, used] = [openedOn, 0];
  // Each step on the day of the one before it, or so many days later.
  const step: Told = (act, input = {}, days = 0) => {
    on = addDays(on, days);
    const own = input['receivedOn'] === undefined ? input : { ...input, receivedOn: on };
    steps.push({ act, on, input: { ...own, ...(act === 'publish' ? { on } : {}) } });
  };
  const own = (series: string): Input => ({ ownNumber: `演示自${series}〔${openedOn.slice(0, 4)}〕${ref.replace(/\D/g, '')}号` });
  const paper = (): string => {
    used += 1;
    return papers[used - 1] ?? '';
  };
  const telling = { ...parts, way, step, own, paper };
  inquired(telling);
  reported(telling);
  decided(telling);
  carriedOut(telling);
  return { caseRef: ref, steps: steps.map((one, i) => ({ stepRef: String(i + 1), ...one })) };
}

const IN_PERSON: Input = { how: 'in-person', receivedOn: '', receiver: '负责人' };

function inquired({ way, step, own, paper, ref, openedOn, officers }: Telling): void {
  const by = { officers: [...officers] };
  step('open', {
    ...{ source: 'inspection', party: FIRM, cause: `未按规定明码标价（${ref}）`, narrative: '检查发现部分商品没有标价。', place: '演示路' },
    ...{ actStartedOn: addDays(openedOn, -1), actEndedOn: addDays(openedOn, -1), discoveredOn: openedOn, harm: false, isEnterprise: true },
  });
  step('propose-filing', { handlers: [...officers], basis: BASIS, place: way.place, opinion: '涉嫌违法，建议立案。' }, 1);
  step('file', own('立'), way.filedAfter);
  step('evidence', { ...EVIDENCE, officers: officers.slice(0, way.officers), papers: [paper()] }, 1);
  if (way.verified) step('verify-evidence', { items: [{ no: 1 }], how: '与原件核对无误。' });
  if (way.monitored !== null)
    step('evidence', { ...CAMERA, ...by, papers: [paper()], ...(way.monitored === 'published' ? { published: '已向社会公布' } : {}) });
  if (way.visit !== null) visited(way.visit, { step, paper, by });
  if (way.preserved !== null) preserved(way.preserved, { step, own, paper, by });
  if (way.pause !== null) {
    const basis = way.pause === 'law' ? '《市场监督管理行政处罚程序规定》' : '等待领导意见';
    step('suspend', { cause: 'appraisal', level: way.pause === 'law' ? 'rule' : 'none', basis, reason: '送检。' });
    step('resume', { reason: '检验完毕。' }, 1);
  }
  if (way.recusal !== null) step('ask-recusal', { officer: officers.slice(0, 1), by: '当事人', reason: '认识。' });
  if (way.recusal === 'decided') step('decide-recusal', { no: 1, granted: false, reason: '没有利害关系。' });
}

type By = Pick<Telling, 'step' | 'paper'> & { readonly by: Input };

function visited({ shown, signed }: NonNullable<Way['visit']>, { step, paper, by }: By): void {
  const papers = signed ? { papers: [paper()] } : {};
  step('inspect', {
    ...{ form: 'inspection', place: '经营场所', time: '9时至10时', shown, present: '负责人', found: '货架无价签。' },
    ...{ ...by, ...papers },
  });
}

function preserved(kept: NonNullable<Way['preserved']>, { step, own, paper, by }: By & Pick<Telling, 'own'>): void {
  step('preserve', {
    ...{ reason: '可能灭失。', place: '本机关库房', keeper: '保管员', items: [{ name: '价签打印机', quantity: '1台' }] },
    ...{ ...by, approver: kept.by, ...own('存') },
  });
  const film = { from: '09:00', until: '10:00', device: '记录仪1号', told: true, papers: [paper()] };
  if (kept.recorded) step('record-av', { stage: 'preserve', ...film, ...by });
  step('serve', IN_PERSON);
  step('settle-preservation', { no: 1, how: 'copied', reason: '已经复制。' }, kept.days);
}

function reported({ way, step, own, paper }: Telling): void {
  step(
    'conclude',
    {
      ...{ facts: [{ fact: '部分商品没有标明价格。', evidence: '1' }], violated: '《中华人民共和国价格法》第十三条', basis: BASIS },
      ...{ ...way.proposed, capacity: 'full', tier: 'normal', tierReason: '初次查处，数量一般。', outcome: 'penalty', isGrave: false },
      ...(way.less === null ? {} : { tier: 'lighter' }),
      ...(way.less === 'proven' ? { mitigation: ['undone'], mitigationEvidence: '1' } : {}),
      grounds: way.review === 'not-needed' ? null : ['complex'],
    },
    2,
  );
  if (way.review === 'done') {
    step('send-review', {}, 1);
    step('review', { ...SOUND, opinion: 'agree', words: '同意。', firstAfter2018: false });
  } else step('skip-review', { reason: '不属于应当审核的情形。' }, 1);
  const contact = { reasons: '事实清楚，应予处罚。', contact: '执法科 0478-0000000' };
  step('notify', { ...contact, hearing: way.hearing, states: [...way.noticeStates], ...own('告') });
  step('serve', IN_PERSON, 1);
  if (way.waived) step('waive', { statement: true, hearing: false, papers: [paper()] });
  if (way.statement !== null) step('statement', { by: '负责人', content: '请求从轻。' }, 1);
  if (way.statement === 'rechecked') step('recheck', { no: 1, accepted: false, reason: '不影响事实认定。' });
}

const STATES = ['party', 'facts', 'kinds', 'performance', 'remedies', 'organ', 'seal'];

function decided({ way, step, own, paper }: Telling): void {
  step('close-notice', {}, way.waits);
  if (way.service === 'electronic-confirmed') step('confirm-address', { electronic: true, channel: '电子邮箱', papers: [paper()] });
  const together = { members: '全体负责人', presider: '局长', opinions: '同意。', conclusion: '同意处罚。' };
  if (way.discussed) step('discuss', together);
  step('decide', {
    ...{ ...way.decided, reasons: '事实清楚，证据确凿。', correction: way.correction, payTo: '指定银行', court: '临河区人民法院' },
    ...{ ...own('罚'), states: STATES, reconsiderDays: 60, suitMonths: way.suitMonths },
  });
  step('serve', { ...IN_PERSON, how: way.service === 'in-person' ? 'in-person' : 'electronic' }, 1);
}

function carriedOut({ way, step, ref }: Telling): void {
  step('publish', { where: '执法公示平台' }, 1);
  const amount = Number(way.decided['fine'] ?? 0) + way.beyond;
  if (way.paid === 'bank') step('pay', { amount, channel: 'bank', receipt: '演示' }, 1);
  else {
    step('pay', { amount, channel: 'on-spot', onSpot: way.paid, receipt: '演示' }, 1);
    step('hand-in', {}, way.bankedAfter);
    step('bank', { proof: '演示' });
  }
  step('complete-performance', { summary: '已缴清。' });
  step('close', { summary: '同意结案。' }, 1);
  step('archive', { number: ref }, 1);
}
