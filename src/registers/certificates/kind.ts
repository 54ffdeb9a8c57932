import { CERTIFICATE_KIND_LABELS, type MatterKind, type Participant, type Role, type TaskNeed } from '#law';
import { CLOCKS } from './clocks.ts';
import { columns } from './columns.ts';
import { FORMS } from './forms.ts';
import { FOLDS, LIFECYCLE, UNIT_SIDE } from './lifecycle.ts';
import { AFFAIR_LABELS, type CertificateAffair, STATUS_LABELS } from './model.ts';

const OFFICE: readonly Role[] = ['supervisor', 'checker'];

function tasks(s: CertificateAffair): readonly TaskNeed[] {
  const name = AFFAIR_LABELS[s.affair];
  const task = (act: string, title: string, organisationId: string, roles: readonly Role[]): TaskNeed => ({
    key: act,
    act,
    title,
    organisationId,
    roles,
  });
  switch (s.status) {
    case 'due': {
      const clock = { id: s.affair === 'exchange' ? 'KS-32' : 'KS-53', key: s.card.number ?? '' };
      return [{ ...task('file', `报送${name}`, s.unitId, UNIT_SIDE), clock }];
    }
    case 'applied':
      return [task('review', `审核证件申请：${name}`, s.bureauId, OFFICE)];
    case 'returned':
      return [task('resubmit', '补正后重新申请', s.applicantId, UNIT_SIDE)];
    case 'declaring':
      return [task('declare', '登报声明作废', s.applicantId, UNIT_SIDE)];
    case 'reviewed':
      return [task('forward', `上报自治区：${name}`, s.forwarderId ?? s.bureauId, OFFICE)];
    case 'awaiting':
      return [task('answer', '收到自治区的答复后补录', s.forwarderId ?? s.bureauId, OFFICE)];
    case 'suspended':
      return [task('restore', '暂扣中；自治区恢复或者吊销后补录', s.forwarderId ?? s.bureauId, OFFICE)];
    case 'done':
    case 'refused':
    case 'withdrawn':
      return [];
  }
}

function participants(s: CertificateAffair): readonly Participant[] {
  return [
    { organisationId: s.unitId, as: 'unit' },
    ...(s.applicantId === s.unitId ? [] : [{ organisationId: s.applicantId, as: 'applicant' }]),
    { organisationId: s.bureauId, as: 'bureau' },
    ...(s.forwarderId === null ? [] : [{ organisationId: s.forwarderId, as: 'forwarder' }]),
  ];
}

/** 执法证件申领、审核注册、换证、遗失、暂扣、吊销、注销 (SM-C13, 细则 8(5), 16). */
export const CERTIFICATE_AFFAIR: MatterKind<CertificateAffair, typeof FORMS> = {
  kind: 'certificate-affair',
  name: '执法证件办理',
  room: 'certificates',
  statuses: STATUS_LABELS,
  mainLine: ['applied', 'reviewed', 'awaiting', 'done'],
  closed: ['done', 'refused', 'withdrawn'],
  parties: { unit: '持证人所在单位', applicant: '申请单位', bureau: '审核的司法行政部门', forwarder: '上报的市司法行政部门' },
  forms: FORMS,
  lifecycle: LIFECYCLE,
  folds: FOLDS,
  clocks: CLOCKS,
  title: (s) =>
    `${AFFAIR_LABELS[s.affair]}：${s.card.name}（${CERTIFICATE_KIND_LABELS[s.card.kind]}${s.issued?.number ?? s.card.number ?? ''}）`,
  homeId: (s) => s.unitId,
  label: () => 2,
  participants,
  tasks,
  columns,
  directedTo: { column: 'unit_id', title: '持证人所在单位' },
};
