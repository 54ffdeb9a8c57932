import { Link, useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { LIST_LABELS } from '#law';
import { call } from '#ui/api/client.ts';
import type { ActAnswer } from '#ui/api/types.ts';
import { useApi, useRefreshAll } from '#ui/api/use-api.ts';
import { useWork } from '#ui/api/use-work.ts';
import { FormFailure } from '#ui/form/form-failure.tsx';
import { useIntent } from '#ui/form/intent.ts';
import { PlainForm } from '#ui/form/plain-form.tsx';
import { Page, Section } from '#ui/layout/page.tsx';
import { EmptyState, Loaded } from '#ui/layout/states.tsx';
import { useHasRole, useSession } from '#ui/session.tsx';
import { ExportButton } from '#ui/table/export-button.tsx';
import type { ChangeView } from '../contract.ts';
import { FORMS } from '../forms.ts';
import { countWords } from '../model.ts';
import { DifferenceList, ProblemTable } from './difference-list.tsx';
import './list-changes.css';

/** One change of one list: what it changes, and for its unit the next step. */
export function ListChangePage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const change = useApi<ChangeView>(`/api/list-changes/${id}`);
  const data = change.data;
  return (
    <Page
      title={data === undefined ? '清单调整' : `${LIST_LABELS[data.list]}调整`}
      back={{ to: '/lists', label: '清单' }}
      status={data === undefined ? undefined : statusWords(data)}
      actions={data === undefined ? null : <Actions change={data} />}
    >
      <Loaded query={change} what="清单调整">
        {(found) => <Reading change={found} />}
      </Loaded>
    </Page>
  );
}

function statusWords({ unitName, matter, counts, publication }: ChangeView): string {
  const published = publication === null ? '' : `，${publication.on}公布${publication.place === null ? '' : `于${publication.place}`}`;
  return `${unitName} · ${matter?.statusName ?? '已公布'} · ${countWords(counts)}${published}`;
}

/** A supervisor who doubts what a unit changes goes the ordinary way: what is found at work becomes a clue. */
function Actions({ change: { id, unitId, matter, preview, list } }: { change: ChangeView }) {
  const isOwn = useSession().post.organisationId === unitId;
  const isSupervisor = useHasRole(['supervisor']);
  return (
    <>
      {preview === null || preview.differenceCount === 0 ? null : (
        <ExportButton path={`/api/list-changes/${id}/export`} name={`${LIST_LABELS[list]}调整`} />
      )}
      {matter?.mayEdit === true ? <Link to={`/list-changes/${id}/edit`}>修改</Link> : null}
      {matter === null ? null : <Link to={`/matters/${id}`}>办件页{isOwn ? '（审核、退回、撤回）' : ''}</Link>}
      {!isOwn && isSupervisor ? <Link to={`/new/case-supervision/open?unit=${unitId}`}>有疑问，登记线索</Link> : null}
    </>
  );
}

function Reading({ change }: { change: ChangeView }) {
  const { matter, preview } = change;
  return (
    <>
      {matter === null ? null : (
        <Section title="事由">
          <p className="fh-many-lines">{matter.reason}</p>
          {matter.grounds === null ? null : <p className="fh-many-lines">追溯生效的依据：{matter.grounds}</p>}
        </Section>
      )}
      {preview === null ? (
        <EmptyState>
          {matter?.status === 'withdrawn'
            ? '这次调整已经撤回，清单没有变化。'
            : '公布以前，拟调整的事项只有录入单位看得到；公布以后列在这里。'}
        </EmptyState>
      ) : (
        <>
          {preview.problemCount === 0 ? null : (
            <Section title={`需要更正的地方（${preview.problemCount}）`}>
              <ProblemTable problems={preview.problems} count={preview.problemCount} />
            </Section>
          )}
          <Section title={`变化（${preview.differenceCount}）`}>
            <DifferenceList differences={preview.differences} count={preview.differenceCount} />
          </Section>
        </>
      )}
      {matter?.mayEdit === true ? <Submitting id={change.id} matter={matter} /> : null}
      {matter?.mayPublish === true ? <Publishing id={change.id} matter={matter} /> : null}
    </>
  );
}

type Own = { readonly id: string; readonly matter: NonNullable<ChangeView['matter']> };

function Submitting({ id, matter }: Own) {
  const { busy, failure, run } = useWork();
  const intent = useIntent();
  const refresh = useRefreshAll();
  const submit = (): Promise<void> =>
    run(async () => {
      const body = { input: {}, ifSeq: matter.seq };
      await call<ActAnswer>('POST', `/api/list-change/${id}/submit`, { body, key: intent.keyFor(body) });
      intent.done();
      await refresh();
    });
  return (
    <Section title="送审">
      <FormFailure failure={failure} marked={0} elsewhere={[]} />
      <div className="lc-tools">
        <Button type="primary" size="large" loading={busy} disabled={matter.hindrance !== null} onClick={() => void submit()}>
          送法制机构审核
        </Button>
        {matter.hindrance === null ? null : <span className="fh-quiet">有需要更正的地方，先修改</span>}
      </div>
    </Section>
  );
}

const { publishedOn, place, opinion, alone } = FORMS.publish;

function Publishing({ id, matter }: Own) {
  const { today } = useSession();
  const refresh = useRefreshAll();
  return (
    <Section title="批准并公布">
      <p className="fh-hint">公布的同时，各事项按其日期登记到清单；没有写公布日期的事项，以这里的公布日期和载体为准。</p>
      {matter.hindrance === null ? null : (
        <Alert type="warning" showIcon role="alert" className="fh-note" title="暂不能公布" description={matter.hindrance} />
      )}
      <PlainForm
        fields={{ publishedOn, place, opinion, alone }}
        submitLabel="批准并公布"
        initial={{ publishedOn: today }}
        send={async (input, key) => {
          await call<ActAnswer>('POST', `/api/list-changes/${id}/publish`, { body: { ...input, ifSeq: matter.seq }, key });
          await refresh();
        }}
      />
    </Section>
  );
}
