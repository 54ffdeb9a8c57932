import { isSealed, type Role, type TaskNeed } from '#law';
import { isAllCleared, type Status, type SupervisionDocument } from '../model.ts';
import { LEADERS } from './people.ts';

type S = SupervisionDocument;
type Clock = TaskNeed['clock'];
type Side = 'issuer' | 'addressee' | 'bureau' | 'government';
type Waiting = {
  readonly act: string;
  readonly title: string;
  readonly side: Side;
  readonly roles: readonly Role[];
  readonly clock?: Clock;
};

const REPLY: Clock = { id: 'KS-01', key: '' };
const OVERDUE: Clock = { id: 'KS-48', key: '' };
const HEADS: readonly Role[] = ['head', 'deputy-head'];
const RECEIVING: readonly Role[] = ['receiver', ...LEADERS];
const SENDING: readonly Role[] = ['supervisor', 'legal-office', 'seal-keeper'];

/** A department has no 审核人员 to stand in for an absent 文印: its leaders do. */
function sealing(s: S): readonly Role[] {
  return s.issuedBy === 'bureau' ? ['seal-keeper', 'checker'] : ['seal-keeper', 'legal-office', ...HEADS];
}

/** A department's legal office may be one person, who has drafted: what others would read, its leaders read. */
function insteadOfCheckers(s: S): readonly Role[] {
  return s.issuedBy === 'bureau' ? ['deputy-head'] : HEADS;
}

/** The period that binds the unit: its second one once a returned report has got a date of its own. */
function replyClock(s: S): Clock {
  return s.returned?.until == null ? REPLY : { id: 'KS-58', key: '' };
}
function checkClock(s: S): Clock {
  return { id: 'KS-47', key: s.reports.length < 2 ? '' : `第${s.reports.length}次` };
}

/** One table: in each status, what is waiting for whom. Exhaustive, so that no open document can be nobody's. */
const WAITING: { readonly [K in Status]: (s: S) => readonly Waiting[] } = {
  draft: () => [{ act: 'submit', title: '完成拟稿并送核稿', side: 'issuer', roles: ['supervisor', 'legal-office'] }],
  checking: (s) => [{ act: 'check', title: '核稿', side: 'issuer', roles: ['supervisor', 'legal-office', ...insteadOfCheckers(s)] }],
  reviewing: (s) => [{ act: 'review', title: '审核', side: 'issuer', roles: ['checker', ...insteadOfCheckers(s)] }],
  signing: () => [{ act: 'sign', title: '签发', side: 'issuer', roles: HEADS }],
  sealing: (s) => [{ act: 'seal', title: '用印', side: 'issuer', roles: sealing(s) }],
  serving: (s) => [{ act: 'serve', title: isSealed(s, s.letter) ? '送达' : '用印文书生成后送达', side: 'issuer', roles: SENDING }],
  receiving: () => [
    { act: 'receive', title: '签收监督文书', side: 'addressee', roles: RECEIVING },
    { act: 'serve-on-paper', title: '未签收的改为纸质送达', side: 'issuer', roles: SENDING, clock: { id: 'KS-46', key: '' } },
  ],
  proposing: (s) => [{ act: 'propose', title: '拟办监督文书', side: 'addressee', roles: RECEIVING, clock: replyClock(s) }],
  assigning: (s) => [{ act: 'assign', title: '批办监督文书', side: 'addressee', roles: LEADERS, clock: replyClock(s) }],
  handling: (s) => [
    {
      act: s.draft.problems.some((p) => p.handling === null || p.check?.passed === false) ? 'handle' : 'submit-report',
      title: '逐项处理问题并送法制审核',
      side: 'addressee',
      roles: ['handler', 'receiver', ...LEADERS],
      clock: replyClock(s),
    },
  ],
  'legal-review': (s) => [
    { act: 'legal-check', title: '法制审核处理结果', side: 'addressee', roles: ['legal-office', ...LEADERS], clock: replyClock(s) },
  ],
  'report-signing': (s) => [{ act: 'report', title: '签发处理结果报告', side: 'addressee', roles: LEADERS, clock: replyClock(s) }],
  verifying: (s) => [verifying(s)],
  lapsed: (s) => [afterLapse(s), { act: 'late-report', title: '补报处理结果', side: 'addressee', roles: LEADERS, clock: REPLY }],
  'late-verifying': (s) => [
    isAllCleared(s)
      ? { act: 'close-late', title: '决定办结或者作出处理', side: 'issuer', roles: HEADS, clock: OVERDUE }
      : { act: 'verify', title: '核查逾期报告', side: 'issuer', roles: ['supervisor', 'legal-office'], clock: checkClock(s) },
    afterLapse(s),
  ],
  government: () => [
    {
      act: 'government-decision',
      title: '对监督处理请示作出决定',
      side: 'government',
      roles: ['government-leader', 'government-office'],
      clock: OVERDUE,
    },
    { act: 'government-decision', title: '登记政府决定', side: 'issuer', roles: ['supervisor', 'legal-office'], clock: OVERDUE },
  ],
  'measures-sealing': (s) => [{ act: 'seal', title: '处理决定用印', side: 'issuer', roles: sealing(s) }],
  'measures-serving': () => [{ act: 'serve', title: '送达处理决定', side: 'issuer', roles: SENDING }],
  'measures-receiving': () => [
    { act: 'receive', title: '签收处理决定', side: 'addressee', roles: RECEIVING },
    { act: 'serve-on-paper', title: '未签收的改为纸质送达', side: 'issuer', roles: SENDING, clock: { id: 'KS-46', key: '处理决定' } },
  ],
  performing: () => [
    { act: 'report-performance', title: '履行处理决定并报告', side: 'addressee', roles: LEADERS, clock: { id: 'KS-28', key: '' } },
    { act: 'conclude', title: '督促履行处理决定', side: 'issuer', roles: HEADS },
  ],
  performed: () => [{ act: 'conclude', title: '核查履行情况并办结', side: 'issuer', roles: HEADS }],
  referred: () => [
    { act: 'conclude-referral', title: '处理逾期未处理的监督文书', side: 'bureau', roles: ['supervisor', 'head'], clock: OVERDUE },
  ],
  answering: () => [
    { act: 'answer', title: '复函', side: 'addressee', roles: RECEIVING },
    { act: 'close-letter', title: '登记复函或者归档', side: 'issuer', roles: ['supervisor'] },
  ],
  answered: () => [{ act: 'close-letter', title: '归档', side: 'issuer', roles: ['supervisor'] }],
  closed: () => [],
  withdrawn: () => [],
  replaced: () => [],
};

