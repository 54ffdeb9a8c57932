import { type Citation, cite } from '../citation.ts';
import type { LocalDate } from '../local-date.ts';
import type { Doubt, RuleContext, Severity, SupervisionRule } from '../rule.ts';
import type { CaseProcessFacts } from './case-facts.ts';
import { reviewedBeforeDecided } from './D01-reviewed-before-decided.ts';
import { filedBeforeTold } from './F05-filed-before-told.ts';
import type { RuleSummary } from './index.ts';
import { toldBeforeDecided } from './N01-told-before-decided.ts';
import { statementRechecked } from './N05-statement-rechecked.ts';
import { hearingPeriodKept } from './N07-hearing-period-kept.ts';
import { REPORTED_ACT } from './R-reported-act.ts';

/** What a unit's own system has told of a case and the case could not take. */
export type UntakenStep = {
  readonly act: string;
  readonly label: string;
  readonly on: LocalDate;
  /** Acts of the same case that are told and wait as well: whatever is wrong with them, they were not skipped. */
  readonly toldToo: readonly string[];
  /** Where the case stands, in words; null: not even its opening was told. */
  readonly standing: string | null;
};

/** A doubt with the rule's words as they are asked of it. */
export type SkippedDoubt = { readonly rule: RuleSummary; readonly doubt: Doubt & { readonly fact: string } };

/** Every rule that may answer of a step that could not be taken. */
export const SKIPPED_STEP_RULES: readonly RuleSummary[] = [
  filedBeforeTold,
  toldBeforeDecided,
  statementRechecked,
  hearingPeriodKept,
  reviewedBeforeDecided,
  REPORTED_ACT,
];

type Ask = { readonly step: UntakenStep; readonly facts: CaseProcessFacts | null; readonly context: RuleContext };

/**
 * What the law asks before a notice, a decision or the end of a case and nobody has told: a step that skips it cannot come
 * into its case, and the worst breaches would stay in the sender's own inbox. Judged by the rules of the missing step, as
 * if the step had been taken. `facts`: of the case as it stands; null, it is not here.
 */
export function skippedSteps(step: UntakenStep, facts: CaseProcessFacts | null, context: RuleContext): readonly SkippedDoubt[] {
  const ask = { step, facts, context };
  switch (step.act) {
    case 'notify':
      return [...unfiled(ask), ...unconcluded(ask)];
    case 'decide':
      return undecided(ask);
    case 'close':
      return unperformed(ask);
    default:
      return [];
  }
}

function undecided(ask: Ask): readonly SkippedDoubt[] {
  const { facts } = ask;
  // It has a decision: what is told besides is another, and what that lacks nobody can tell from here.
  if (facts !== null && facts.decidedOn !== null) return [];
  const isOrdinary = facts?.procedure !== 'summary';
  const own = [
    ...(isOrdinary ? [...unfiled(ask), ...unconcluded(ask)] : []),
    ...untold(ask),
    ...(isOrdinary && facts !== null ? [...asDecided(ask, facts), ...unheard(ask, facts)] : []),
  ];
  return own.length > 0 ? own : [notTaken(ask)];
}

/** F05: the case was not filed, or later. */
function unfiled({ step, facts, context }: Ask): readonly SkippedDoubt[] {
  const filedOn = facts?.filedOn ?? null;
  if (filedOn === null) {
    if (step.toldToo.includes('file')) return [];
    const doubt = skipped(step, '批准立案', '没有立案', '报送立案审批表；确实没有立案的，由监督人员核实处理');
    return [{ rule: filedBeforeTold, doubt }];
  }
  const as = step.act === 'notify' ? { decidedOn: null, firstNoticeOn: step.on } : { decidedOn: step.on, firstNoticeOn: null };
  return answered(filedBeforeTold, { procedure: 'ordinary', filedOn, outcome: 'penalty', measures: [], ...as }, context);
}

/** N01: nobody was told, or not before the decision. */
function untold({ step, facts, context }: Ask): readonly SkippedDoubt[] {
  const servedOn = facts?.notice?.servedOn ?? null;
  if (facts === null || servedOn === null) {
    const isWaiting = step.toldToo.some((act) => act === 'notify' || act === 'hear');
    if (isWaiting || (facts?.notice != null && step.toldToo.includes('serve'))) return [];
    const lacks = facts?.notice == null ? '没有事先告知' : '事先告知没有送达';
    return [{ rule: toldBeforeDecided, doubt: skipped(step, '事先告知及其送达', lacks, '报送决定以前送达的事先告知书和送达回证') }];
  }
  return answered(toldBeforeDecided, decidedThen(step, facts), context);
}

