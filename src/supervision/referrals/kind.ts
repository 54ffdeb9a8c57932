import type { MatterKind, NamedFacts, Role, TaskNeed } from '#law';
import { CLOCKS } from './clocks.ts';
import { columns, sealedColumns } from './columns.ts';
import { citesIn } from './documents/cited-texts.ts';
import { FORMS, SEALED_FORMS } from './forms.ts';
import { FOLDS, LIFECYCLE, SEALED_FOLDS, SEALED_LIFECYCLE } from './lifecycle.ts';
import { type Referral, SEALED_STATUS_LABELS, type SealedReferral, type SealedStatus, STATUS_LABELS, type Status } from './model.ts';

type Waiting = Omit<TaskNeed, 'key' | 'organisationId'> & { readonly side?: 'addressee' };

const OFFICE: readonly Role[] = ['supervisor', 'legal-office'];
const LEADERS: readonly Role[] = ['deputy-head', 'head'];
const RECEIVERS: readonly Role[] = ['liaison', 'receiver', 'head'];
const SEALERS: readonly Role[] = ['seal-keeper', 'checker', 'legal-office', 'deputy-head'];
const NOTICE = { id: 'KS-02', key: '' };

const WAITING: Readonly<Record<Status, readonly Waiting[]>> = {
  draft: [{ act: 'submit', title: '完成移送函并送审核', roles: OFFICE }],
  reviewing: [{ act: 'review', title: '审核移送函', roles: ['checker', 'deputy-head'] }],
  signing: [{ act: 'sign', title: '签发移送函', roles: LEADERS }],
  sealing: [{ act: 'seal', title: '用印', roles: SEALERS }],
  serving: [{ act: 'serve', title: '送达移送函', roles: OFFICE }],
  receiving: [
    { act: 'receive', title: '签收移送函', roles: RECEIVERS, side: 'addressee' },
    { act: 'serve-on-paper', title: '登记纸质签收', roles: OFFICE },
  ],
  handling: [
    { act: 'decide', title: '办理移送事项，登记处理决定', roles: RECEIVERS, side: 'addressee' },
    { act: 'decide', title: '询问并登记处理决定的日期', roles: OFFICE },
  ],
  decided: [
    { act: 'answer', title: '书面告知处理情况', roles: RECEIVERS, side: 'addressee', clock: NOTICE },
    { act: 'answer', title: '登记书面告知', roles: OFFICE, clock: NOTICE },
  ],
  closed: [],
  returned: [],
  withdrawn: [],
};

function tasks(s: Referral): readonly TaskNeed[] {
  return WAITING[s.status].map(({ side, ...task }) => ({
    ...task,
    key: `${task.act}/${side ?? 'issuer'}`,
    organisationId: side === 'addressee' ? s.addresseeId : s.issuerId,
  }));
}

const NOT_ISSUED: readonly Status[] = ['draft', 'reviewing', 'signing', 'withdrawn', 'returned'];

/** It goes to another organ and says nothing to the unit. */
function named(s: Referral): NamedFacts {
  return { type: null, about: [], isIssued: !NOT_ISSUED.includes(s.status) };
}

/** 移送事项 (SM-C5 b). */
export const REFERRAL: MatterKind<Referral, typeof FORMS> = {
  kind: 'referral',
  name: '移送事项',
  room: 'referrals',
  statuses: STATUS_LABELS,
  mainLine: ['draft', 'reviewing', 'signing', 'sealing', 'serving', 'receiving', 'handling', 'decided', 'closed'],
  closed: ['closed', 'returned', 'withdrawn'],
  parties: { issuer: '移送机关', addressee: '受移送机关' },
  forms: FORMS,
  lifecycle: LIFECYCLE,
  folds: FOLDS,
  clocks: CLOCKS,
  title: (s) => `移送：${s.subject}`,
  homeId: (s) => s.issuerId,
  label: () => 2,
  participants: (s) => [
    { organisationId: s.issuerId, as: 'issuer' },
    ...(s.letter?.servedOn == null ? [] : [{ organisationId: s.addresseeId, as: 'addressee' }]),
  ],
  tasks,
  citesIn,
  columns,
  named,
  directedTo: { column: 'addressee_id', title: '受移送机关' },
};

const SEALED_WAITING: Readonly<Record<SealedStatus, readonly Omit<TaskNeed, 'key' | 'organisationId'>[]>> = {
  draft: [{ act: 'submit', title: '完成线索移送函并送审批', roles: [...OFFICE, ...LEADERS] }],
  approving: [{ act: 'approve', title: '审批线索移送', roles: ['head'] }],
  sealing: [{ act: 'seal', title: '用印', roles: ['seal-keeper', 'checker', 'deputy-head'] }],
  sending: [{ act: 'hand-over', title: '移送监察机关', roles: [...OFFICE, ...LEADERS] }],
  sent: [{ act: 'receipt', title: '登记回执', roles: [...OFFICE, ...LEADERS] }],
  receipted: [{ act: 'close', title: '登记结果并办结', roles: [...OFFICE, ...LEADERS] }],
  closed: [],
  withdrawn: [],
};

/** 职务违法犯罪线索移送 (SM-C5 a): sealed, its title says nothing, nobody but named persons reaches it. */
export const SEALED_REFERRAL: MatterKind<SealedReferral, typeof SEALED_FORMS> = {
  kind: 'sealed-referral',
  name: '职务违法犯罪线索移送',
  room: 'referrals',
  statuses: SEALED_STATUS_LABELS,
  mainLine: ['draft', 'approving', 'sealing', 'sending', 'sent', 'receipted', 'closed'],
  closed: ['closed', 'withdrawn'],
  parties: { organ: '移送机关' },
  forms: SEALED_FORMS,
  lifecycle: SEALED_LIFECYCLE,
  folds: SEALED_FOLDS,
  clocks: [],
  title: () => '密封事项',
  homeId: (s) => s.issuerId,
  label: () => 4,
  sealedTo: (s) => s.readerIds,
  participants: (s) => [{ organisationId: s.issuerId, as: 'organ' }],
  tasks: (s) =>
    SEALED_WAITING[s.status].map((task) => ({
      ...task,
      ...(task.act === 'approve' && s.isHeadsDraft === true ? { roles: ['deputy-head'] as const } : {}),
      key: task.act,
      organisationId: s.issuerId,
    })),
  columns: sealedColumns,
};
