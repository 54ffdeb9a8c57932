import type { Json, MatterKind, NamedFacts, Participant, Role, TaskNeed } from '#law';
import { CLOCKS } from './clocks.ts';
import { columns } from './columns.ts';
import { citesIn } from './documents/cited-texts.ts';
import { FORMS } from './forms.ts';
import { FOLDS, LIFECYCLE } from './lifecycle.ts';
import { type MajorPenaltyFiling, STATUS_LABELS, type Status } from './model.ts';

type S = MajorPenaltyFiling;
type Waiting = Pick<TaskNeed, 'act' | 'title' | 'roles'> & { readonly side: 'organ' | 'reviewer' };

const ORGAN: readonly Role[] = ['handler', 'legal-office', 'government-office'];
const LEADERS: readonly Role[] = ['deputy-head', 'head', 'government-leader'];
const DESK: readonly Role[] = ['supervisor', 'legal-office'];
const CLOCK = { id: 'KS-10', key: '' };

const WAITING: Readonly<Record<Exclude<Status, 'due' | 'overdue'>, readonly Waiting[]>> = {
  receiving: [{ act: 'receive', title: '收讫备案材料', roles: [...DESK, 'receiver'], side: 'reviewer' }],
  examining: [{ act: 'accept', title: '审查重大行政处罚备案', roles: DESK, side: 'reviewer' }],
  correcting: [{ act: 'resubmit', title: '补正备案材料', roles: ORGAN, side: 'organ' }],
  draft: [{ act: 'submit', title: '完成审查意见并送审核', roles: DESK, side: 'reviewer' }],
  reviewing: [{ act: 'review', title: '审核备案审查意见', roles: ['checker', 'deputy-head', 'head'], side: 'reviewer' }],
  signing: [{ act: 'sign', title: '签发备案审查意见', roles: ['deputy-head', 'head'], side: 'reviewer' }],
  sealing: [{ act: 'seal', title: '用印', roles: ['seal-keeper', 'checker', 'legal-office', 'deputy-head'], side: 'reviewer' }],
  serving: [{ act: 'serve', title: '送达备案审查意见', roles: DESK, side: 'reviewer' }],
  answering: [{ act: 'answer', title: '报告备案审查意见的纠正情况', roles: ORGAN, side: 'organ' }],
  answered: [{ act: 'conclude', title: '核查纠正情况', roles: DESK, side: 'reviewer' }],
  receipting: [{ act: 'register-receipt', title: '登记上一级主管部门的回执', roles: ORGAN, side: 'organ' }],
  accepted: [],
  concluded: [],
  stated: [],
  lapsed: [],
};

/** The organ owes the filing; once it is late, the bureau that keeps the ledger has to ask for it. */
function owed(s: S): readonly TaskNeed[] {
  const isReady = s.package !== null && !s.sentBack;
  const own = { organisationId: s.organId, ...(s.voluntary === true ? {} : { clock: CLOCK }) };
  const organ: TaskNeed = isReady
    ? { ...own, key: 'file', act: 'file', title: '审定并报送重大行政处罚备案', roles: LEADERS }
    : { ...own, key: 'prepare', act: 'prepare', title: '备齐重大行政处罚备案材料', roles: ORGAN };
  if (s.status !== 'overdue' || s.bureauId === null) return [organ];
  const title = s.demands.length === 0 ? '重大行政处罚应备未备，催报' : `催报${s.demands.length}次仍未报送，继续督促或者立案监督`;
  return [organ, { key: 'demand', act: 'demand', title, organisationId: s.bureauId, roles: ['supervisor'], clock: CLOCK }];
}

const TAKE_UP: readonly Waiting[] = [{ act: 'take-up', title: '立案监督或者制发监督文书，并登记到本件', roles: DESK, side: 'reviewer' }];

function tasks(s: S): readonly TaskNeed[] {
  if (s.status === 'due' || s.status === 'overdue') return owed(s);
  const waitsForDocument = s.status === 'answered' && s.opinion?.result === 'order' && s.takenUpBy.length === 0;
  return (waitsForDocument ? TAKE_UP : WAITING[s.status]).map(({ side, ...task }) => ({
    ...task,
    key: task.act,
    organisationId: side === 'organ' ? s.organId : (s.reviewerId ?? s.organId),
  }));
}

/** The bureau sees what is owed from the first day; who reviews and the upper department, once it is filed. */
function participants(s: S): readonly Participant[] {
  const isFiled = s.filedOn !== null;
  return [
    { organisationId: s.organId, as: 'organ' },
    ...(s.bureauId === null ? [] : [{ organisationId: s.bureauId, as: 'bureau' }]),
    ...(s.reviewerId === null || !isFiled ? [] : [{ organisationId: s.reviewerId, as: 'issuer' }]),
    ...(s.upperId === null || !isFiled ? [] : [{ organisationId: s.upperId, as: 'upper' }]),
  ];
}

/** What the review will say is the reviewer's own until its letter has gone out; how it was drafted is so for good. */
function shown(s: S, mayLookInside: (party: string) => boolean): Json {
  if (mayLookInside('issuer')) return s as unknown as Json;
  if (!['organ', 'bureau', 'upper'].some(mayLookInside)) return { status: s.status };
  const isOut = s.letter?.servedOn != null;
  const { opinion, letter, renderings: _, ...open } = { ...s, drafters: [], reviewed: null };
  return { ...open, opinion: isOut ? opinion : null, letter: isOut ? letter : null } as unknown as Json;
}

function named(s: S): NamedFacts {
  return { type: null, about: [s.organId], isIssued: s.letter !== null };
}

/** 重大行政处罚备案 (SM-C11, 细则 8(3), 18). */
export const MAJOR_PENALTY_FILING: MatterKind<S, typeof FORMS> = {
  kind: 'major-penalty-filing',
  name: '重大行政处罚备案',
  room: 'major-penalty-filings',
  statuses: STATUS_LABELS,
  mainLine: ['due', 'receiving', 'examining', 'accepted'],
  closed: ['accepted', 'concluded', 'stated', 'lapsed'],
  parties: { organ: '处罚机关', bureau: '本级司法行政部门', issuer: '备案审查机关', upper: '上一级主管部门' },
  forms: FORMS,
  lifecycle: LIFECYCLE,
  folds: FOLDS,
  clocks: CLOCKS,
  title: (s) => `重大处罚备案：${s.decision.number} ${s.decision.party}`,
  homeId: (s) => s.organId,
  label: () => 2,
  participants,
  tasks,
  shown,
  citesIn,
  columns,
  named,
  directedTo: { column: 'reviewer_id', title: '备案审查机关' },
};
