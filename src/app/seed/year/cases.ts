import { addDays, type Json, type LocalDate } from '#law';
import type { ReportedStep, ReportsBody } from '../../../enforcement/case-reports/contract.ts';

type Input = Readonly<Record<string, Json>>;
type Case = ReportsBody['cases'][number];
/** What a case told from a unit's own system is built with. `paper`, `confirmation`: files of the reporter's, not attached yet. */
export type CaseParts = {
  readonly ref: string;
  readonly openedOn: LocalDate;
  readonly officers: readonly string[];
  readonly paper: string;
  readonly confirmation: string;
};

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

type Way = {
  readonly officers: number;
  readonly review: 'not-needed' | 'done' | 'left-out';
  /** Days from the service of the notice to the decision. */
  readonly waits: number;
  readonly decided: Input;
  readonly correction: string;
  readonly service: 'in-person' | 'electronic' | 'electronic-confirmed';
};
const LAWFUL: Way = {
  ...{ officers: 2, review: 'not-needed', waits: 14, decided: FINE, correction: '责令立即改正，按规定明码标价。', service: 'in-person' },
};

/** Each breach with the lawful case just beside it. */
const WAYS: Readonly<Record<string, Way>> = {
  'alone-▲': { ...LAWFUL, officers: 1 },
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
};
export const CASE_PLANTS: readonly string[] = Object.keys(WAYS);

/** The cases of a year: each plant once a round, by its number in the sender's system. */
export function yearCases(rounds: number): readonly { readonly ref: string; readonly plant: string }[] {
  return Array.from({ length: rounds }, (_, r) => CASE_PLANTS.map((plant, i) => ({ ref: `演案${100 * (r + 1) + i}`, plant }))).flat();
}

/** A whole case from the clue to the archive as its system tells it; `plant` names what is wrong with it, or nearly. */
export function toldCase(plant: string, { ref, openedOn, officers, paper, confirmation }: CaseParts): Case {
  const way = WAYS[plant];
  if (way === undefined) throw new Error(`no plant ${plant}`);
  const day = (n: number): LocalDate => addDays(openedOn, n);
  const own = (series: string): Input => ({ ownNumber: `演示自${series}〔${openedOn.slice(0, 4)}〕${ref.replace(/\D/g, '')}号` });
  const decided = 7 + way.waits;
  const steps: Omit<ReportedStep, 'stepRef'>[] = [];
  const step = (act: string, on: number, input: Input = {}): void => void steps.push({ act, on: day(on), input: { ...input } });
  step('open', 0, {
    ...{ source: 'inspection', party: FIRM, cause: `未按规定明码标价（${ref}）`, narrative: '检查发现部分商品没有标价。', place: '演示路' },
    ...{ actStartedOn: day(-1), actEndedOn: day(-1), discoveredOn: openedOn, harm: false, isEnterprise: true },
  });
  step('propose-filing', 1, { handlers: [...officers], basis: BASIS, place: true, opinion: '涉嫌违法，建议立案。' });
  step('file', 2, own('立'));
  step('evidence', 3, {
    ...{ kind: 'documentary', name: '价格台账', source: '当事人提供', place: '经营场所', how: 'obtained', form: 'original' },
    ...{ officers: officers.slice(0, way.officers), papers: [paper] },
  });
  if (way.officers === 2) step('verify-evidence', 4, { items: [{ no: 1 }], how: '与原件核对无误。' });
  step('conclude', 5, {
    ...{ facts: [{ fact: '部分商品没有标明价格。', evidence: '1' }], violated: '《中华人民共和国价格法》第十三条', basis: BASIS, ...FINE },
    ...{ capacity: 'full', tier: 'normal', tierReason: '初次查处，数量一般。', outcome: 'penalty', isGrave: false },
    grounds: way.review === 'not-needed' ? null : ['complex'],
  });
  if (way.review === 'done') {
    step('send-review', 6);
    step('review', 6, { ...SOUND, opinion: 'agree', words: '同意。', firstAfter2018: false });
  } else step('skip-review', 6, { reason: '不属于应当审核的情形。' });
  step('notify', 6, { reasons: '事实清楚，应予处罚。', hearing: false, contact: '执法科 0478-0000000', ...own('告') });
  step('serve', 7, { how: 'in-person', receivedOn: day(7), receiver: '负责人' });
  step('close-notice', decided);
  if (way.service === 'electronic-confirmed')
    step('confirm-address', decided, { electronic: true, channel: '电子邮箱', papers: [confirmation] });
  step('decide', decided, {
    ...way.decided,
    reasons: '事实清楚，证据确凿。',
    correction: way.correction,
    payTo: '指定银行',
    court: '临河区人民法院',
    ...own('罚'),
  });
  step('serve', decided + 1, {
    how: way.service === 'in-person' ? 'in-person' : 'electronic',
    receivedOn: day(decided + 1),
    receiver: '负责人',
  });
  step('publish', decided + 2, { on: day(decided + 2), where: '执法公示平台' });
  step('pay', decided + 3, { amount: way.decided['fine'] ?? 0, channel: 'bank', receipt: '演示' });
  step('complete-performance', decided + 3, { summary: '已缴清。' });
  step('close', decided + 4, { summary: '同意结案。' });
  step('archive', decided + 5, { number: ref });
  return { caseRef: ref, steps: steps.map((one, i) => ({ stepRef: String(i + 1), ...one })) };
}
