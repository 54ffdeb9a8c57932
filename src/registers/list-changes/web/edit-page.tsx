import { useLocation, useNavigate, useParams } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { LIST_LABELS } from '#law';
import type { KeptList } from '#registers/power-lists';
import { useApi } from '#ui/api/use-api.ts';
import { FormFailure } from '#ui/form/form-failure.tsx';
import { Page, Section } from '#ui/layout/page.tsx';
import { EmptyState, Loaded } from '#ui/layout/states.tsx';
import type { DraftView, SentLine } from '../contract.ts';
import { CheckButton, CheckedWords } from './checked-words.tsx';
import { DifferenceList } from './difference-list.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { LinePanel } from './line-panel.tsx';
import { PendingLines } from './pending-lines.tsx';
import { RegisterTable } from './register-table.tsx';
import { usePreviewOfLines } from './use-preview-of-lines.ts';
import { useSaving } from './use-saving.ts';
import { WorkbookPart } from './workbook-part.tsx';
import './list-changes.css';

const { 'normative-document': _, ...KEPT } = LIST_LABELS;
const isKept = (list: string | null): list is KeptList => list !== null && Object.hasOwn(KEPT, list);
const STATUS = '在现行事项中逐项变更、终止，新增事项，或者从工作簿载入；可以随时保存，核对无误后送审。';

/** 调整本单位的清单: a new proposal; the list may be named in the address. */
export function NewListChangePage() {
  const address = new URLSearchParams(useLocation().searchStr);
  const asked = address.get('list');
  const isUnpublished = address.get('published') === 'false';
  const navigate = useNavigate();
  const list = isKept(asked) ? asked : null;
  return (
    <Page title="调整本单位清单" back={{ to: '/lists', label: '清单' }} status={STATUS}>
      <Section title="哪一份清单">
        <Select
          aria-label="哪一份清单"
          placeholder="选择清单"
          className="fh-filter"
          value={list}
          popupMatchSelectWidth={false}
          options={Object.entries(KEPT).map(([value, label]) => ({ value, label }))}
          onChange={(next) =>
            void navigate({ href: `/list-changes/new?list=${next}${isUnpublished ? '&published=false' : ''}`, replace: true })
          }
        />
      </Section>
      {list === null ? (
        <EmptyState>选择要录入或者调整的清单。</EmptyState>
      ) : (
        <Editing key={list} id={null} draft={{ list, status: 'drafting', reason: '', grounds: null, lines: [], seq: 1 }} />
      )}
    </Page>
  );
}

/** 修改拟调整的事项. */
export function EditListChangePage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const draft = useApi<DraftView>(`/api/list-changes/${id}/draft`);
  const title = draft.data === undefined ? '修改拟调整的事项' : `修改拟调整的事项：${LIST_LABELS[draft.data.list]}`;
  return (
    <Page title={title} back={{ to: `/list-changes/${id}`, label: '清单调整' }} status={STATUS}>
      <Loaded query={draft} what="拟调整的事项">
        {(found) => <Editing key={found.seq} id={id} draft={found} />}
      </Loaded>
    </Page>
  );
}

type Open = { readonly at: number | null; readonly line: SentLine };

