import { Button } from 'antd';
import { isPlatformAct } from '#law';
import { type Evidenced, evidenceOf, recordingsOf, type StageOfDay } from '#law/evidence/index';
import type { DocumentInfo, MatterView } from '#ui/api/types.ts';
import { FactList } from '#ui/layout/fact-list.tsx';
import { FirstOf } from '#ui/layout/first-of.tsx';
import { EmptyState } from '#ui/layout/states.tsx';
import { type Tab, Tabs } from '#ui/layout/tabs.tsx';
import { CaseFileTab } from '#ui/matter/case-file.tsx';
import { DOCUMENT_STATES, DocumentPreview } from '#ui/matter/document-preview.tsx';
import { EvidenceRecord, RecordingRecord } from '#ui/matter/evidence-record.tsx';
import { FileList } from '#ui/matter/file-list.tsx';
import { ReadingReasonField } from '#ui/matter/reading-reason.tsx';
import { stagesToRecord } from '../../../enforcement/ordinary-penalty/lifecycle/recorded-stages.ts';
import type { OrdinaryPenalty } from '../../../enforcement/ordinary-penalty/model.ts';
import { GoodsRecord } from '../../../enforcement/ordinary-penalty/web/goods-record.tsx';
import { DecisionFindings, DecisionRecord } from '../../../enforcement/penalty-records/web/decision-record.tsx';
import { stagesToRecord as stagesOnSpot } from '../../../enforcement/summary-penalty/lifecycle/recorded-stages.ts';
import type { SummaryPenalty } from '../../../enforcement/summary-penalty/model.ts';
import type { LawChange } from '../../../registers/law-library/model.ts';
import { ImpactList } from '../../../registers/law-library/web/impact-list.tsx';
import { FilingRecord } from '../../../supervision/major-penalty-filings/web/filing-record.tsx';

type Props = { readonly matter: MatterView; readonly document: string | null; readonly choose: (id: string) => void };

/** Kinds whose own tabs stand beside what was typed, not for it. */
const GOES_BY_FACTS: readonly string[] = ['ordinary-penalty', 'summary-penalty'];

/** Kinds that tell of themselves in a way of their own stand first with it. */
const OWN_TABS: Readonly<Record<string, (matter: MatterView) => readonly Tab[]>> = {
  'law-change': ({ state }) => {
    const { items } = state as unknown as Pick<LawChange, 'items'>;
    return [{ key: 'impact', label: `受影响的引用 ${items.length}`, children: <ImpactList items={items} /> }];
  },
  'penalty-record': ({ id }) => [
    { key: 'decision', label: '处罚决定', children: <DecisionRecord id={id} /> },
    { key: 'findings', label: '预警', children: <DecisionFindings id={id} /> },
  ],
  'ordinary-penalty': (matter) => {
    const state = matter.state as unknown as OrdinaryPenalty;
    // Whoever is told of the case and no more sees no evidence.
    if (state.evidence === undefined) return [];
    return [
      ...evidenceTabs(matter, state, stagesToRecord(state)),
      { key: 'goods', label: `涉案财物 ${state.goods.length}`, children: <GoodsRecord state={state} /> },
    ];
  },
  'summary-penalty': (matter) => {
    const state = matter.state as unknown as SummaryPenalty;
    if (state.openedOn === undefined) return [];
    return evidenceTabs(matter, state, stagesOnSpot(state));
  },
  'major-penalty-filing': ({ id }) => [{ key: 'filing', label: '备案', children: <FilingRecord id={id} /> }],
};

/** Piece by piece what proves the case, and the recordings of its stages. */
function evidenceTabs(matter: MatterView, state: Evidenced, stages: readonly StageOfDay[]): readonly Tab[] {
  const files = matter.timeline.flatMap((act) => act.files);
  return [
    {
      key: 'evidence',
      label: `证据 ${evidenceOf(state).length}`,
      children: <EvidenceRecord state={state} files={files} officers={matter.officers} />,
    },
    {
      key: 'recordings',
      label: `全过程记录 ${recordingsOf(state).length}`,
      children: <RecordingRecord state={state} files={files} officers={matter.officers} stages={stages} />,
    },
  ];
}

