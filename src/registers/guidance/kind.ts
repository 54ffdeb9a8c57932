import type { MatterKind, Participant, Role, TaskNeed } from '#law';
import { columns } from './columns.ts';
import { FORMS } from './forms.ts';
import { FOLDS, LIFECYCLE } from './lifecycle.ts';
import { FORM_LABELS, type Guidance, STATUS_LABELS } from './model.ts';

const GUIDES: readonly Role[] = ['handler', 'legal-office', 'supervisor', 'checker'];
const GUIDED: readonly Role[] = ['handler', 'legal-office', 'receiver', 'supervisor', 'checker'];

function tasks(s: Guidance): readonly TaskNeed[] {
  const by = s.dueOn === null ? '' : `（${s.dueOn}前）`;
  const at = (act: string, title: string, organisationId: string, roles: readonly Role[]): readonly TaskNeed[] => [
    { key: act, act, title, organisationId, roles },
  ];
  switch (s.status) {
    case 'asked':
      return at('record', `答复请求指导的事项${by}`, s.guideId, GUIDES);
    case 'assigned':
      return at('record', `开展业务指导并登记记录${by}`, s.guideId, GUIDES);
    case 'confirming':
      return at('confirm', '确认业务指导记录', s.guidedId, GUIDED);
    case 'confirmed':
    case 'declined':
    case 'withdrawn':
      return [];
  }
}

function participants(s: Guidance): readonly Participant[] {
  return [
    { organisationId: s.guideId, as: 'guide' },
    { organisationId: s.guidedId, as: 'guided' },
    ...(s.setById === null ? [] : [{ organisationId: s.setById, as: 'bureau' }]),
  ];
}

/** 业务指导 (SM-C17, 细则 2¶5, 8(13), 23¶1): one task, question or visit. */
export const GUIDANCE: MatterKind<Guidance, typeof FORMS> = {
  kind: 'guidance',
  name: '业务指导',
  room: 'guidance',
  statuses: STATUS_LABELS,
  mainLine: ['asked', 'assigned', 'confirming', 'confirmed'],
  closed: ['confirmed', 'declined', 'withdrawn'],
  parties: { guide: '指导部门', guided: '接受指导的单位', bureau: '布置任务的司法行政部门' },
  forms: FORMS,
  lifecycle: LIFECYCLE,
  folds: FOLDS,
  clocks: [],
  title: (s) => `${FORM_LABELS[s.form]}：${s.subject}`,
  homeId: (s) => s.guideId,
  label: () => 2,
  participants,
  tasks,
  columns,
  directedTo: { column: 'guided_id', title: '接受指导的单位' },
};
