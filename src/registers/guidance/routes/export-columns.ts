import type { ListColumn } from '#platform/matters/shown-columns';
import type { Link } from '../contract.ts';
import { RELATION_LABELS } from '../model.ts';

/** What the page of 业务指导 shows, in its order. */
export const LINK_COLUMNS: readonly ListColumn<Link>[] = [
  { id: 'guide', title: '指导部门', cell: (l) => l.guide },
  { id: 'guided', title: '接受指导的单位', cell: (l) => l.guided },
  { id: 'relation', title: '指导关系', cell: (l) => RELATION_LABELS[l.relation] },
  { id: 'since', title: '关系起始', cell: (l) => l.since },
  { id: 'lastOn', title: '上次指导', cell: (l) => l.lastOn ?? '没有记录' },
  { id: 'asked', title: '请求', cell: (l) => l.asked },
  { id: 'assigned', title: '任务', cell: (l) => l.assigned },
  { id: 'confirmed', title: '已确认的指导', cell: (l) => l.confirmed },
  { id: 'waiting', title: '未办结', cell: (l) => l.waiting },
];