/** N05, N07, D01: asked of the case as if it had been decided so. */
function asDecided({ step, context }: Ask, facts: CaseProcessFacts): readonly SkippedDoubt[] {
  const then = decidedThen(step, facts);
  const isTold = (...acts: string[]): boolean => acts.some((act) => step.toldToo.includes(act));
  return [
    ...(isTold('recheck') ? [] : answered(statementRechecked, then, context)),
    ...(isTold('waive', 'hold-hearing') ? [] : answered(hearingPeriodKept, then, context)),
    ...(isTold('review', 'settle-review') ? [] : answered(reviewedBeforeDecided, then, context)),
  ];
}

function decidedThen({ on }: UntakenStep, facts: CaseProcessFacts): CaseProcessFacts {
  return { ...facts, decidedOn: on, outcome: 'penalty' };
}

/** Who asks for a hearing is heard before anything is decided. */
function unheard({ step }: Ask, { hearing }: CaseProcessFacts): readonly SkippedDoubt[] {
  if (hearing === null || hearing.outcome !== null || step.toldToo.includes('hold-hearing')) return [];
  const asks = '当事人要求听证的，行政机关应当组织听证；听证结束后，依法作出决定。';
  const doubt = skipped(step, '举行听证', '当事人要求听证，没有举行听证', '报送听证笔录，或者当事人撤回听证要求的材料');
  return [missing([cite('行政处罚法', 63), cite('行政处罚法', 65)], 'red', asks, doubt, 'hearing')];
}

function unconcluded({ step, facts }: Ask): readonly SkippedDoubt[] {
  if ((facts !== null && facts.concludedOn !== null) || step.toldToo.includes('conclude')) return [];
  // Where it was not even filed, nobody asks how the inquiry ended.
  if ((facts?.filedOn ?? null) === null) return [];
  const asks = '调查终结，行政机关负责人应当对调查结果进行审查，根据不同情况作出决定。';
  const doubt = skipped(step, '调查终结', '没有调查终结报告', '报送调查终结报告和负责人的审查意见');
  return [missing([cite('行政处罚法', 57)], 'orange', asks, doubt, 'conclude')];
}

function unperformed({ step, facts }: Ask): readonly SkippedDoubt[] {
  if (step.toldToo.some((act) => act === 'decide' || act === 'decide-none')) return [];
  if (facts === null || (facts.decidedOn === null && facts.performedOn === null)) {
    const asks = '调查终结，应当根据不同情况作出行政处罚、不予行政处罚、移送的决定，然后结案。';
    const doubt = skipped(step, '作出处罚决定', '没有作出处罚或者不予处罚的决定', '报送决定书；撤销立案、终止调查的，报送该决定');
    return [missing([cite('行政处罚法', 57)], 'orange', asks, doubt, 'decide')];
  }
  const isPerformed = facts.performedOn !== null || facts.outcome !== 'penalty';
  if (isPerformed || step.toldToo.some((act) => act === 'complete-performance' || act === 'end-execution' || act === 'end')) return [];
  const asks = '行政处罚决定依法作出后，当事人应当予以履行；逾期不履行的，依法加处罚款、申请人民法院强制执行。';
  const doubt = skipped(step, '履行完毕或者终结执行', '处罚决定没有履行，也没有终结执行', '报送履行完毕的凭证，或者终结执行的决定');
  return [missing([cite('行政处罚法', 66), cite('行政处罚法', 72)], 'orange', asks, doubt, 'perform')];
}

/** Nothing that the law asks is missing, and the decision is still not on record. */
function notTaken({ step }: Ask): SkippedDoubt {
  const clears = '改正报送的内容，再次报送；决定确实不存在的，由监督人员核实处理';
  const asks = '以信息化方式归集执法数据：作出的处罚决定应当记入案件。';
  const cites = [cite('实施细则', 8, undefined, 12)];
  return missing(cites, 'yellow', asks, skipped(step, '平台要求的前一步骤', '满七日没有记入案件', clears), 'not-taken');
}

function skipped({ label, on, standing }: UntakenStep, step: string, lacks: string, clears: string): Doubt & { fact: string } {
  return {
    because: `报送的“${label}”（${on}）没有能够记入案件：${lacks}`,
    facts: { 报送的步骤: label, 办理日期: on, 缺少的步骤: step, 案件现在: standing ?? '案件没有登记' },
    clears,
    fact: '',
  };
}

function missing(cites: readonly Citation[], severity: Severity, asks: string, doubt: Doubt, fact: string): SkippedDoubt {
  return { rule: { ...REPORTED_ACT, cite: cites, severity, asks }, doubt: { ...doubt, fact: `untaken/${fact}` } };
}

function answered<F>(rule: SupervisionRule<F>, facts: F, context: RuleContext): readonly SkippedDoubt[] {
  const answer = rule.check(facts, context);
  if (answer === null || 'notJudged' in answer) return [];
  const doubts = 'because' in answer ? [answer] : answer;
  return doubts.map((doubt) => ({ rule, doubt: { ...doubt, fact: doubt.fact ?? '' } }));
}
