import { Link, useLocation, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { CERTIFICATE_KIND_LABELS, CERTIFICATE_STATUS_LABELS } from '#law';
import { queryString } from '#ui/api/query-string.ts';
import { useApi } from '#ui/api/use-api.ts';
import { DayFilter } from '#ui/form/day-filter.tsx';
import { FactList } from '#ui/layout/fact-list.tsx';
import { Page, Section } from '#ui/layout/page.tsx';
import { EmptyState, Loaded } from '#ui/layout/states.tsx';
import { useSession } from '#ui/session.tsx';
import type { CertificateView } from '../contract.ts';
import { STANDING_LABELS } from '../standing.ts';
import { StandingTag } from './standing-tag.tsx';

/** One certificate: what it is on a day, what it was, and the acts and loads that made it so. */
export function CertificatePage() {
  const { id = '' } = useParams({ strict: false });
  const { today } = useSession();
  const params = new URLSearchParams(useLocation().searchStr);
  const on = params.get('on') ?? today;
  const knownOn = params.get('knownOn') ?? '';
  const view = useApi<CertificateView>(`/api/certificates/${id}${queryString({ on, knownOn })}`, { keepPrevious: true });
  const last = view.data?.periods[0];
  return (
    <Page
      title={last === undefined ? '证件' : `${last.holder}的${CERTIFICATE_KIND_LABELS[last.kind]}`}
      back={{ to: '/certificates', label: '证件名录' }}
      marks={view.data === undefined ? null : <StandingTag standing={view.data.standing} />}
      status={view.data === undefined ? '' : standing(view.data)}
      actions={<Days id={id} on={on} knownOn={knownOn} />}
      primary={last === undefined ? undefined : <Apply period={last} />}
    >
      <Loaded query={view} what="证件登记">
        {(loaded) => (
          <>
            <Section title={`${loaded.on}的登记`}>
              <Facts view={loaded} />
            </Section>
            <Section title="历次登记">
              <Periods view={loaded} />
            </Section>
            <Section title="办理">
              <Affairs view={loaded} />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** Offered for every certificate that one may read; the server decides who may apply for what. */
function Apply({ period }: { period: CertificateView['periods'][number] }) {
  const navigate = useNavigate();
  const { organisationId: unit, kind, number, holder: name } = period;
  const asked = queryString({ unit, kind, number, name });
  return (
    <Button type="primary" onClick={() => void navigate({ href: `/new/certificate-affair/apply${asked}` })}>
      申请办理
    </Button>
  );
}

function standing({ on, standing: is, periods }: CertificateView): string {
  if (periods.length === 0) return '截至该日还没有登记这张证件。';
  const at = periods.find((p) => p.from <= on && (p.through === null || on <= p.through));
  return at === undefined
    ? `${on}：${STANDING_LABELS[is]}。`
    : `${on}：${STANDING_LABELS[is]}（登记自${at.from}${at.through === null ? '' : `至${at.through}`}）。`;
}

function Days({ id, on, knownOn }: { id: string; on: string; knownOn: string }) {
  const navigate = useNavigate();
  const { today } = useSession();
  const go = (next: { readonly on?: string; readonly knownOn?: string }) =>
    void navigate({ href: `/certificates/${id}${queryString({ on, knownOn, ...next })}`, replace: true });
  return (
    <>
      <label className="fh-quiet" htmlFor="certificate-on">
        哪一日的状态
      </label>
      <DayFilter id="certificate-on" label="年-月-日" day={on} go={(day) => go({ on: day })} />
      <label className="fh-quiet" htmlFor="certificate-known">
        截至哪日所知
      </label>
      <DayFilter id="certificate-known" label="今日所知" day={knownOn} go={(day) => go({ knownOn: day })} last={today} clears />
    </>
  );
}

function Facts({ view }: { view: CertificateView }) {
  const at = view.periods.find((p) => p.from <= view.on && (p.through === null || view.on <= p.through));
  if (at === undefined) return <EmptyState>该日不在有效期内，可换一日再看。</EmptyState>;
  const rows: readonly (readonly [string, string])[] = [
    ['证件号', at.number],
    ['持证人', at.holder],
    ['单位', at.organisationName],
    ['状态', CERTIFICATE_STATUS_LABELS[at.status]],
    ['领域', at.domains.join('、') || '未登记'],
    ['审核注册', at.registeredOn ?? '未登记'],
    ['法律职业资格', at.legalQualification ?? '未登记'],
    ['从事法制审核', at.reviewsSince === null ? '未登记' : `自${at.reviewsSince}`],
  ];
  return <FactList rows={rows} />;
}

function Periods({ view }: { view: CertificateView }) {
  if (view.periods.length === 0) return <EmptyState>当日所知没有这张证件的登记。</EmptyState>;
  return (
    <ol className="fh-parties" reversed>
      {view.periods.map((p) => (
        <li key={p.id} className="fh-pieces">
          <strong>
            {p.from} 至 {p.through ?? '今'}
          </strong>
          <StandingTag standing={p.status} />
          <span>{p.organisationName}</span>
          <span className="fh-quiet">{p.byAct ? '办理记录' : '名录载入'}</span>
          {p.recordedBy === null ? null : <Link to={`/matters/${p.recordedBy}`}>登记依据</Link>}
        </li>
      ))}
    </ol>
  );
}

function Affairs({ view }: { view: CertificateView }) {
  if (view.affairs.length === 0)
    return <EmptyState>没有您可查阅的办理事项。审核注册、换证、遗失、暂扣、注销在“执法证件办理”申请后列在这里。</EmptyState>;
  return (
    <ul className="fh-parties">
      {view.affairs.map((affair) => (
        <li key={affair.id}>
          <Link to={`/matters/${affair.id}`}>{affair.title}</Link>
        </li>
      ))}
    </ul>
  );
}
