import { LIST_LABELS, type MatterKind, type Role, type TaskNeed } from '#law';
import { columns } from './columns.ts';
import { FORMS } from './forms.ts';
import { KEEPERS, LEADERS, REVIEWERS } from './lifecycle/who.ts';
import { FOLDS, LIFECYCLE } from './lifecycle.ts';
import { backdatedWords, countWords, type ListChange, STATUS_LABELS } from './model.ts';

function tasks(s: ListChange): readonly TaskNeed[] {
  const at = (act: string, title: string, roles: readonly Role[]): readonly TaskNeed[] => [
    { key: act, act, title, organisationId: s.unitId, roles },
  ];
  switch (s.status) {
    case 'drafting':
      return at('submit', '核对拟调整的事项并送审', KEEPERS);
    case 'returned':
      return at('submit', '补正拟调整的事项并重新送审', KEEPERS);
    case 'reviewing':
      return at('review', '审核清单调整', REVIEWERS);
    case 'approving':
      return at('publish', '批准并公布清单调整', LEADERS);
    case 'published':
    case 'withdrawn':
      return [];
  }
}

/** 清单调整 (细则 8(3)(9)(10)(13), 19¶2, 25): a unit keeps its own lists on the platform. */
export const LIST_CHANGE: MatterKind<ListChange, typeof FORMS> = {
  kind: 'list-change',
  name: '清单调整',
  room: 'list-changes',
  statuses: STATUS_LABELS,
  mainLine: ['drafting', 'reviewing', 'approving', 'published'],
  closed: ['published', 'withdrawn'],
  parties: { unit: '录入单位' },
  forms: FORMS,
  lifecycle: LIFECYCLE,
  folds: FOLDS,
  clocks: [],
  title: (s) => `${LIST_LABELS[s.list]}调整：${countWords(s.publication ?? s.proposed)}${backdatedWords(s.proposed)}`,
  homeId: (s) => s.unitId,
  label: () => 2,
  participants: (s) => [{ organisationId: s.unitId, as: 'unit' }],
  tasks,
  columns,
};
