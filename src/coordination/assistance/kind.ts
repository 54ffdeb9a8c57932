import type { Json, MatterKind, NamedFacts, Role, TaskNeed } from '#law';
import { CLOCKS } from './clocks.ts';
import { columns } from './columns.ts';
import { citesIn } from './documents/cited-texts.ts';
import { FORMS } from './forms.ts';
import { REPLY_UNDER_WAY } from './lifecycle/replying.ts';
import { FOLDS, LIFECYCLE } from './lifecycle.ts';
import { type Assistance, STATUS_LABELS, type Status, WAY_LABELS } from './model.ts';

type Waiting = Omit<TaskNeed, 'key' | 'organisationId'> & { readonly side?: 'addressee' };

const OFFICE: readonly Role[] = ['handler', 'legal-office'];
const LEADERS: readonly Role[] = ['deputy-head', 'head'];
const RECEIVERS: readonly Role[] = ['liaison', 'receiver', 'head'];
const ANSWERERS: readonly Role[] = ['liaison', 'receiver', 'legal-office', 'head'];
const REVIEWERS: readonly Role[] = ['legal-office', 'checker', 'deputy-head', 'head'];
const SEALERS: readonly Role[] = ['seal-keeper', 'legal-office', 'receiver', 'deputy-head'];
const ANSWER = { id: 'KE-60', key: '' };

const WAITING: Readonly<Record<Status, readonly Waiting[]>> = {
  draft: [{ act: 'submit', title: '完成协助函并送审核', roles: OFFICE }],
  reviewing: [{ act: 'review', title: '审核协助函', roles: REVIEWERS }],
  signing: [{ act: 'sign', title: '签发协助函', roles: LEADERS }],
  sealing: [{ act: 'seal', title: '用印', roles: SEALERS }],
  serving: [{ act: 'serve', title: '送达协助函', roles: OFFICE }],
  receiving: [
    { act: 'receive', title: '签收协助函', roles: RECEIVERS, side: 'addressee' },
    { act: 'serve-on-paper', title: '登记纸质签收', roles: OFFICE },
  ],
  considering: [{ act: 'answer', title: '审查协助请求，答复是否协助及结果', roles: ANSWERERS, side: 'addressee', clock: ANSWER }],
  assisting: [{ act: 'answer', title: '办理协助事项，答复结果', roles: ANSWERERS, side: 'addressee', clock: ANSWER }],
  'reply-reviewing': [{ act: 'review-reply', title: '审核复函', roles: REVIEWERS, side: 'addressee', clock: ANSWER }],
  'reply-signing': [{ act: 'sign-reply', title: '签发复函', roles: LEADERS, side: 'addressee', clock: ANSWER }],
  'reply-sealing': [{ act: 'seal-reply', title: '复函用印', roles: SEALERS, side: 'addressee', clock: ANSWER }],
  'reply-sending': [{ act: 'send-reply', title: '发出复函', roles: ANSWERERS, side: 'addressee', clock: ANSWER }],
  refused: [{ act: 'end', title: '处理不予协助的答复：接受，或者协商不成的报请协调', roles: [...OFFICE, ...LEADERS] }],
  coordinating: [{ act: 'note-coordination', title: '登记协调的结果', roles: [...OFFICE, ...LEADERS] }],
  done: [],
  ended: [],
  withdrawn: [],
};

/** Whatever falls to an organ that is not on the platform is noted by the organ that has asked. */
function tasks(s: Assistance): readonly TaskNeed[] {
  const key = s.coordination?.endedOn == null ? '' : '协调以后';
  return WAITING[s.status].flatMap(({ side, clock, ...task }): TaskNeed[] => {
    if (side === 'addressee' && s.addresseeId === null && s.status === 'receiving') return [];
    const isOurs = side === undefined || s.addresseeId === null;
    return [
      {
        ...task,
        ...(isOurs && side !== undefined ? { title: '登记被请求机关的答复', roles: OFFICE } : {}),
        ...(clock === undefined ? {} : { clock: { id: s.addresseeId === null ? 'KE-60-outside' : clock.id, key } }),
        key: `${task.act}/${isOurs ? 'issuer' : 'addressee'}`,
        organisationId: isOurs ? s.issuerId : (s.addresseeId ?? s.issuerId),
      },
    ];
  });
}

const NOT_ISSUED: readonly Status[] = ['draft', 'reviewing', 'signing', 'withdrawn'];

function named(s: Assistance): NamedFacts {
  return { type: s.way, about: [], isIssued: !NOT_ISSUED.includes(s.status) };
}

/** 执法协助、协查 (处罚法 26, 细则 4(2)). */
export const ASSISTANCE: MatterKind<Assistance, typeof FORMS> = {
  kind: 'assistance',
  name: '执法协助',
  room: 'assistance',
  statuses: STATUS_LABELS,
  mainLine: ['draft', 'reviewing', 'signing', 'sealing', 'serving', 'receiving', 'considering', 'assisting', ...REPLY_UNDER_WAY, 'done'],
  closed: ['done', 'ended', 'withdrawn'],
  parties: { issuer: '请求机关', addressee: '被请求机关' },
  forms: FORMS,
  lifecycle: LIFECYCLE,
  folds: FOLDS,
  clocks: CLOCKS,
  title: (s) => `${WAY_LABELS[s.way]}：${s.subject}`,
  homeId: (s) => s.issuerId,
  label: () => 2,
  participants: (s) => [
    { organisationId: s.issuerId, as: 'issuer' },
    ...(s.letter?.servedOn == null || s.addresseeId === null ? [] : [{ organisationId: s.addresseeId, as: 'addressee' }]),
  ],
  tasks,
  citesIn,
  columns,
  named,
  directedTo: { column: 'addressee_id', title: '被请求机关' },
  // The organ that was asked reads the letter and what was said since, not how it came to be.
  // How the answer comes to be is read in the house of the organ asked alone.
  shown: ({ reply, ...s }, mayLookInside) => {
    const told = mayLookInside('issuer') ? (s as unknown as { readonly [key: string]: Json }) : shownToAddressee(s);
    return reply == null || !mayLookInside('addressee') ? told : { ...told, reply: reply as unknown as Json };
  },
};

function shownToAddressee(s: Assistance): { readonly [key: string]: Json } {
  const { status, way, subject, issuerId, addresseeId, letter, agreedOn, answer, reminders, coordination, wantedBy, closedOn } = s;
  const told = { status, way, subject, issuerId, addresseeId, agreedOn, answer, reminders, coordination, wantedBy, closedOn };
  return { ...told, number: letter?.number ?? null } as unknown as { readonly [key: string]: Json };
}
