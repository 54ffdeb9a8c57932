import { Link as PageLink } from '@tanstack/react-router';
import { Page } from '#ui/layout/page.tsx';
import { useSession } from '#ui/session.tsx';
import type { Column, Filter } from '#ui/table/columns.ts';
import { DataTable } from '#ui/table/data-table.tsx';
import type { Link } from '../contract.ts';
import { GUIDE_ROLES, GUIDED_ROLES } from '../lifecycle.ts';
import { RELATION_LABELS } from '../model.ts';

export const LINK_COLUMNS: readonly Column<Link>[] = [
  { id: 'guide', title: '指导部门', always: true, wrap: true, card: 'head', render: (l) => l.guide },
  { id: 'guided', title: '接受指导的单位', always: true, wrap: true, render: (l) => l.guided },
  { id: 'relation', title: '指导关系', width: 190, render: (l) => RELATION_LABELS[l.relation] },
  { id: 'since', title: '关系起始', width: 110, hidden: true, render: (l) => l.since },
  { id: 'lastOn', title: '上次指导', width: 120, render: (l) => l.lastOn ?? '没有记录' },
  { id: 'asked', title: '请求', align: 'right', width: 70, render: (l) => l.asked },
  { id: 'assigned', title: '任务', align: 'right', width: 70, render: (l) => l.assigned },
  { id: 'confirmed', title: '已确认的指导', align: 'right', width: 120, render: (l) => l.confirmed },
  { id: 'waiting', title: '未办结', align: 'right', width: 80, render: (l) => l.waiting },
];
const FILTERS: readonly Filter[] = [
  { id: 'organisation', label: '指导部门或者接受指导的单位', as: 'organisation' },
  { id: 'relation', label: '指导关系', as: 'choice', options: RELATION_LABELS },
  { id: 'silent', label: '半年内', as: 'choice', options: { true: '没有经确认的指导', false: '有经确认的指导' } },
  { id: 'half', label: '哪个半年', as: 'text', hint: '如 2026-1 为2026年上半年；不填为本半年' },
];

/** 业务指导: who guides whom (细则 2¶5, 23¶1), and what was asked, given and confirmed in a half-year. */
export function GuidanceLinksPage() {
  const { role } = useSession().post;
  return (
    <Page
      title="业务指导"
      status={
        <>
          谁指导谁由单位名录和赋权清单确定（细则第二条第五款）；半年内没有经对方确认的指导的排在前面。逐件记录见
          <PageLink to="/ledger/guidance">业务指导台账</PageLink>。
        </>
      }
      actions={
        <>
          {GUIDED_ROLES.includes(role) ? <PageLink to="/new/guidance/ask">请求指导</PageLink> : null}
          {GUIDE_ROLES.includes(role) ? <PageLink to="/new/guidance/record-given">登记已开展的指导</PageLink> : null}
        </>
      }
    >
      <DataTable<Link>
        id="guidance-links"
        what="指导关系"
        path="/api/guidance-links"
        exportPath="/api/guidance-links/export"
        columns={LINK_COLUMNS}
        filters={FILTERS}
        rowKey={(l) => `${l.guideId}/${l.guidedId}`}
        empty="本单位和管辖范围内没有业务指导关系。单位名录写明委托机关、派出部门、条线上级，或者赋权清单载入以后，列在这里。"
      />
    </Page>
  );
}
