import type { MatterKind, NamedFacts, Participant, Role, TaskNeed } from '#law';
import { CLOCKS } from './clocks.ts';
import { columns } from './columns.ts';
import { FORMS } from './forms.ts';
import { FOLDS, LIFECYCLE } from './lifecycle.ts';
import { type Delegation, STATUS_LABELS, type Status } from './model.ts';

const OFFICE: readonly Role[] = ['handler', 'legal-office'];

function tasks(s: Delegation): readonly TaskNeed[] {
  const { delegatorId: own, deed } = s;
  const at = (act: string, title: string, roles: readonly Role[], organisationId = own): TaskNeed => ({
    key: act,
    act,
    title,
    organisationId,
    roles,
  });
  const check: TaskNeed = {
    ...at('check', '定期检查受委托组织', OFFICE),
    clock: { id: 'delegation-check', key: s.checkedSince ?? '' },
  };
  const term = { id: 'KS-54', key: s.letter?.number ?? '' };
  switch (s.status) {
    case 'draft':
      return [at('submit', '完成委托书并送条件审查', OFFICE)];
    case 'reviewing':
      return [at('review', '审查受委托组织的条件', ['legal-office', 'deputy-head'])];
    case 'signing':
      return [at('sign', '签发委托书', ['head', 'deputy-head'])];
    case 'sealing':
      return [at('seal', '用印', ['handler', 'legal-office'])];
    case 'countersigning':
      return [at('countersign', '签署委托书', ['head'], deed.delegateId)];
    case 'filing':
      return [
        ...(s.filedOn === null ? [at('file', '报送委托书备案', OFFICE)] : []),
        ...(s.filedOn !== null && s.acceptedOn === null ? [at('accept', '审查委托书备案', ['supervisor'], deed.bureauId)] : []),
        ...(s.published.delegator === null ? [at('publish', '公布委托书', OFFICE)] : []),
        ...(s.published.delegate === null ? [at('publish-here', '公布委托书', ['handler', 'head'], deed.delegateId)] : []),
        check,
      ];
    case 'effective':
      return [check, { ...at('terminate', `委托期限至${deed.to}；续期的重新签订，不再委托的终止`, ['head', 'deputy-head']), clock: term }];
    case 'expired':
    case 'terminated':
    case 'withdrawn':
      return [];
  }
}

const UNSIGNED: readonly Status[] = ['draft', 'reviewing', 'signing', 'sealing'];

/** The delegate reads it once it is to sign, the bureau once it is filed. */
function participants(s: Delegation): readonly Participant[] {
  return [
    { organisationId: s.delegatorId, as: 'delegator' },
    ...(UNSIGNED.includes(s.status) || s.letter === null ? [] : [{ organisationId: s.deed.delegateId, as: 'delegate' }]),
    ...(s.filedOn === null ? [] : [{ organisationId: s.deed.bureauId, as: 'bureau' }]),
  ];
}

function named(s: Delegation): NamedFacts {
  return { type: null, about: [s.delegatorId, s.deed.delegateId], isIssued: s.letter !== null && s.status !== 'withdrawn' };
}

/** 行政执法委托 (SM-C14, 处罚法 20–21, 细则 8(11), 11¶3). */
export const DELEGATION: MatterKind<Delegation, typeof FORMS> = {
  kind: 'delegation',
  name: '行政执法委托',
  room: 'delegations',
  statuses: STATUS_LABELS,
  mainLine: ['draft', 'reviewing', 'signing', 'sealing', 'countersigning', 'filing', 'effective', 'expired'],
  closed: ['expired', 'terminated', 'withdrawn'],
  parties: { delegator: '委托机关', delegate: '受委托组织', bureau: '备案的司法行政部门' },
  forms: FORMS,
  lifecycle: LIFECYCLE,
  folds: FOLDS,
  clocks: CLOCKS,
  title: (s) => `委托执法：${s.deed.items[0]?.name ?? ''}${s.deed.items.length > 1 ? `等${s.deed.items.length}项` : ''}`,
  homeId: (s) => s.delegatorId,
  label: () => 2,
  participants,
  tasks,
  columns,
  isWatched: true,
  named,
  directedTo: { column: 'delegate_id', title: '受委托组织' },
};
