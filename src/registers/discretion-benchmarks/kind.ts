import type { MatterKind, TaskNeed } from '#law';
import { CLOCKS } from './clocks.ts';
import { columns } from './columns.ts';
import { FORMS } from './forms.ts';
import { DRAFTER_ROLES, FOLDS, LEADER_ROLES_OF_ORGAN, LIFECYCLE, REVIEWER_ROLES } from './lifecycle.ts';
import { type DiscretionBenchmark, STATUS_LABELS, type Status } from './model.ts';

type Waiting = Pick<TaskNeed, 'act' | 'title' | 'roles'>;

const WAITING: Readonly<Record<Status, Waiting | null>> = {
  drafting: { act: 'submit', title: '完成裁量权基准拟稿并送合法性审核', roles: DRAFTER_ROLES },
  reviewing: { act: 'review', title: '合法性审核', roles: REVIEWER_ROLES },
  deciding: { act: 'decide', title: '集体讨论或者批准', roles: LEADER_ROLES_OF_ORGAN },
  publishing: { act: 'publish', title: '公布裁量权基准', roles: DRAFTER_ROLES },
  'in-force': { act: 'evaluate', title: '年度评估裁量权基准', roles: DRAFTER_ROLES },
  abolished: null,
  withdrawn: null,
};

function tasks(s: DiscretionBenchmark): readonly TaskNeed[] {
  const waiting = WAITING[s.status];
  if (waiting === null) return [];
  const clock = s.status === 'in-force' ? { clock: { id: 'benchmark-evaluation', key: String(s.evaluations.length + 1) } } : {};
  return [{ ...waiting, key: waiting.act, organisationId: s.makerId, ...clock }];
}

/** One conduct under several items has a benchmark for each: by its name alone nobody could tell them apart. */
function ofItem({ versions, draft }: DiscretionBenchmark): string {
  const itemCode = (versions.at(-1) ?? draft)?.content.itemCode;
  return itemCode === undefined ? '' : `（事项${itemCode}）`;
}

/** 裁量权基准 (处罚法 34, 细则 8(8), 19¶1): one organ's benchmark for one 违法行为. */
export const DISCRETION_BENCHMARK: MatterKind<DiscretionBenchmark, typeof FORMS> = {
  kind: 'discretion-benchmark',
  name: '裁量权基准',
  room: 'discretion-benchmarks',
  statuses: STATUS_LABELS,
  mainLine: ['drafting', 'reviewing', 'deciding', 'publishing', 'in-force'],
  closed: ['abolished', 'withdrawn'],
  parties: { maker: '制定机关' },
  forms: FORMS,
  lifecycle: LIFECYCLE,
  folds: FOLDS,
  clocks: CLOCKS,
  title: (s) => `裁量权基准：${s.violation}${ofItem(s)}`,
  homeId: (s) => s.makerId,
  label: () => 2,
  participants: (s) => [{ organisationId: s.makerId, as: 'maker' }],
  tasks,
  columns,
};