function Editing({ draft, id }: { draft: DraftView; id: string | null }) {
  const { list } = draft;
  const [lines, setLines] = useState<readonly SentLine[]>(draft.lines);
  const [reason, setReason] = useState(draft.reason);
  const [grounds, setGrounds] = useState(draft.grounds ?? '');
  const [open, setOpen] = useState<Open | 'workbook' | null>(null);
  const checked = usePreviewOfLines(list, lines);
  const isChanged = lines !== draft.lines || reason !== draft.reason || grounds !== (draft.grounds ?? '');
  const isOpen = open !== null && open !== 'workbook';
  const saving = useSaving(id, draft);
  const keep = (line: SentLine): void => {
    const at = open === null || open === 'workbook' ? null : open.at;
    setLines(at === null ? [...lines, line] : lines.map((one, i) => (i === at ? line : one)));
    setOpen(null);
  };
  return (
    <>
      <LeaveGuard isChanged={isChanged || isOpen} isFree={saving.isSaved} />
      <div className="lc-tools">
        <Button disabled={isOpen} onClick={() => setOpen({ at: null, line: { what: 'set', cells: {}, base: null } })}>
          新增事项
        </Button>
        <Button disabled={isOpen} onClick={() => setOpen('workbook')}>
          从工作簿载入
        </Button>
      </div>
      {open === null ? null : open === 'workbook' ? (
        <WorkbookPart
          list={list}
          close={() => setOpen(null)}
          take={(found) => {
            setLines([...lines, ...found]);
            setOpen(null);
          }}
        />
      ) : (
        <LinePanel
          key={`${open.at}/${open.line.what}/${open.line.cells.code}`}
          list={list}
          line={open.line}
          keep={keep}
          close={() => setOpen(null)}
        />
      )}
      <Section title={`拟调整的事项（${lines.length}）`} extra={<CheckButton checked={checked} any={lines.length > 0} />}>
        <PendingLines
          lines={lines}
          preview={checked.preview}
          isBusy={isOpen}
          open={(at) => setOpen({ at, line: lines[at] ?? { what: 'set', cells: {}, base: null } })}
          remove={(at) => setLines(lines.filter((_, i) => i !== at))}
          renew={(at) => setLines(lines.map(({ seen: __, ...line }, i) => (i === at ? { ...line, base: null } : line)))}
        />
        <CheckedWords checked={checked} />
      </Section>
      {checked.preview === null || lines.length === 0 ? null : (
        <Section title={`变化（${checked.preview.differenceCount}）`}>
          <DifferenceList differences={checked.preview.differences} count={checked.preview.differenceCount} />
        </Section>
      )}
      <Section title="事由">
        <div className="lc-form">
          <Words label="调整事由" hint="例如法律修改、机构职能调整、首次录入" value={reason} set={setReason} />
          <Words
            label="追溯生效的依据"
            hint="有事项自今日以前的日期起生效或者终止的，写明依据的文件；没有的不填"
            value={grounds}
            set={setGrounds}
          />
        </div>
        <FormFailure failure={saving.failure} marked={0} elsewhere={saving.failure?.is === 'input' ? saving.failure.problems : []} />
        <div className="lc-tools">
          <Button
            type="primary"
            size="large"
            loading={saving.busy}
            disabled={reason.trim() === '' || isOpen}
            onClick={() => void saving.save({ list, lines, reason, grounds })}
          >
            保存
          </Button>
          {isOpen ? (
            <span className="fh-quiet">先把填写中的一行加入本次调整，或者返回</span>
          ) : reason.trim() === '' ? (
            <span className="fh-quiet">填写调整事由以后可以保存</span>
          ) : null}
          {isChanged ? <span className="fh-mark">有内容还没有保存</span> : null}
        </div>
      </Section>
      <Section title="现行事项">
        <RegisterTable list={list} isBusy={isOpen} touched={touchedBy(list, lines)} open={(line) => setOpen({ at: null, line })} />
      </Section>
    </>
  );
}

function touchedBy(list: KeptList, lines: readonly SentLine[]): ReadonlySet<string> {
  return new Set(lines.map(({ cells }) => (list === 'post-duty' ? `${cells.code ?? ''}/${cells.certificate ?? ''}` : (cells.code ?? ''))));
}

function Words({ label, hint, value, set }: { label: string; hint: string; value: string; set: (value: string) => void }) {
  return (
    <div className="fh-field">
      <span className="fh-label">{label}</span>
      <Input.TextArea aria-label={label} autoSize={{ minRows: 2 }} maxLength={2000} value={value} onChange={(e) => set(e.target.value)} />
      <p className="fh-hint">{hint}</p>
    </div>
  );
}
