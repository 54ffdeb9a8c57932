import { addDays, type LocalDate } from '#law';
import type { ReportedStep, ReportsBody } from '../../../enforcement/case-reports/contract.ts';
import type { Input } from './telling.ts';

type Case = ReportsBody['cases'][number];

/** How a case decided on the spot goes: what a plant, or a life, changes of the lawful one. */
export type SummaryWay = {
  readonly shown: boolean;
  readonly penalty: 'fine' | 'warning';
  readonly statement: 'none' | 'rechecked';
  readonly signed: boolean;
  /** Days from the decision to the report to the organ; null: it is never made. */
  readonly recordedAfter: number | null;
  readonly paid: 'bank' | 'remote' | 'deferred';
  /** Days from the report, or from the approval of a deferral, to the payment. */
  readonly paidAfter: number;
  readonly bankedAfter: number;
  /** Days from the report, or from the payment, to the application for 行政复议, which is taken back a week later; null: none is made. */
  readonly disputedAfter: number | null;
  /** Not punished but educated. */
  readonly spared: boolean;
};

export const LAWFUL_ON_THE_SPOT: SummaryWay = {
  ...{ shown: true, penalty: 'fine', statement: 'none', signed: true, recordedAfter: 1, paid: 'bank', paidAfter: 4, bankedAfter: 1 },
  ...{ disputedAfter: null, spared: false },
};

export type SummaryParts = {
  readonly ref: string;
  readonly on: LocalDate;
  readonly officers: readonly string[];
  readonly party: Input;
  readonly place: string;
  readonly itemCode: string;
  /** As the item and the benchmark call it. */
  readonly conduct: string;
  readonly facts: string;
  readonly violated: string;
  readonly basis: string;
  /** In fen. */
  readonly fine: number;
  readonly court: string;
  /** The government to which the party may apply for 行政复议. */
  readonly body: string;
  /** Number of the decision. */
  readonly number: string;
  readonly time: string;
  /** What a plant, or a list that names the item, tells of the decision beside all this. */
  readonly deciding?: Input;
  /** The day of a step, so many days after another. */
  readonly day: (from: LocalDate, days: number) => LocalDate;
};

type Telling = {
  readonly way: SummaryWay;
  readonly parts: SummaryParts;
  readonly step: (act: string, input: Input, days?: number) => LocalDate;
};

/** Paid within so many days, nothing can have been added to the fine (处罚法 67); after them that is looked at. */
const DAYS_TO_PAY = 15;

/** A case decided on the spot as its unit's system tells it, from the deed to the archive, or to the education given instead. */
export function toldSummaryCase(way: SummaryWay, parts: SummaryParts): Case {
  const steps: ReportedStep[] = [];
  let on = parts.on;
  const telling: Telling = {
    ...{ way, parts },
    step: (act, input, days = 0) => {
      if (days > 0) on = parts.day(on, days);
      steps.push({ stepRef: String(steps.length + 1), act, on, input });
      return on;
    },
  };
  met(telling);
  if (!way.spared) {
    decided(telling);
    carriedOut(telling);
  }
  return { caseRef: parts.ref, steps };
}

function met({ way, parts, step }: Telling): void {
  const { officers, party, place, on, itemCode, conduct, facts, violated, basis } = parts;
  step('open', {
    ...{ officers: [...officers], cardShown: way.shown, party, place, actOn: on, itemCode, conduct, facts, isClear: true, violated, basis },
  });
  if (way.spared)
    step('no-penalty', {
      ...{ ground: 'minor', reason: '情节轻微，经指出当场改正，没有造成危害后果。' },
      education: '当场说明规定和后果，发放提示单。',
    });
}

function decided({ way, parts, step }: Telling): void {
  const { fine, court, time, number, deciding = {} } = parts;
  const isFined = way.penalty === 'fine';
  const penalty = { penalty: way.penalty, ...(isFined ? { fine } : {}) };
  const words = { statement: 'made', words: '请求从轻。', review: 'rejected', reason: '不影响认定的事实，罚款已在下限附近。' };
  step('hear', { ...penalty, told: true, ...(way.statement === 'none' ? { statement: 'none' } : words) });
  const bank = way.paid === 'remote' ? { way: 'on-the-spot' } : { way: 'bank', bank: '任一代收银行网点' };
  step('decide', {
    ...{ ...penalty, weight: 'none', correction: 'ordered', demand: '当场改正。', ...(isFined ? bank : { way: 'none' }) },
    ...{ court, time, number, ...deciding },
  });
  step('deliver', way.signed ? { how: 'signed' } : { how: 'refused', note: '当事人看过后不签字，已注明。' });
}

function carriedOut({ way, parts, step }: Telling): void {
  const { fine, ref } = parts;
  if (way.penalty === 'fine' && way.paid === 'remote') {
    const ground = { ground: 'remote', reason: '当事人提出到银行缴纳确有困难，书面请求当场缴纳。' };
    step('collect', { fine, ...ground, receipt: `专票${ref}`, given: true });
    step('hand-in', {});
    step('bank', { proof: `缴库${ref}` }, way.bankedAfter);
  }
  if (way.recordedAfter !== null) {
    const recordedOn = step('report', {}, way.paid === 'remote' ? Math.max(0, way.recordedAfter - way.bankedAfter) : way.recordedAfter);
    const isToBePaid = way.penalty === 'fine' && way.paid !== 'remote';
    const paidOn = isToBePaid ? paidToTheBank({ way, parts, step }, recordedOn) : recordedOn;
    // 行政复议 stays no execution (复议法 42): the fine has been paid by then.
    if (way.disputedAfter !== null) disputed(parts, way.disputedAfter, paidOn, step);
    step('close', { opinion: '同意结案。' }, 1);
    step('archive', { number: ref }, 2);
  }
}

/** Where a long holiday would carry the usual day past the last one on which nothing is added, the fine is paid at once. */
function paidToTheBank({ way, parts, step }: Telling, recordedOn: LocalDate): LocalDate {
  const paid = { fine: parts.fine, receipt: `票${parts.ref}` };
  if (way.paid === 'deferred') {
    step(
      'defer',
      { asked: '书面申请：经营困难', instalments: [{ due: parts.day(recordedOn, 45), sum: null }], plan: '延期一个月缴清。' },
      2,
    );
    step('pay', paid, way.paidAfter);
    return step('complete-performance', { summary: '在延长的期限内缴清，没有加处罚款。' });
  }
  const isInTime = parts.day(recordedOn, way.paidAfter) <= addDays(parts.on, DAYS_TO_PAY);
  return step('pay', paid, isInTime ? way.paidAfter : 0);
}

/** Applied for at the government of the place, and taken back a week later. */
function disputed({ day, body }: SummaryParts, after: number, from: LocalDate, step: Telling['step']): void {
  const on = day(from, after);
  step('dispute', { way: 'reconsideration', appliedOn: on, body }, after);
  step('dispute-accepted', { no: 1, accepted: true, on, copyOn: on, isSimple: true });
  const answered = day(on, 2);
  step('dispute-answered', { no: 1, on: answered }, 2);
  step('dispute-ended', { no: 1, outcome: 'withdrawn', effectOn: answered, result: '申请人撤回申请，复议终止。' }, 2);
}
