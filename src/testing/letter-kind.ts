import { type BaseState, cite, DAYS_LADDER, type Folds, type LocalDate, longtext, type MatterKind, organisation, refuse, text } from '#law';
import type { Queryable } from '#platform/db';

/** The smallest kind that uses every mechanism of the pipeline: numbers, a clock with its own overdue act, participants, tasks. */
const ART_22 = cite('实施细则', 22, 1);
const FORMS = {
  open: { subject: text('事由'), addressee: organisation('主送') },
  send: {},
  receive: {},
  note: { words: longtext('备注') },
  reply: { words: longtext('答复') },
  lapse: {},
};
type Status = 'draft' | 'sent' | 'received' | 'overdue' | 'replied';
type Letter = BaseState & {
  readonly status: Status;
  readonly issuerId: string;
  readonly addresseeId: string;
  readonly subject: string;
  readonly number: string | null;
  readonly receivedOn: LocalDate | null;
  readonly repliedOn: LocalDate | null;
  readonly notes: readonly string[];
  readonly drafter: string | null;
};

const folds: Folds<Letter, typeof FORMS> = {
  open: (_, input, frame) => ({
    status: 'draft',
    issuerId: frame.actor.organisationId ?? '',
    addresseeId: input.addressee,
    subject: input.subject,
    number: null,
    receivedOn: null,
    repliedOn: null,
    notes: [],
    drafter: frame.actor.postId,
  }),
  send: (s, _, frame) => ({ ...s, number: frame.number?.text ?? null }),
  receive: (s, _, frame) => ({ ...s, receivedOn: frame.legalDate }),
  note: (s, input) => ({ ...s, notes: [...s.notes, input.words] }),
  reply: (s, _, frame) => ({ ...s, repliedOn: frame.legalDate }),
  lapse: (s) => s,
};

export const LETTER: MatterKind<Letter, typeof FORMS> = {
  kind: 'test-letter',
  name: '测试函',
  room: 'testing',
  statuses: { draft: '拟稿', sent: '待签收', received: '办理中', overdue: '逾期', replied: '已答复' },
  mainLine: ['draft', 'sent', 'received', 'replied'],
  closed: ['replied'],
  parties: { issuer: '发文机关', addressee: '收文机关' },
  forms: FORMS,
  lifecycle: {
    open: {
      label: '拟稿',
      does: 'step',
      from: 'start',
      to: 'draft',
      by: [{ as: 'opener', roles: ['supervisor', 'handler', 'receiver', 'head', 'justice-office'] }],
      reportedBy: [{ as: 'opener', roles: ['supervisor'] }],
      cite: ART_22,
      says: () => '已拟稿；等待签发。',
    },
    send: {
      label: '签发',
      does: 'step',
      from: ['draft'],
      to: 'sent',
      by: [{ as: 'issuer', roles: ['deputy-head', 'head', 'supervisor', 'handler', 'receiver', 'justice-office'] }],
      cite: ART_22,
      guards: [
        {
          name: '签发人不得为拟稿人',
          nature: 'form',
          cite: ART_22,
          check: (c) => (c.state.drafter === c.actor.postId ? refuse('own-draft', ART_22, '不得签发本人拟稿的文书') : null),
        },
      ],
      number: (s) => (s === null ? null : { issuerId: s.issuerId, series: '测' }),
      says: (_, frame) => `已签发，文号${frame.number?.text ?? ''}；等待签收。`,
    },
    receive: {
      label: '签收',
      does: 'step',
      from: ['sent'],
      to: 'received',
      by: [{ as: 'addressee', roles: ['receiver'] }],
      cite: ART_22,
      says: () => '已签收；期限开始计算。',
    },
    note: {
      label: '备注',
      does: 'entry',
      from: ['draft', 'sent', 'received', 'overdue'],
      to: 'stays',
      by: [{ as: 'issuer', roles: ['supervisor'] }],
      cite: ART_22,
      says: () => '已备注。',
    },
    reply: {
      label: '答复',
      does: 'step',
      from: ['received', 'overdue'],
      to: 'replied',
      by: [{ as: 'addressee', roles: ['head', 'receiver'] }],
      cite: ART_22,
      says: () => '已答复；办结。',
    },
    lapse: {
      label: '逾期',
      does: 'step',
      from: ['received'],
      to: 'overdue',
      by: [{ as: 'system' }],
      cite: cite('实施细则', 22, 2),
      says: () => '已逾期。',
    },
  },
  folds,
  clocks: [
    {
      clock: { id: 'KS-01', name: '书面答复', obligation: 'local.document-reply', startsOn: '签收', stopsOn: '答复', ladder: DAYS_LADDER },
      runs: (s) => (s.receivedOn === null ? [] : [{ key: '', startedOn: s.receivedOn, stoppedOn: s.repliedOn, boundId: s.addresseeId }]),
      onOverdue: 'lapse',
    },
  ],
  title: (s) => `测试函：${s.subject}`,
  homeId: (s) => s.issuerId,
  label: (s) => (s.subject.startsWith('密封') ? 4 : s.subject.startsWith('敏感') ? 3 : 2),
  participants: (s) => [
    { organisationId: s.issuerId, as: 'issuer' },
    ...(s.status === 'draft' ? [] : [{ organisationId: s.addresseeId, as: 'addressee' }]),
  ],
  tasks: (s) => {
    const clock = { id: 'KS-01', key: '' };
    if (s.status === 'draft') return [{ key: 'send', title: '签发', act: 'send', organisationId: s.issuerId, roles: ['deputy-head'] }];
    if (s.status === 'sent') return [{ key: 'receive', title: '签收', act: 'receive', organisationId: s.addresseeId, roles: ['receiver'] }];
    if (s.status === 'replied') return [];
    return [{ key: 'reply', title: '答复', act: 'reply', organisationId: s.addresseeId, roles: ['head'], clock }];
  },
  columns: (s) => ({ subject: s.subject, number: s.number, received_on: s.receivedOn }),
};

export async function createLetterTable(owner: Queryable): Promise<void> {
  await owner.query(`create table test_letter (city int, cohort int, matter_id uuid, region_ord int, line_ord int, label smallint,
    subject text, number text, received_on date, primary key (city, cohort, matter_id)); select secure_child_of_matter('test_letter')`);
}
