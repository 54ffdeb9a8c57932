import type { MatterKind, Participant, Role, TaskNeed } from '#law';
import { CLOCKS } from './clocks.ts';
import { columns } from './columns.ts';
import { FORMS } from './forms.ts';
import { FOLDS, LIFECYCLE } from './lifecycle.ts';
import { type SpecialSupervisor, STATUS_LABELS } from './model.ts';

const OFFICE: readonly Role[] = ['supervisor', 'checker'];

function tasks(s: SpecialSupervisor): readonly TaskNeed[] {
  const at = (act: string, title: string, roles: readonly Role[]): readonly TaskNeed[] => [
    { key: act, act, title, organisationId: s.bureauId, roles },
  ];
  switch (s.status) {
    case 'nominated':
      return at('review', '审查特邀监督员资格', OFFICE);
    case 'appointing':
      return at('appoint', '签发聘书和证件', ['deputy-head', 'head']);
    case 'sealing':
      return at('seal', '用印', ['seal-keeper', 'checker', 'deputy-head']);
    case 'handing':
      return at('hand-over', '发证', OFFICE);
    case 'serving': {
      const clock = { id: 'KS-55', key: s.card?.number ?? '' };
      return at('record-activity', `在聘至${s.term?.to ?? ''}；登记履职`, OFFICE).map((task) => ({ ...task, clock }));
    }
    case 'expired':
    case 'dismissed':
      return at('collect', '收回证件并公告', OFFICE);
    case 'ended':
    case 'refused':
    case 'withdrawn':
      return [];
  }
}

function participants(s: SpecialSupervisor): readonly Participant[] {
  return [{ organisationId: s.bureauId, as: 'bureau' }];
}

/** 行政执法特邀监督员 (SM-C15, 细则 17). */
export const SPECIAL_SUPERVISOR: MatterKind<SpecialSupervisor, typeof FORMS> = {
  kind: 'special-supervisor',
  name: '特邀监督员',
  room: 'special-supervisors',
  statuses: STATUS_LABELS,
  mainLine: ['nominated', 'appointing', 'sealing', 'handing', 'serving', 'expired', 'ended'],
  closed: ['ended', 'refused', 'withdrawn'],
  parties: { bureau: '聘任的司法行政部门' },
  forms: FORMS,
  lifecycle: LIFECYCLE,
  folds: FOLDS,
  clocks: CLOCKS,
  title: (s) => `特邀监督员：${s.nominee.name}${s.card === null ? '' : `（${s.card.number}）`}`,
  homeId: (s) => s.bureauId,
  label: () => 2,
  participants,
  tasks,
  columns,
  directedTo: { column: 'bureau_id', title: '聘任机关' },
};
