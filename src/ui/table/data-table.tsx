import { Button } from 'antd';
import type { ReactNode } from 'react';
import { EmptyState, ErrorState, Loading } from '../layout/states.tsx';
import { usePhone } from '../media.ts';
import { useSession } from '../session.tsx';
import { CardList } from './card-list.tsx';
import { ColumnChooser } from './column-chooser.tsx';
import { type Column, defaultColumns, type Filter, shownColumns } from './columns.ts';
import { ExportButton } from './export-button.tsx';
import { FilterBar } from './filter-bar.tsx';
import { listPath, totalWords } from './list-params.ts';
import { isTextList, useRemembered } from './remembered.ts';
import { RowTable } from './row-table.tsx';
import type { Selection } from './selection.ts';
import { useListPage, useListParams } from './use-list.ts';

type Props<T> = {
  /** Names the list where the viewer's choice of columns is remembered. */
  readonly id: string;
  /** What the rows are: 监督文书. */
  readonly what: string;
  /** Path of the API; the page's filters and sort are added. */
  readonly path: string;
  /** Fixed parameters that are not in the address bar. */
  readonly extra?: Readonly<Record<string, string>>;
  readonly columns: readonly Column<T>[];
  readonly filters?: readonly Filter[];
  readonly rowKey: (row: T) => string;
  readonly href?: (row: T) => string;
  readonly onOpen?: (row: T) => void;
  /** Says what would appear here and how. */
  readonly empty: ReactNode;
  /** Path of the export; the same filters and sort are added, and the columns that are shown. */
  readonly exportPath?: string;
  /** The export takes every column: the workbook is to be loaded again. */
  readonly exportWhole?: boolean;
  readonly selection?: Selection<T>;
  readonly toolbar?: ReactNode;
};

const NONE: Readonly<Record<string, string>> = {};

/** A list paged by the server: filters and sort in the address bar, columns chosen and remembered, export as seen. */
export function DataTable<T>(props: Props<T>) {
  const { id, what, path, extra = NONE, columns, filters = [], rowKey, empty, exportPath } = props;
  const phone = usePhone();
  const session = useSession();
  const [params, setParams] = useListParams(filters.map((filter) => filter.id));
  const [chosen, choose] = useRemembered(`columns:${session.accountId}:${id}`, defaultColumns(columns), isTextList);
  const answer = useListPage<T>(path, extra, params);
  const shown = shownColumns(columns, chosen);
  const exported = props.exportWhole === true ? extra : { ...extra, columns: shown.map((column) => column.id).join(',') };
  const rows = answer.data?.items ?? [];
  const list = { rows, columns: shown, rowKey, href: props.href, onOpen: props.onOpen, selection: props.selection };
  return (
    <div className="fh-list">
      <div className="fh-list-tools">
        <FilterBar filters={filters} params={params} change={setParams} />
        <div className="fh-list-right">
          {props.toolbar}
          {phone ? null : <ColumnChooser columns={columns} chosen={chosen} choose={choose} />}
          {exportPath === undefined || rows.length === 0 ? null : (
            <ExportButton
              path={listPath(exportPath, params, exported, null)}
              name={what}
              {...(props.exportWhole === true ? { words: '导出全部栏目' } : {})}
            />
          )}
        </div>
      </div>
      {answer.data === undefined ? (
        answer.error === null ? (
          <Loading what={what} />
        ) : (
          <ErrorState error={answer.error} where={what} retry={() => answer.refetch()} />
        )
      ) : rows.length === 0 ? (
        <EmptyState
          action={
            <ClearFilters any={Object.keys(params.filters).length > 0} clear={() => setParams({ ...params, filters: {}, page: 1 })} />
          }
        >
          {Object.keys(params.filters).length > 0 ? `没有符合筛选条件的${what}。` : empty}
        </EmptyState>
      ) : (
        <div className={answer.isPlaceholderData ? 'fh-stale' : undefined} aria-busy={answer.isPlaceholderData}>
          {phone ? (
            <CardList {...list} />
          ) : (
            <RowTable {...list} what={what} sort={params.sort} onSort={(sort) => setParams({ ...params, sort, page: 1 })} />
          )}
          <Pager
            words={answer.data.total === undefined ? '' : totalWords(answer.data.total)}
            page={params.page}
            more={answer.data.cursor !== null}
            go={(page) => setParams({ ...params, page })}
          />
        </div>
      )}
    </div>
  );
}

function ClearFilters({ any, clear }: { any: boolean; clear: () => void }) {
  return any ? <Button onClick={clear}>清除筛选</Button> : null;
}

function Pager({ words, page, more, go }: { words: string; page: number; more: boolean; go: (page: number) => void }) {
  return (
    <nav className="fh-pager" aria-label="翻页">
      <span role="status">{words}</span>
      <Button disabled={page <= 1} onClick={() => go(page - 1)}>
        上一页
      </Button>
      <span>第 {page} 页</span>
      <Button disabled={!more} onClick={() => go(page + 1)}>
        下一页
      </Button>
    </nav>
  );
}
