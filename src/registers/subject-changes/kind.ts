import type { MatterKind, Participant, Role, TaskNeed } from '#law';
import { columns } from './columns.ts';
import { FORMS } from './forms.ts';
import { FOLDS, LIFECYCLE } from './lifecycle.ts';
import { CHANGE_LABELS, STATUS_LABELS, type SubjectChange } from './model.ts';

const OFFICE: readonly Role[] = ['supervisor', 'checker'];

function tasks(s: SubjectChange): readonly TaskNeed[] {
  const { bureauId, effectiveOn, unitId } = s.wanted;
  const at = (act: string, title: string, roles: readonly Role[], organisationId = bureauId): readonly TaskNeed[] => [
    { key: act, act, title, organisationId, roles },
  ];
  switch (s.status) {
    case 'applied':
      return at('review', '审核执法主体变更', OFFICE);
    case 'returned':
      return at(
        unitId === null ? 'resubmit-new' : 'resubmit',
        '补正后重新申请',
        ['handler', 'legal-office', 'supervisor', 'head', 'government-office'],
        s.applicantId,
      );
    case 'approving':
      return at('approve', '批准执法主体变更', ['government-office', 'government-leader'], s.governmentId ?? bureauId);
    case 'signing':
      return at('sign', '签发公告', ['deputy-head', 'head']);
    case 'sealing':
      return at('seal', '用印', ['seal-keeper', 'checker', 'deputy-head']);
    case 'announcing':
      return at('publish', '公告', OFFICE);
    case 'registering':
      return at('withdraw', '平台正在登入名录；未能登入的，撤回后重新办理', ['deputy-head', 'head']);
    case 'planned':
      return at('hand-over', `${effectiveOn}起生效（到日由平台登记）；登记交接情况`, OFFICE);
    case 'passing':
      return at('hand-over', '平台正在移交未办结事项；登记交接情况', OFFICE);
    case 'effective':
    case 'refused':
    case 'withdrawn':
      return [];
  }
}

/** The successor and the government read it once it concerns them; the register itself is public. */
function participants(s: SubjectChange): readonly Participant[] {
  const { bureauId, unitId, successorId } = s.wanted;
  const isAnnounced = s.announcedOn !== null;
  return [
    { organisationId: bureauId, as: 'bureau' },
    { organisationId: s.applicantId, as: 'applicant' },
    ...(unitId === null ? [] : [{ organisationId: unitId, as: 'unit' }]),
    ...(s.governmentId === null ? [] : [{ organisationId: s.governmentId, as: 'government' }]),
    ...(successorId === null || !isAnnounced ? [] : [{ organisationId: successorId, as: 'successor' }]),
  ];
}

/** 执法主体确认、变更、公告 (SM-C12, 细则 8(4)). */
export const SUBJECT_CHANGE: MatterKind<SubjectChange, typeof FORMS> = {
  kind: 'subject-change',
  name: '执法主体变更',
  room: 'subject-changes',
  statuses: STATUS_LABELS,
  mainLine: ['applied', 'approving', 'signing', 'sealing', 'announcing', 'planned', 'effective'],
  closed: ['effective', 'refused', 'withdrawn'],
  parties: { bureau: '司法行政部门', applicant: '申请单位', unit: '变更的单位', government: '批准的人民政府', successor: '承接单位' },
  forms: FORMS,
  lifecycle: LIFECYCLE,
  folds: FOLDS,
  clocks: [],
  title: (s) => `${CHANGE_LABELS[s.wanted.change]}${s.wanted.unit?.name ?? ''}：${s.wanted.basis.name}（${s.wanted.basis.number}）`,
  homeId: (s) => s.wanted.bureauId,
  label: () => 2,
  participants,
  tasks,
  columns,
  named: (s) => ({ type: s.wanted.change, about: s.wanted.unitId === null ? [] : [s.wanted.unitId], isIssued: s.letter !== null }),
  directedTo: { column: 'unit_id', title: '变更的单位' },
};
