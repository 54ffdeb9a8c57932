import { Button } from 'antd';
import type { KeptList } from '#registers/power-lists';
import { useSession } from '#ui/session.tsx';
import type { Column, Filter } from '#ui/table/columns.ts';
import { DataTable } from '#ui/table/data-table.tsx';
import type { SentLine } from '../contract.ts';
import { type FieldKey, fieldsOf } from '../model-fields.ts';
import { powerWords } from './words.ts';

/** A registered item as the list of items answers it. */
export type Registered = { readonly id: string; readonly code: string; readonly from: string; readonly through: string | null } & {
  readonly [key in Exclude<FieldKey, 'code' | 'from' | 'through'>]: string | null;
};

type Props = {
  readonly list: KeptList;
  /** Codes that the proposal touches already. */
  readonly touched: ReadonlySet<string>;
  /** A line is being typed: it is finished first. */
  readonly isBusy: boolean;
  readonly open: (line: SentLine) => void;
};

const FILTERS: readonly Filter[] = [
  { id: 'q', label: '名称、编码或依据', as: 'text' },
  { id: 'published', label: '公布', as: 'choice', options: { true: '已写公布日期', false: '没有写公布日期' } },
  { id: 'on', label: '哪一日有效', as: 'date' },
];

/** The unit's own list as it holds on a day, page by page, with what can be done to each line. */
export function RegisterTable({ list, touched, isBusy, open }: Props) {
  const { organisationId } = useSession().post;
  const columns: readonly Column<Registered>[] = [
    { id: 'code', title: '事项编码', width: 150, render: (e) => codeOf(list, e.code) },
    { id: 'name', title: '事项名称', always: true, wrap: true, card: 'head', render: (e) => e.name },
    ...(list === 'post-duty'
      ? [{ id: 'officer', title: '执法人员', render: (e: Registered) => `${e.officer ?? ''}（${e.certificate ?? ''}）` }]
      : []),
    { id: 'publishedOn', title: '公布日期', width: 120, render: (e) => e.publishedOn ?? '未写明' },
    { id: 'from', title: '有效期', width: 200, render: (e) => (e.through === null ? `${e.from} 至今` : `${e.from} 至 ${e.through}`) },
    {
      id: 'do',
      title: '调整',
      always: true,
      card: 'foot',
      render: (e) =>
        touched.has(e.code) ? (
          <span className="fh-quiet">已在本次调整中</span>
        ) : (
          <Buttons entry={e} list={list} isBusy={isBusy} open={open} />
        ),
    },
  ];
  return (
    <DataTable<Registered>
      id="list-change-register"
      what="现行事项"
      path="/api/power-lists"
      exportPath="/api/power-lists/export"
      exportWhole
      extra={{ list, organisation: organisationId }}
      columns={columns}
      filters={FILTERS}
      rowKey={(e) => e.id}
      empty="这份清单还没有录入事项；用“新增事项”逐项录入，或者从工作簿载入。"
    />
  );
}

type ButtonProps = Pick<Props, 'list' | 'isBusy' | 'open'> & { readonly entry: Registered };

function Buttons({ entry, list, isBusy, open }: ButtonProps) {
  const name = entry.name ?? '';
  const start = (what: SentLine['what']): void => open({ what, cells: startOf(list, what, entry), base: null, seen: entry.id });
  return (
    <span className="lc-buttons">
      <Button size="small" disabled={isBusy} aria-label={`变更 ${name}`} onClick={() => start('set')}>
        变更
      </Button>
      <Button size="small" disabled={isBusy} aria-label={`终止 ${name}`} onClick={() => start('end')}>
        终止
      </Button>
      {entry.publishedOn === null ? (
        <Button size="small" disabled={isBusy} aria-label={`补记公布日期 ${name}`} onClick={() => start('date')}>
          补记公布日期
        </Button>
      ) : null}
    </span>
  );
}

/** A duty is registered under its item and its officer's certificate. */
function codeOf(list: KeptList, code: string): string {
  return list === 'post-duty' ? code.slice(0, Math.max(code.lastIndexOf('/'), 0)) : code;
}

/** A line about a registered item begins with what it says; from which day the change holds is to be typed. */
function startOf(list: KeptList, what: SentLine['what'], entry: Registered): SentLine['cells'] {
  const known = {
    code: codeOf(list, entry.code),
    name: entry.name ?? '',
    ...(entry.certificate === null ? {} : { certificate: entry.certificate }),
  };
  if (what === 'end') return known;
  if (what === 'date') return { ...known, from: entry.from };
  const all = fieldsOf(list)
    .filter((key) => key !== 'from' && key !== 'publishedOn' && key !== 'publishedAt' && key !== 'code')
    .flatMap((key) => {
      const value = key === 'powerKind' ? powerWords(entry.powerKind) : entry[key];
      return value === null || value === '' ? [] : [[key, value] as const];
    });
  return { ...Object.fromEntries(all), code: known.code };
}
