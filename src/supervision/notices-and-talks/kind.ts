import type { MatterKind, NamedFacts, Role, TaskNeed } from '#law';
import { columns } from './columns.ts';
import { citesIn } from './documents/cited-texts.ts';
import { FORMS } from './forms.ts';
import { FOLDS, LIFECYCLE } from './lifecycle.ts';
import { type NoticeAndTalk, openCommitments, STATUS_LABELS, type Status, TYPE_LABELS } from './model.ts';

type Waiting = Pick<TaskNeed, 'act' | 'title' | 'roles'>;
const OFFICE: readonly Role[] = ['supervisor', 'legal-office'];

const WAITING: Readonly<Record<Status, readonly Waiting[]>> = {
  draft: [{ act: 'submit', title: '完成拟制并送审核', roles: OFFICE }],
  reviewing: [{ act: 'review', title: '审核', roles: ['checker', 'deputy-head'] }],
  signing: [{ act: 'sign', title: '签发', roles: ['deputy-head', 'head'] }],
  sealing: [{ act: 'seal', title: '用印', roles: ['seal-keeper', 'checker', 'legal-office', 'deputy-head'] }],
  serving: [{ act: 'serve', title: '送达', roles: OFFICE }],
  convening: [{ act: 'hold', title: '召开约谈并记录', roles: OFFICE }],
  following: [],
  closed: [],
  withdrawn: [],
};

/** While it is followed up: every open commitment with its unit and, lest it wait for ever, with the issuer; then the end. */
function following(s: NoticeAndTalk): readonly TaskNeed[] {
  const open = openCommitments(s);
  const office = (act: string, title: string): TaskNeed => ({ key: act, act, title, organisationId: s.issuerId, roles: OFFICE });
  const unit = s.unitIds[0] ?? s.issuerId;
  return [
    ...open.map((c) => ({
      key: `commitment/${c.no}`,
      act: 'fulfil',
      title: `完成第${c.no}项整改承诺（${c.due}）`,
      organisationId: unit,
      roles: ['handler', 'head'] as const,
    })),
    open.length > 0 ? office('note-unkept', '跟踪整改承诺；逾期未完成的，登记后续处理') : office('close', '跟踪整改并结案'),
  ];
}

function receiving(s: NoticeAndTalk): readonly TaskNeed[] {
  return s.unitIds
    .filter((id) => !s.receivedBy.includes(id))
    .map((id) => ({
      key: `receive/${id}`,
      act: 'receive',
      title: `签收${TYPE_LABELS[s.type]}`,
      organisationId: id,
      roles: ['receiver', 'head'] as const,
    }));
}

function tasks(s: NoticeAndTalk): readonly TaskNeed[] {
  const waiting = WAITING[s.status].map((task) => ({ ...task, key: task.act, organisationId: s.issuerId }));
  if (s.status === 'following') return [...following(s), ...receiving(s)];
  return s.status === 'convening' ? [...waiting, ...receiving(s)] : waiting;
}

const NOT_ISSUED: readonly Status[] = ['draft', 'reviewing', 'signing', 'withdrawn'];

function named(s: NoticeAndTalk): NamedFacts {
  return { type: s.type, about: s.unitIds, isIssued: !NOT_ISSUED.includes(s.status) };
}

/** 通报、约谈 (SM-C19, 细则 21): nothing but a model, a lifecycle, documents and their tests. */
export const NOTICE_AND_TALK: MatterKind<NoticeAndTalk, typeof FORMS> = {
  kind: 'notice-and-talk',
  name: '通报约谈',
  room: 'notices-and-talks',
  statuses: STATUS_LABELS,
  mainLine: ['draft', 'reviewing', 'signing', 'sealing', 'serving', 'following', 'closed'],
  closed: ['closed', 'withdrawn'],
  parties: { issuer: '发文机关', unit: '被通报、约谈的单位' },
  forms: FORMS,
  lifecycle: LIFECYCLE,
  folds: FOLDS,
  clocks: [],
  title: (s) => `${TYPE_LABELS[s.type]}：${s.subject}`,
  homeId: (s) => s.issuerId,
  label: () => 2,
  participants: (s) => [
    { organisationId: s.issuerId, as: 'issuer' },
    ...(s.letter?.servedOn == null ? [] : s.unitIds.map((organisationId) => ({ organisationId, as: 'unit' }))),
  ],
  tasks,
  citesIn,
  columns,
  named,
  directedTo: { column: 'unit_ids', title: '通报、约谈单位', many: true },
};