/** Checked through with something found wanting: the report goes back, once; afterwards only time or a new check helps. */
function verifying(s: S): Waiting {
  const waits = { side: 'issuer', roles: ['supervisor', 'legal-office'], clock: checkClock(s) } as const;
  if (isAllCleared(s)) return { act: 'close', title: '办结', ...waits };
  const unchecked = s.draft.problems.some((p) => p.handling?.result === 'done' && p.check === null);
  return unchecked || s.returned !== null
    ? { act: 'verify', title: '整改核查', ...waits }
    : { act: 'return-report', title: '核查不合格的退回整改', ...waits };
}

/** 22¶2: the issuing body deals with it; a legal office asks its bureau, a decision of its own being off. */
function afterLapse(s: S): Waiting {
  return s.issuedBy === 'bureau'
    ? { act: 'take-measures', title: '对逾期未处理作出处理', side: 'issuer', roles: ['head'], clock: OVERDUE }
    : { act: 'refer', title: '提请司法行政部门处理', side: 'issuer', roles: HEADS, clock: OVERDUE };
}

function objectionTask(s: S): readonly Waiting[] {
  const open = s.objection !== null && s.objection.result === null && s.closedOn === null;
  return open
    ? [{ act: 'decide-objection', title: '复核决定', side: 'issuer', roles: ['supervisor', 'checker'], clock: { id: 'KS-27', key: '' } }]
    : [];
}

/** Every open status has someone who must act; the document is nobody's only once it has ended. */
export function tasks(s: S): readonly TaskNeed[] {
  const place: Record<Side, string | null> = {
    issuer: s.issuerId,
    addressee: s.draft.addresseeId,
    bureau: s.draft.reportToId,
    government: s.governmentRequest?.governmentId ?? null,
  };
  return [...WAITING[s.status](s), ...objectionTask(s)].flatMap(({ act, title, side, roles, clock }) => {
    const organisationId = place[side];
    if (organisationId === null) return [];
    return [{ key: `${act}/${side}`, act, title, organisationId, roles, ...(clock === undefined ? {} : { clock }) }];
  });
}
