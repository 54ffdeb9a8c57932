import type { MatterKind, Participant, Role, TaskNeed } from '#law';
import { CLOCKS } from './clocks.ts';
import { columns } from './columns.ts';
import { FORMS } from './forms.ts';
import { FOLDS, LIFECYCLE, UNIT_ROLES } from './lifecycle.ts';
import { reportOf, STATUS_LABELS, type SubjectReview, unconcluded, unfollowed } from './model.ts';

const OFFICE: readonly Role[] = ['supervisor', 'checker'];

function tasks(s: SubjectReview): readonly TaskNeed[] {
  const at = (act: string, title: string, roles: readonly Role[] = OFFICE, organisationId = s.bureauId): TaskNeed => ({
    ...{ key: act, act, title, organisationId, roles },
  });
  switch (s.status) {
    case 'reporting':
      return [...reportTasks(s), at('close-reporting', `单位自查（已报送${s.reports.length}个，共${s.units.length}个），收齐后转入审核`)];
    case 'reviewing':
      return [
        ...reportTasks(s),
        unconcluded(s).length > 0 ? at('conclude', `${unconcluded(s).length}个单位待作出清理结论`) : at('submit', '清理结论报政府批准'),
      ];
    case 'approving':
      return [at('approve', '批准执法主体清理结论', ['government-office', 'government-leader'], s.governmentId ?? s.bureauId)];
    case 'signing':
      return [at('sign', '签发清理公告', ['deputy-head', 'head'])];
    case 'sealing':
      return [at('seal', '用印', ['seal-keeper', 'checker', 'deputy-head'])];
    case 'announcing':
      return [at('publish', '公告清理结果')];
    case 'following':
      return [
        unfollowed(s).length > 0 ? at('follow-up', `${unfollowed(s).length}个单位待办理主体变更`) : at('finish', '变更均已办理，办结清理'),
      ];
    case 'closed':
    case 'withdrawn':
      return [];
  }
}

/** One for each unit that has not spoken yet. */
function reportTasks(s: SubjectReview): readonly TaskNeed[] {
  const silent = s.units.filter((id) => reportOf(s, id) === undefined);
  return silent.map((organisationId) => ({
    key: `report/${organisationId}`,
    act: 'report',
    title: `报送${s.year}年度执法主体清理自查情况（${s.dueOn}前）`,
    organisationId,
    roles: UNIT_ROLES,
    clock: { id: 'subject-review-report', key: organisationId },
  }));
}

function participants(s: SubjectReview): readonly Participant[] {
  return [
    { organisationId: s.bureauId, as: 'bureau' },
    ...s.units.map((organisationId) => ({ organisationId, as: 'unit' })),
    ...(s.governmentId === null ? [] : [{ organisationId: s.governmentId, as: 'government' }]),
  ];
}

/** 执法主体定期清理 (SM-C12, 细则 8(4)). */
export const SUBJECT_REVIEW: MatterKind<SubjectReview, typeof FORMS> = {
  kind: 'subject-review',
  name: '执法主体清理',
  room: 'subject-reviews',
  statuses: STATUS_LABELS,
  mainLine: ['reporting', 'reviewing', 'approving', 'signing', 'sealing', 'announcing', 'following', 'closed'],
  closed: ['closed', 'withdrawn'],
  parties: { bureau: '司法行政部门', unit: '清理的单位', government: '批准的人民政府' },
  forms: FORMS,
  lifecycle: LIFECYCLE,
  folds: FOLDS,
  clocks: CLOCKS,
  title: (s) => `${s.year}年度执法主体清理（${s.units.length}个单位）`,
  homeId: (s) => s.bureauId,
  label: () => 2,
  participants,
  tasks,
  columns,
  directedTo: { column: 'units', title: '清理的单位', many: true },
};
