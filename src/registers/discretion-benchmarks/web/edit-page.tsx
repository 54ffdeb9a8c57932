import { useNavigate, useParams } from '@tanstack/react-router';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { benchmarkProblems } from '#law/discretion/check';
import { call } from '#ui/api/client.ts';
import { type Failure, failureOf } from '#ui/api/failure.ts';
import type { ActAnswer } from '#ui/api/types.ts';
import { useApi, useRefreshAll } from '#ui/api/use-api.ts';
import { FormFailure } from '#ui/form/form-failure.tsx';
import { useIntent } from '#ui/form/intent.ts';
import { Page, Section } from '#ui/layout/page.tsx';
import { Loaded } from '#ui/layout/states.tsx';
import type { BenchmarkDraftView } from '../contract.ts';
import { contentLines } from '../reading/benchmark-sheet.ts';
import { readContent } from '../reading/read-content.ts';
import { BenchmarkEditor, EMPTY, type Typed } from './benchmark-editor.tsx';
import { type Upper, UpperField } from './upper-field.tsx';
import './benchmarks.css';

/** 拟制或补录: a new benchmark. */
export function NewBenchmarkPage() {
  return (
    <Page
      title="拟制或补录裁量权基准"
      back={{ to: '/benchmarks', label: '裁量权基准' }}
      status="拟稿可以随时保存；有法律上的问题时不能送审。"
    >
      <Editing draft={null} id={null} />
    </Page>
  );
}

/** 修改拟稿. */
export function EditBenchmarkPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const draft = useApi<BenchmarkDraftView>(`/api/benchmarks/${id}/draft`);
  return (
    <Page title={`修改拟稿${draft.data === undefined ? '' : `：${draft.data.violation}`}`} back={{ to: `/matters/${id}`, label: '办件页' }}>
      <Loaded query={draft} what="拟稿">
        {(found) => <Editing key={found.seq} draft={found} id={id} />}
      </Loaded>
    </Page>
  );
}

type Publication = {
  readonly documentNumber: string;
  readonly publishedOn: string;
  readonly place: string;
  readonly from: string;
  readonly lastDay: string;
  readonly source: string;
};
const NOT_PUBLISHED: Publication = { documentNumber: '', publishedOn: '', place: '', from: '', lastDay: '', source: '' };

function Editing({ draft, id }: { draft: BenchmarkDraftView | null; id: string | null }) {
  const [violation, setViolation] = useState(draft?.violation ?? '');
  const [typed, setTyped] = useState<Typed>(() => (draft === null ? EMPTY : contentLines(draft.content)));
  const [upper, setUpper] = useState<Upper | null>(draft?.upper ?? null);
  const [published, setPublished] = useState<Publication | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const intent = useIntent();
  const navigate = useNavigate();
  const refresh = useRefreshAll();
  const read = readContent(typed.head, typed.tiers);
  const law = read.problems.length > 0 ? [] : benchmarkProblems(read.content, upper);

  const save = async (): Promise<void> => {
    const content = { content: read.content, upper: upper?.versionId ?? null };
    const entry = published === null ? {} : { ...published, lastDay: published.lastDay === '' ? null : published.lastDay };
    const body = id === null ? { violation: violation.trim(), ...content, ...entry } : { ...content, ifSeq: draft?.seq ?? 1 };
    const path = id !== null ? `/api/benchmarks/${id}/draft` : published === null ? '/api/benchmarks/drafts' : '/api/benchmarks/entries';
    setBusy(true);
    setFailure(null);
    try {
      const done = await call<ActAnswer>('POST', path, { body, key: intent.keyFor(body) });
      intent.done();
      await refresh();
      void navigate({ to: `/matters/${done.matterId}` });
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };
  const lacking = [
    ...(violation.trim() === '' ? ['违法行为'] : []),
    ...(published !== null && Object.entries(published).some(([key, value]) => key !== 'lastDay' && value.trim() === '')
      ? ['公布情况']
      : []),
  ];
  const unfinished = lacking.length > 0 || read.problems.length > 0;
  return (
    <>
      <Section title="基准">
        <div className="db-form">
          <div className="db-field">
            违法行为
            <Input
              aria-label="违法行为"
              value={violation}
              maxLength={300}
              disabled={id !== null}
              onChange={(e) => setViolation(e.target.value)}
            />
          </div>
          <UpperField upper={upper} onChange={setUpper} />
        </div>
      </Section>
      <BenchmarkEditor typed={typed} onChange={setTyped} read={read.problems} law={law} />
      {id === null ? <PublicationFields published={published} onChange={setPublished} /> : null}
      <FormFailure failure={failure} marked={0} elsewhere={failure?.is === 'input' ? failure.problems : []} />
      {published !== null && law.length > 0 ? (
        <Alert type="warning" showIcon className="fh-note" title="补录照实登记；上列问题将成为监督预警。" />
      ) : null}
      <div className="db-tools">
        <Button type="primary" size="large" loading={busy} disabled={unfinished} onClick={() => void save()}>
          {published === null ? '保存拟稿' : '补录'}
        </Button>
        {unfinished ? <span className="fh-quiet">还有未填或者读不出的内容：{unread(lacking, read.problems)}</span> : null}
      </div>
    </>
  );
}

function unread(lacking: readonly string[], problems: ReturnType<typeof readContent>['problems']): string {
  const places = problems.map((p) => (p.tier === null ? '法定幅度和因素' : `第${p.tier + 1}档`));
  return [...new Set([...lacking, ...places])].join('、');
}

function PublicationFields({ published, onChange }: { published: Publication | null; onChange: (p: Publication | null) => void }) {
  if (published === null)
    return (
      <div className="db-tools">
        <Button onClick={() => onChange(NOT_PUBLISHED)}>已在平台以外公布，改为补录</Button>
      </div>
    );
  const text = (key: keyof Publication, label: string, type: 'text' | 'date' = 'text') => (
    <div className="db-field">
      {label}
      <Input type={type} aria-label={label} value={published[key]} onChange={(e) => onChange({ ...published, [key]: e.target.value })} />
    </div>
  );
  return (
    <Section title="公布情况（补录）" extra={<Button onClick={() => onChange(null)}>改为拟制</Button>}>
      <div className="db-form">
        <div className="db-pair">
          {text('documentNumber', '公布文件的文号')}
          {text('publishedOn', '公布日期', 'date')}
          {text('place', '公布载体')}
          {text('from', '施行日期', 'date')}
          {text('lastDay', '最后有效日（没有的不填）', 'date')}
          {text('source', '补录的来源')}
        </div>
      </div>
    </Section>
  );
}
