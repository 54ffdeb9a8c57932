import { Link, useParams } from '@tanstack/react-router';
import type { KindInfo, MatterRow } from '#ui/api/types.ts';
import { LampBadge } from '#ui/law/lamp.tsx';
import { NotFound } from '#ui/layout/not-found.tsx';
import { Page } from '#ui/layout/page.tsx';
import type { Column, Filter } from '#ui/table/columns.ts';
import { DataTable } from '#ui/table/data-table.tsx';
import { dayOfInstant } from '#ui/time-words.ts';
import { useKinds } from '../frame/kinds.ts';
import { NewMatterButton } from '../workbench/new-matter-button.tsx';

const LAMP_FILTER = { overdue: '逾期', soon: '10 日内到期', none: '没有期限' };

/** Ledger columns that every kind of matter has. */
export const MATTER_COLUMNS: readonly Column<MatterRow>[] = [
  {
    id: 'lamp',
    title: '时限',
    width: 130,
    card: 'head',
    render: (row) => (row.lamp === null ? '—' : <LampBadge lamp={row.lamp} daysLeft={row.daysLeft} />),
  },
  { id: 'dueOn', title: '到期日', width: 110, render: (row) => row.dueOn ?? '—', sort: 'due', oneWay: true },
  { id: 'number', title: '文号', render: (row) => (row.number === null ? '—' : <span className="fh-nowrap">{row.number}</span>) },
  {
    id: 'title',
    title: '事项',
    always: true,
    wrap: true,
    card: 'head',
    render: (row) => (
      <Link to={`/matters/${row.id}`} title={row.title}>
        {row.title}
      </Link>
    ),
  },
  { id: 'organisation', title: '承办单位', wrap: true, render: (row) => row.homeName },
  { id: 'status', title: '状态', width: 110, render: (row) => row.statusName },
  { id: 'openedOn', title: '立档日期', width: 110, render: (row) => row.openedOn },
  {
    id: 'changedAt',
    title: '最近办理',
    width: 110,
    hidden: true,
    render: (row) => dayOfInstant(row.changedAt),
  },
];

/** The ledger of a kind also says whom its matters are about or go to, in the kind's own word, and who handles them. */
export function columnsOf(info: Pick<KindInfo, 'directedTo' | 'handled'> | undefined): readonly Column<MatterRow>[] {
  const at = MATTER_COLUMNS.findIndex((column) => column.id === 'organisation') + 1;
  const addressees: Column<MatterRow> = {
    id: 'addressees',
    title: info?.directedTo ?? '',
    wrap: true,
    render: (row) => row.addressees ?? '—',
  };
  const own = [...(info?.directedTo == null ? [] : [addressees]), ...(info?.handled === true ? [HANDLERS] : [])];
  return MATTER_COLUMNS.toSpliced(at, 0, ...own);
}
const HANDLERS: Column<MatterRow> = { id: 'handlers', title: '承办人', wrap: true, render: (row) => row.handlers ?? '—' };

/** One kind's ledger, made from what the kind declares. */
export function LedgerPage() {
  const { kind = '' } = useParams({ strict: false });
  const kinds = useKinds();
  const info = (kinds.data?.kinds ?? []).find((one) => one.kind === kind);
  if (kinds.data !== undefined && info === undefined) return <NotFound />;
  const name = info?.name ?? '事项';
  const isSealed = info?.sealed === true;
  const status = isSealed ? `只列出指名给您的${name}：不计数、不检索、不导出。` : `本岗位可查阅的全部${name}，按最近办理排列。`;
  const filters: readonly Filter[] = [
    ...(isSealed ? [] : [{ id: 'q', label: '文号、单位或标题', as: 'text' } as const]),
    { id: 'status', label: '状态', as: 'choice', options: info?.statuses ?? {} },
    { id: 'organisation', label: '单位', as: 'organisation' },
    ...(info?.handled === true ? [{ id: 'handler', label: '承办人姓名', as: 'text' } as const] : []),
    { id: 'open', label: '办结与否', as: 'choice', options: { true: '在办', false: '已办结' } },
    { id: 'lamp', label: '时限灯', as: 'choice', options: LAMP_FILTER },
  ];
  return (
    <Page title={`${name}台账`} status={status} actions={<NewMatterButton kind={kind} />}>
      <DataTable<MatterRow>
        key={`${kind} ${info?.directedTo ?? ''} ${info?.handled === true}`}
        id={`ledger:${kind}`}
        what={name}
        path="/api/matters"
        extra={{ kind }}
        {...(isSealed ? {} : { exportPath: '/api/matters/export' })}
        columns={columnsOf(info)}
        filters={filters}
        rowKey={(row) => row.id}
        href={(row) => `/matters/${row.id}`}
        empty={emptyWords(kind, name, info?.opening.length === 0)}
      />
    </Page>
  );
}

/** What nobody opens by hand tells what would stand here. */
const COMES_BY_ITSELF: Readonly<Record<string, string>> = {
  'unfinished-effect': '一项办理之后平台应当自动接着办的（例如生成文书、期限届满的处理），多次没有办成时列在这里，由承办机关处理。',
};

function emptyWords(kind: string, name: string, isNeverOpened: boolean): string {
  return isNeverOpened ? `没有${name}。${COMES_BY_ITSELF[kind] ?? ''}` : `还没有${name}。立档后会列在这里。`;
}