/** 文书 / 事实 / 证据. */
export function Record({ matter, document, choose }: Props) {
  const files = matter.timeline.flatMap((act) => (isPlatformAct(act.type) ? [] : act.files));
  const own = OWN_TABS[matter.kind]?.(matter) ?? [];
  const documents: Tab = {
    key: 'documents',
    label: `文书 ${matter.documents.length}`,
    children: <Documents matter={matter} document={document} choose={choose} />,
  };
  const facts: Tab = {
    key: 'facts',
    label: matter.kind === 'penalty-record' ? '报送内容' : '事实',
    children: <Facts matter={matter} />,
    printed: true,
  };
  // While a case has no document yet, what was typed is all there is to go by: it stands open.
  const goesByFacts = matter.documents.length === 0 && (own.length === 0 || GOES_BY_FACTS.includes(matter.kind));
  const items: readonly Tab[] = [
    ...(goesByFacts ? [facts, ...own, documents] : [...own, documents, facts]),
    {
      key: 'files',
      label: `证据材料 ${files.length}`,
      children:
        files.length === 0 ? (
          <EmptyState>还没有上传材料。办理时附上的文件会汇总在这里。</EmptyState>
        ) : (
          <FirstOf items={files} counted="份材料">
            {(shown) => <FileList files={shown} label="证据材料" />}
          </FirstOf>
        ),
    },
    ...(matter.hasCaseFile ? [{ key: 'case-file', label: '案卷', children: <CaseFileTab matterId={matter.id} /> }] : []),
  ];
  return (
    <section className="fh-section" aria-label="文书、事实与证据">
      <ReadingReasonField />
      <Tabs label="文书、事实与证据" items={items} />
    </section>
  );
}

function Documents({ matter, document, choose }: Props) {
  const shown = matter.documents.find((one) => one.id === document) ?? principal(matter.documents);
  // A case has several receipts and re-checks: by their name alone nobody could tell them apart.
  const isAlone = ({ name }: Pick<DocumentInfo, 'name'>): boolean => matter.documents.filter((one) => one.name === name).length === 1;
  if (shown === undefined) return <EmptyState>还没有文书。签发或者出具后，在这里看到将要用印的版面；已填写的内容见“事实”。</EmptyState>;
  return (
    <>
      {matter.documents.length < 2 ? null : (
        <div className="fh-choice-row">
          {matter.documents.map((one) => (
            <Button
              key={one.id}
              size="small"
              type={one.id === shown.id ? 'primary' : 'default'}
              ghost={one.id === shown.id}
              aria-pressed={one.id === shown.id}
              onClick={() => choose(one.id)}
            >
              {isAlone(one) ? one.name : `${one.name}（${one.number ?? one.issuedOn}）`}
            </Button>
          ))}
        </div>
      )}
      <DocumentPreview key={shown.id} document={shown} />
      <Papers documents={matter.documents} />
    </>
  );
}

/** On paper no page is framed: what there is, by number and digest. */
function Papers({ documents }: { documents: MatterView['documents'] }) {
  return (
    <ol className="fh-papers fh-print-only">
      {documents.map((one) => (
        <li key={one.id}>
          {one.name}
          {one.number === null ? '' : `　${one.number}`}　{one.issuedOn}　{DOCUMENT_STATES[one.state]}
          {one.digest === null ? null : <code>　SHA-256 {one.digest}</code>}
        </li>
      ))}
    </ol>
  );
}

/** What the matter is about: the latest document with a number, else the latest of all. */
function principal(documents: MatterView['documents']): MatterView['documents'][number] | undefined {
  return documents.findLast((one) => one.number !== null && one.state !== 'void') ?? documents.at(-1);
}

/** Everything that was filled in, act by act, the latest first. */
function Facts({ matter }: { matter: MatterView }) {
  const acts = matter.timeline.filter((act) => act.fields.length > 0 && !act.retracted);
  if (acts.length === 0) return <EmptyState>还没有填写事实。各环节填写的内容会汇总在这里。</EmptyState>;
  return (
    <FirstOf items={acts} counted="次填写">
      {(shown) => shown.map((act) => <FactsOfAct key={act.seq} act={act} />)}
    </FirstOf>
  );
}

function FactsOfAct({ act }: { act: MatterView['timeline'][number] }) {
  return (
    <div className="fh-facts">
      <h3 className="fh-group">
        {act.label}（{act.legalDate}）
      </h3>
      <FactList rows={act.fields.map(({ label, value }) => [label, value])} />
    </div>
  );
}
