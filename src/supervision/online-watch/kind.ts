import type { MatterKind, TaskNeed } from '#law';
import { CLOCKS } from './clocks.ts';
import { columns } from './columns.ts';
import { FORMS } from './forms.ts';
import { FOLDS, LIFECYCLE } from './lifecycle.ts';
import { type AlertCheck, STATUS_LABELS } from './model.ts';

/** 预警核查: findings of one unit are sent to it, it answers, a supervisor confirms. */
export const ALERT_CHECK: MatterKind<AlertCheck, typeof FORMS> = {
  kind: 'alert-check',
  name: '预警核查',
  room: 'online-watch',
  statuses: STATUS_LABELS,
  mainLine: ['sent', 'answered', 'closed'],
  closed: ['closed', 'withdrawn'],
  parties: { issuer: '下发机关', unit: '被核查单位' },
  forms: FORMS,
  lifecycle: LIFECYCLE,
  folds: FOLDS,
  clocks: CLOCKS,
  title: (s) => {
    const [first] = s.findings;
    return s.findings.length === 1 && first !== undefined ? `预警核查：${first.what}` : `预警核查：${s.findings.length}条预警`;
  },
  homeId: (s) => s.issuerId,
  label: (s) => s.label,
  participants: (s) => [
    { organisationId: s.issuerId, as: 'issuer' },
    { organisationId: s.unitId, as: 'unit' },
  ],
  tasks,
  columns,
  directedTo: { column: 'unit_id', title: '被核查单位' },
};

function tasks(s: AlertCheck): readonly TaskNeed[] {
  const round = s.rounds.length;
  const clock = { id: 'KE-57', key: round === 1 ? '' : `第${round}次` };
  switch (s.status) {
    case 'sent':
    case 'overdue':
      return [
        {
          key: `answer-${round}`,
          title: '答复预警核查',
          act: 'answer',
          organisationId: s.unitId,
          roles: ['handler', 'legal-office', 'receiver', 'head', 'deputy-head'],
          clock,
        },
      ];
    case 'answered':
      return [{ key: `confirm-${round}`, title: '确认预警核查', act: 'confirm', organisationId: s.issuerId, roles: ['supervisor'] }];
    case 'closed':
    case 'withdrawn':
      return [];
  }
}
