import { Link, useLocation, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { queryString } from '#ui/api/query-string.ts';
import { useApi } from '#ui/api/use-api.ts';
import { DayFilter } from '#ui/form/day-filter.tsx';
import { Page, Section } from '#ui/layout/page.tsx';
import { EmptyState, Loaded } from '#ui/layout/states.tsx';
import { useSession } from '#ui/session.tsx';
import { useKinds } from '../frame/kinds.ts';
import { useIsAdministrator } from '../frame/seen-by.ts';
import { type Detail, Officers, recordOn, UnitFacts, type UnitRecord } from './unit-detail.tsx';

type Change = {
  readonly id: string;
  readonly title: string;
  readonly changeName: string;
  readonly statusName: string;
  readonly effectiveOn: string;
  readonly number: string | null;
  readonly asSuccessor: boolean;
};

/** One unit: what it is on a day, what it was and will be, and the acts that made it so. */
export function OrganisationPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { today } = useSession();
  const params = new URLSearchParams(useLocation().searchStr);
  const on = params.get('on') ?? today;
  const knownOn = params.get('knownOn') ?? '';
  const detail = useApi<Detail>(`/api/organisations/${id}${queryString({ knownOn })}`, { keepPrevious: true });
  const now = recordOn(detail.data?.records ?? [], on);
  return (
    <Page
      title={detail.data?.name ?? '单位'}
      back={{ to: '/organisations', label: '机构树' }}
      status={detail.data === undefined ? '' : standing(detail.data.records, on, now)}
      actions={<Days id={id} on={on} knownOn={knownOn} />}
      primary={<ApplyButton id={id} />}
    >
      <Loaded query={detail} what="单位登记信息">
        {({ records, contact }) => (
          <>
            <Section title={`${on}的登记`}>
              {now === null ? <EmptyState>该日没有有效的登记，可换一日再看。</EmptyState> : <UnitFacts record={now} contact={contact} />}
            </Section>
            <Section title="沿革">
              <History records={records} on={on} />
            </Section>
            <Changes id={id} />
            {now === null ? null : (
              <Section title="人员和期限">
                <Officers id={id} />
              </Section>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function standing(records: readonly UnitRecord[], on: string, now: UnitRecord | null): string {
  const next = records.find((r) => r.validFrom > on);
  if (now === null) return next === undefined ? `${on}已不是有效单位。` : `${next.validFrom}起设立。`;
  if (next !== undefined) return `${on}有效；${next.validFrom}起登记有变更。`;
  return now.validThrough === null ? `${on}有效。` : `${on}有效，${now.validThrough}以后终止。`;
}

function Days({ id, on, knownOn }: { id: string; on: string; knownOn: string }) {
  const navigate = useNavigate();
  const { today } = useSession();
  const go = (next: { readonly on?: string; readonly knownOn?: string }) =>
    void navigate({ href: `/organisations/${id}${queryString({ on, knownOn, ...next })}`, replace: true });
  return (
    <>
      <label className="fh-quiet" htmlFor="unit-on">
        哪一日的登记
      </label>
      <DayFilter id="unit-on" label="年-月-日" day={on} go={(day) => go({ on: day })} />
      <label className="fh-quiet" htmlFor="unit-known">
        截至哪日所知
      </label>
      <DayFilter id="unit-known" label="今日所知" day={knownOn} go={(day) => go({ knownOn: day })} last={today} clears />
    </>
  );
}

/** Offered to whoever may open a change at all; the server decides for which unit. */
function ApplyButton({ id }: { id: string }) {
  const navigate = useNavigate();
  const kinds = useKinds();
  const may = (kinds.data?.kinds ?? []).some((k) => k.kind === 'subject-change' && k.opening.some((o) => o.allowed !== false));
  if (!may) return null;
  return (
    <Button type="primary" onClick={() => void navigate({ href: `/new/subject-change/apply?unit=${id}` })}>
      申请变更
    </Button>
  );
}

function History({ records, on }: { records: readonly UnitRecord[]; on: string }) {
  if (records.length === 0) return <EmptyState>当日所知没有这个单位的登记。</EmptyState>;
  return (
    <ol className="fh-parties" reversed>
      {[...records].reverse().map((r, i, list) => (
        <li key={r.recordId}>
          <strong>
            {r.validFrom} 至 {r.validThrough ?? '今'}
          </strong>
          {r.validFrom > on ? <span className="fh-mark">待生效</span> : null}
          {recordOn(records, on) === r ? <span className="fh-mark">当日登记</span> : null}
          <div className="fh-pieces">
            <span>{r.name}</span>
            <span className="fh-quiet">{difference(r, list[i + 1])}</span>
            {r.recordedBy === null ? null : <Link to={`/matters/${r.recordedBy}`}>登记依据</Link>}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** What this period brought against the one before it. */
function difference(r: UnitRecord, before: UnitRecord | undefined): string {
  if (before === undefined) return `${r.kindName}，隶属${r.superiorName ?? '—'}`;
  const parts = [
    ...(r.name === before.name ? [] : [`由${before.name}更名`]),
    ...(r.superiorId === before.superiorId ? [] : [`改隶${r.superiorName ?? '—'}`]),
    ...(r.lineSuperiorId === before.lineSuperiorId ? [] : [`条线上级改为${r.lineSuperiorName ?? '—'}`]),
    ...(r.qualification === before.qualification ? [] : [`主体资格${r.qualificationName}`]),
    ...(r.bureauName === before.bureauName ? [] : [`司法行政部门改为${r.bureauName ?? '—'}`]),
    ...(r.answersThroughName === before.answersThroughName ? [] : [`委托或归口单位改为${r.answersThroughName ?? '—'}`]),
    ...(JSON.stringify(r.bases) === JSON.stringify(before.bases) ? [] : ['登记关系的依据文件']),
    ...(r.documentPrefix === before.documentPrefix ? [] : [`机关代字改为${r.documentPrefix ?? '（不制发）'}`]),
  ];
  return parts.length === 0 ? '其他登记内容变更' : parts.join('，');
}

function Changes({ id }: { id: string }) {
  const administrator = useIsAdministrator();
  const changes = useApi<{ readonly items: readonly Change[] }>(administrator ? null : `/api/organisations/${id}/changes`);
  if (administrator) return null;
  return (
    <Section title="变更事项">
      <Loaded query={changes} what="变更事项">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState>没有您可查阅的变更事项。更名、改隶、合并、分设、撤销和主体资格的变更在此列出。</EmptyState>
          ) : (
            <ul className="fh-parties">
              {items.map((c) => (
                <li key={c.id}>
                  <Link to={`/matters/${c.id}`}>{c.title}</Link>
                  <span className="fh-mark">{c.statusName}</span>
                  <span className="fh-quiet">
                    {'　'}
                    {c.effectiveOn}起生效{c.number === null ? '' : `　${c.number}`}
                    {c.asSuccessor ? '　承接其他单位' : ''}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}
