import { Link } from '@tanstack/react-router';
import { useApi } from '#ui/api/use-api.ts';
import { Section } from '#ui/layout/page.tsx';
import { EmptyState, Loaded } from '#ui/layout/states.tsx';
import type { Coverage, CoverageView } from '../contract.ts';
import { LIST_LABELS, type ListKind } from '../model.ts';

/** 录入情况: which units have not entered what they must, and what is entered without the day of its publication. */
export function CoveragePanel() {
  const coverage = useApi<CoverageView>('/api/power-lists/coverage');
  return (
    <Loaded query={coverage} what="录入情况">
      {({ on, items }) => (
        <Section title={`${on} 的录入情况`}>
          {items.length === 0 ? <EmptyState>名录中还没有应当录入清单的单位。</EmptyState> : <CoverageTable items={items} />}
        </Section>
      )}
    </Loaded>
  );
}

function CoverageTable({ items }: { items: readonly Coverage[] }) {
  const incomplete = items.filter((item) => item.missing.length > 0).length;
  return (
    <>
      <p className="fh-note">
        {items.length} 个单位应当录入或者已经录入清单，其中 {incomplete} 个还有应录未录的。
      </p>
      <div className="fh-table-wrap">
        <table className="fh-table" aria-label="录入情况">
          <thead>
            <tr>
              <th scope="col">单位</th>
              <th scope="col">应录未录</th>
              <th scope="col">已录入</th>
              <th scope="col" className="fh-right">
                没有写公布日期
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.organisationId}>
                <td className="fh-many-lines">{item.organisationName}</td>
                <td className="fh-many-lines">
                  {item.missing.length === 0 ? '—' : item.missing.map((list) => LIST_LABELS[list]).join('、')}
                </td>
                <td className="fh-many-lines">
                  <Counts item={item} />
                </td>
                <td className="fh-right">
                  {item.unpublished === 0 ? (
                    '0'
                  ) : (
                    <Link to={`/lists?organisation=${item.organisationId}&published=false`}>{item.unpublished}</Link>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Counts({ item }: { item: Coverage }) {
  const counts = Object.entries(item.counts) as [ListKind, number][];
  if (counts.length === 0) return '没有录入';
  return counts.map(([list, count], i) => (
    <span key={list}>
      {i > 0 ? '，' : ''}
      <Link to={`/lists?organisation=${item.organisationId}&list=${list}`}>
        {LIST_LABELS[list]} {count}
      </Link>
    </span>
  ));
}
