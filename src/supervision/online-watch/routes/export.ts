import { formatCitation, SEVERITY_LABELS, shanghaiDay } from '#law';
import { ruleById } from '#law/rules/index';
import type { Platform } from '#platform/acts/perform';
import type { FindingFilter } from '#platform/findings/conditions';
import type { FindingItem } from '#platform/findings/list';
import type { ListColumn } from '#platform/matters/shown-columns';
import type { Session } from '#platform/session';
import { toTheEnd } from '#platform/to-the-end';
import { readFindings } from '../store.ts';

/** What the page of 预警 shows, in its order; then what the workbook alone has. */
export const FINDING_COLUMNS: readonly ListColumn<FindingItem>[] = [
  { id: 'severity', title: '等级', cell: (f) => SEVERITY_LABELS[f.severity] },
  { id: 'because', title: '疑点', cell: doubt },
  { id: 'rule', title: '规则', cell: (f) => `${f.ruleId} ${ruleById(f.ruleId)?.title ?? ''}`.trim() },
  { id: 'organisation', title: '单位', cell: (f) => f.organisationName },
  { id: 'subject', title: '事项', cell: (f) => f.subject },
  { id: 'status', title: '状态', cell: (f) => f.statusName },
  { id: 'openedAt', title: '发现', cell: (f) => shanghaiDay(Date.parse(f.openedAt)) },
  { id: 'changedAt', title: '最近变化', cell: (f) => shanghaiDay(Date.parse(f.changedAt)) },
  {
    id: 'facts',
    title: '事实',
    cell: (f) =>
      Object.entries(f.facts)
        .map(([label, value]) => `${label}：${value}`)
        .join('；'),
  },
  { id: 'articles', title: '依据', cell: (f) => (ruleById(f.ruleId)?.cite ?? []).map(formatCitation).join('、') },
];

/** With the marks that stand beside it on the page. */
function doubt({ because, missing, lapsed }: FindingItem): string {
  return `${because}${missing === null ? '' : `（现${missing}）`}${lapsed ? '（事实已变化）' : ''}`;
}

/** The same list as on screen, to its end. */
export function exportedFindings(platform: Platform, session: Session, filter: FindingFilter): AsyncGenerator<FindingItem> {
  return toTheEnd((cursor) => readFindings(platform, session, filter, { limit: 200, ...(cursor === undefined ? {} : { cursor }) }));
}
