import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { queryString } from '#ui/api/query-string.ts';
import { useApi } from '#ui/api/use-api.ts';
import { EmptyState, Loaded } from '#ui/layout/states.tsx';
import { useIsAdministrator } from '../frame/seen-by.ts';
import type { Unit } from './tree.ts';

type UnitRecord = Omit<Unit, 'regionParentId' | 'lineParentId'> & {
  readonly recordId: string;
  readonly documentPrefix: string | null;
  readonly uscc: string | null;
  readonly regionCode: string;
  readonly domain: string | null;
  readonly leadBasis: string | null;
  readonly demonstration: boolean;
  readonly validFrom: string;
  readonly validThrough: string | null;
};
type Detail = {
  readonly contact: { readonly phone: string | null; readonly email: string | null } | null;
  readonly records: readonly UnitRecord[];
};
type Officer = { readonly id: string; readonly name: string; readonly certificate?: string | null };

/** One unit: what is registered today, how to reach it where one may know, its officers, and what was registered before. */
export function UnitDetail({ id }: { id: string }) {
  const detail = useApi<Detail>(`/api/organisations/${id}`);
  return (
    <Loaded query={detail} what="单位登记信息">
      {({ records, contact }) => {
        const now = records.at(-1);
        if (now === undefined) return <EmptyState>没有登记信息。</EmptyState>;
        return (
          <>
            <UnitFacts record={now} contact={contact} />
            <Officers id={id} />
            <Earlier records={records.slice(0, -1)} />
          </>
        );
      }}
    </Loaded>
  );
}

function UnitFacts({ record, contact }: { record: UnitRecord; contact: Detail['contact'] }) {
  const rows: readonly (readonly [string, ReactNode])[] = [
    ['名称', record.name],
    ['类别', `${record.kindName}（${record.tierName}）`],
    ['领导体制', record.leadBasis === null ? record.leadKindName : `${record.leadKindName}（依据：${record.leadBasis}）`],
    ['主体资格', record.qualificationName],
    ['机关代字', record.documentPrefix ?? '不制发文书'],
    ['统一社会信用代码', record.uscc ?? '未登记'],
    ['行政区划代码', record.regionCode],
    ['领域', record.domain ?? '—'],
    ['有效期', `${record.validFrom} 至 ${record.validThrough ?? '今'}`],
    ['联系电话', contact === null ? '不在您的查阅范围' : (contact.phone ?? '未登记')],
    ['电子邮箱', contact === null ? '不在您的查阅范围' : (contact.email ?? '未登记')],
  ];
  return (
    <dl className="fh-law-card fh-facts-list">
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Officers({ id }: { id: string }) {
  const administrator = useIsAdministrator();
  const officers = useApi<{ readonly items: readonly Officer[] }>(
    administrator ? null : `/api/officers${queryString({ organisation: id, of: 'officers' })}`,
  );
  const items = officers.data?.items ?? [];
  if (administrator) return null;
  return (
    <>
      <h2 className="fh-group">持证人员</h2>
      {items.length === 0 ? (
        <p className="fh-quiet">没有您可查阅的持证人员。</p>
      ) : (
        <ul className="fh-parties">
          {items.map((officer) => (
            <li key={officer.id}>
              {officer.name} <span className="fh-quiet">{officer.certificate ?? ''}</span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link to="/calendar" search={{ organisation: id }}>
          该单位的期限
        </Link>
      </p>
    </>
  );
}

function Earlier({ records }: { records: readonly UnitRecord[] }) {
  if (records.length === 0) return null;
  return (
    <>
      <h2 className="fh-group">以前的登记</h2>
      <ul className="fh-parties">
        {[...records].reverse().map((record) => (
          <li key={record.recordId}>
            {record.validFrom} 至 {record.validThrough ?? ''}　{record.name}（{record.leadKindName}，资格{record.qualificationName}）
          </li>
        ))}
      </ul>
    </>
  );
}
