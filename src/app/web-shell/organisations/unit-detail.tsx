import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type OrganisationKind, type Qualification, type Relation, relationName, subjectWords } from '#law';
import { queryString } from '#ui/api/query-string.ts';
import { useApi } from '#ui/api/use-api.ts';
import { FactList } from '#ui/layout/fact-list.tsx';
import { EmptyState, Loaded } from '#ui/layout/states.tsx';
import { useSession } from '#ui/session.tsx';
import { useIsAdministrator } from '../frame/seen-by.ts';
import type { Unit } from './tree.ts';

export type UnitRecord = Omit<Unit, 'regionParentId' | 'lineParentId' | 'planned' | 'qualification'> & {
  readonly qualification: Qualification;
  readonly recordId: string;
  readonly documentPrefix: string | null;
  readonly uscc: string | null;
  readonly regionCode: string;
  readonly domain: string | null;
  readonly leadBasis: string | null;
  readonly demonstration: boolean;
  readonly validFrom: string;
  readonly validThrough: string | null;
  readonly superiorId: string | null;
  readonly superiorName: string | null;
  readonly lineSuperiorId: string | null;
  readonly lineSuperiorName: string | null;
  readonly bureauName: string | null;
  readonly answersThroughName: string | null;
  readonly kind: OrganisationKind;
  readonly bases: Readonly<Partial<Record<Relation, Basis>>>;
  readonly recordedBy: string | null;
};
type Basis = { readonly name: string; readonly number: string; readonly on: string; readonly matterId: string | null };
export type Detail = {
  readonly name: string;
  readonly contact: { readonly phone: string | null; readonly email: string | null } | null;
  readonly records: readonly UnitRecord[];
};
type Officer = { readonly id: string; readonly name: string; readonly certificate?: string | null };

/** The record that stands on a day; null: none. */
export function recordOn(records: readonly UnitRecord[], on: string): UnitRecord | null {
  return records.find((r) => r.validFrom <= on && (r.validThrough === null || on <= r.validThrough)) ?? null;
}

/** One unit: what is registered today, how to reach it where one may know, its officers, and what was registered before. */
export function UnitDetail({ id }: { id: string }) {
  const { today } = useSession();
  const detail = useApi<Detail>(`/api/organisations/${id}`);
  return (
    <Loaded query={detail} what="单位登记信息">
      {({ records, contact }) => {
        const now = recordOn(records, today) ?? records.at(-1);
        if (now === undefined) return <EmptyState>没有登记信息。</EmptyState>;
        return (
          <>
            <UnitFacts record={now} contact={contact} />
            <p>
              <Link to={`/organisations/${id}`}>沿革和变更</Link>
            </p>
            <h2 className="fh-group">持证人员</h2>
            <Officers id={id} />
          </>
        );
      }}
    </Loaded>
  );
}

export function UnitFacts({ record, contact }: { record: UnitRecord; contact: Detail['contact'] }) {
  const rows: readonly (readonly [string, ReactNode])[] = [
    ['名称', record.name],
    ['类别', `${record.kindName}（${record.tierName}）`],
    ['隶属', record.superiorName ?? '—'],
    ...related('条线上级', record.lineSuperiorName, 'guidance', record),
    ...related('司法行政部门', record.bureauName, 'supervision', record),
    ...(record.answersThroughName === null ? [] : related('委托或归口单位', record.answersThroughName, 'entrusting', record)),
    ['领导体制', record.leadBasis === null ? record.leadKindName : `${record.leadKindName}（依据：${record.leadBasis}）`],
    ['主体资格', subjectWords({ ...record, through: record.answersThroughName, superior: record.superiorName })],
    ['机关代字', record.documentPrefix ?? '不制发文书'],
    ['统一社会信用代码', record.uscc ?? '未登记'],
    ['行政区划代码', record.regionCode],
    ['领域', record.domain ?? '—'],
    ['有效期', `${record.validFrom} 至 ${record.validThrough ?? '今'}`],
    ['联系电话', contact === null ? '不在您的查阅范围' : (contact.phone ?? '未登记')],
    ['电子邮箱', contact === null ? '不在您的查阅范围' : (contact.email ?? '未登记')],
  ];
  return <FactList rows={rows} />;
}

/** The other side of a relation, and below it the paper on which the relation rests (细则 2). */
function related(
  label: string,
  name: string | null,
  relation: Relation,
  { kind, bases }: UnitRecord,
): readonly (readonly [string, ReactNode])[] {
  if (name === null) return [[label, '—']];
  return [
    [label, name],
    [`${relationName(relation, kind)}依据`, <BasisLine key={relation} paper={bases[relation]} />],
  ];
}

function BasisLine({ paper }: { paper: Basis | undefined }) {
  if (paper === undefined) return <span className="fh-mark">没有登记依据文件</span>;
  return (
    <>
      《{paper.name}》（{paper.number}，{paper.on}）
      {paper.matterId === null ? null : <Link to={`/matters/${paper.matterId}`}>登记该文件的事项</Link>}
    </>
  );
}

export function Officers({ id }: { id: string }) {
  const administrator = useIsAdministrator();
  const officers = useApi<{ readonly items: readonly Officer[] }>(
    administrator ? null : `/api/officers${queryString({ organisation: id, of: 'officers' })}`,
  );
  const items = officers.data?.items ?? [];
  if (administrator) return null;
  return (
    <>
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
