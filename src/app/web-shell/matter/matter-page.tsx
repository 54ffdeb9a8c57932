import { Link, useLocation, useNavigate, useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { failureOf } from '#ui/api/failure.ts';
import { queryString } from '#ui/api/query-string.ts';
import type { ActAnswer, MatterView, OfferedAct } from '#ui/api/types.ts';
import { useApi, useRefreshAll } from '#ui/api/use-api.ts';
import { LampBadge } from '#ui/law/lamp.tsx';
import { Page } from '#ui/layout/page.tsx';
import { FocusedNote, ResultNote } from '#ui/layout/result.tsx';
import { EmptyState, Loaded } from '#ui/layout/states.tsx';
import { MainLine } from '#ui/matter/main-line.tsx';
import { ReadingReason } from '#ui/matter/reading-reason.tsx';
import { useSession } from '#ui/session.tsx';
import { AlikeCases } from '../../../enforcement/same-party/web/alike-cases.tsx';
import { CheckFindings } from '../../../supervision/online-watch/web/check-findings.tsx';
import { ledgerOf } from '../frame/kind-groups.ts';
import { AsOfNote, AsOfPickers } from './as-of.tsx';
import { withNames } from './named-fields.ts';
import { isMaking, leadingClock, primaryStep } from './now-facts.ts';
import { NowPanel } from './now-panel.tsx';
import { OpenAct } from './open-act.tsx';
import { pagesOf } from './own-pages.ts';
import { PastPanel } from './past-panel.tsx';
import { Record } from './record.tsx';
import { useSaid } from './said.ts';

/** 办件页: one page for every kind of matter, 一案一档. */
export function MatterPage() {
  const { id = '' } = useParams({ strict: false });
  const view = useMatterAddress(id);
  const matter = useApi<MatterView>(`/api/matters/${id}${queryString({ asOf: view.asOf, knownOn: view.knownOn })}`, {
    keepPrevious: true,
    againWhile: isMaking,
  });
  if (matter.data === undefined) {
    const before = (view.asOf !== null || view.knownOn !== null) && matter.error !== null && failureOf(matter.error).is === 'absent';
    return (
      <Page title="办件页" back={{ to: '/', label: '工作台' }}>
        {before ? (
          <EmptyState action={<Button onClick={() => view.go({ asOf: null, knownOn: null })}>回到现在</Button>}>
            那一天还没有此事项。
          </EmptyState>
        ) : (
          <Loaded query={matter} what="事项">
            {() => null}
          </Loaded>
        )}
      </Page>
    );
  }
  return <LoadedMatter key={id} matter={matter.data} address={view} reload={() => matter.refetch()} />;
}

/** Whoever finds a printed page sees whose view of which day it is. */
function PrintedBy() {
  const { name, post, today } = useSession();
  return (
    <p className="fh-print-only fh-quiet">
      {today} 由{post.organisationName}
      {name}（{post.roleName}）打印，内容以该岗位可查阅的为限。
    </p>
  );
}

type Address = ReturnType<typeof useMatterAddress>;

/** What the address bar says of this page: the day looked back to, and the act being filled in. */
function useMatterAddress(id: string) {
  const location = useLocation();
  const navigate = useNavigate();
  const params = new URLSearchParams(location.searchStr);
  const go = (next: Readonly<Record<string, string | null>>, replace = true): void => {
    const merged = { asOf: params.get('asOf'), knownOn: params.get('knownOn'), act: params.get('act'), ...next };
    void navigate({ href: `/matters/${id}${queryString(merged)}`, replace });
  };
  return { asOf: params.get('asOf'), knownOn: params.get('knownOn'), act: params.get('act'), go };
}

/** A form that is being filled in takes the width, and more of it where its page stands beside it. */
function layoutOf(open: OfferedAct | undefined): string {
  if (open === undefined) return 'fh-matter';
  return open.prints === null ? 'fh-matter fh-matter-open' : 'fh-matter fh-matter-open fh-matter-drafting';
}

type LoadedProps = { readonly matter: MatterView; readonly address: Address; readonly reload: () => Promise<unknown> };

function LoadedMatter({ matter: told, address, reload }: LoadedProps) {
  const matter = useMemo(() => withNames(told), [told]);
  const said = useSaid();
  const [answer, setAnswer] = useState<ActAnswer | null>(() => said(matter.id));
  const [words, setWords] = useState<string | null>(null);
  const [document, setDocument] = useState<string | null>(null);
  const now = useRef<HTMLElement>(null);
  const refresh = useRefreshAll();
  const past = address.asOf !== null || address.knownOn !== null;
  const clock = leadingClock(matter);
  const first = past ? null : primaryStep(matter);
  const open = past ? undefined : matter.acts.find((act) => act.act === address.act && act.allowed !== false);
  const done = (next: ActAnswer): void => {
    setAnswer(next);
    address.go({ act: null });
    void refresh();
  };
  const leave = (): void => {
    address.go({ act: null });
    // The form goes away, and the focus with it: it goes on where the next step is chosen.
    now.current?.focus({ preventScroll: true });
  };
  return (
    <Page
      title={matter.title}
      back={ledgerOf(matter.kind, matter.kindName)}
      marks={clock === null ? null : <LampBadge lamp={clock.lamp} daysLeft={clock.daysLeft} large />}
      status={[matter.number ?? '', matter.kindName, matter.statusName, matter.label].filter((word) => word !== '').join(' · ')}
      actions={
        <>
          {pagesOf(matter).map(({ to, label }) => (
            <Link key={to} to={to}>
              {label}
            </Link>
          ))}
          <AsOfPickers asOf={address.asOf} knownOn={address.knownOn} go={address.go} />
        </>
      }
      primary={
        first === null || open !== undefined ? null : (
          <Button type="primary" size="large" onClick={() => address.go({ act: first.act }, false)}>
            {first.label}
          </Button>
        )
      }
    >
      <PrintedBy />
      <MainLine steps={matter.mainLine} />
      {past ? <AsOfNote asOf={address.asOf} knownOn={address.knownOn} back={() => address.go({ asOf: null, knownOn: null })} /> : null}
      {answer === null ? null : <ResultNote key={answer.seq} answer={answer} close={() => setAnswer(null)} />}
      {words === null ? null : (
        <FocusedNote key={words}>
          <Alert type="success" showIcon role="status" title={words} />
        </FocusedNote>
      )}
      {past ? null : <AlikeCases matter={matter} />}
      <ReadingReason key={matter.id} asks={matter.asksReason}>
        <div className={layoutOf(open)}>
          <div className="fh-matter-past">
            <PastPanel matter={matter} past={past} openDocument={setDocument} say={setWords} />
          </div>
          <div className="fh-matter-record">
            {matter.kind === 'alert-check' && !past ? <CheckFindings matter={matter} /> : null}
            {open === undefined ? null : <OpenAct matter={matter} act={open} done={done} leave={leave} reload={reload} answer={answer} />}
            <Record matter={matter} document={document} choose={setDocument} />
          </div>
          <section ref={now} tabIndex={-1} aria-label="现在" className="fh-matter-now">
            <NowPanel matter={matter} past={past} choose={(act) => address.go({ act }, false)} open={open?.act ?? null} />
          </section>
        </div>
      </ReadingReason>
    </Page>
  );
}
