import { useLocation, useNavigate, useParams } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { LIST_LABELS } from '#law';
import type { KeptList } from '#registers/power-lists';
import { useApi } from '#ui/api/use-api.ts';
import { Page, Section } from '#ui/layout/page.tsx';
import { EmptyState, Loaded } from '#ui/layout/states.tsx';
import type { DraftView, SentLine } from '../contract.ts';
import { KEPT_LABELS } from '../forms.ts';
import { CheckButton, CheckedWords } from './checked-words.tsx';
import { DifferenceList } from './difference-list.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { LinePanel } from './line-panel.tsx';
import { PendingLines } from './pending-lines.tsx';
import { ReasonSection } from './reason-section.tsx';
import { RegisterTable } from './register-table.tsx';
import { usePreviewOfLines } from './use-preview-of-lines.ts';
import { type Reason, useSaving } from './use-saving.ts';
import { WorkbookPart } from './workbook-part.tsx';
import './list-changes.css';

const isKept = (list: string | null): list is KeptList => list !== null && Object.hasOwn(KEPT_LABELS, list);
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
          options={Object.entries(KEPT_LABELS).map(([value, label]) => ({ value, label }))}
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
  const [typed, setTyped] = useState<Reason>({ reason: draft.reason, grounds: draft.grounds ?? '' });
  const [open, setOpen] = useState<Open | 'workbook' | null>(null);
  const checked = usePreviewOfLines(list, lines);
  const isChanged = lines !== draft.lines || typed.reason !== draft.reason || typed.grounds !== (draft.grounds ?? '');
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
      <ReasonSection
        typed={typed}
        set={setTyped}
        isBusy={isOpen}
        isChanged={isChanged}
        saving={saving}
        save={() => void saving.save({ list, lines, ...typed })}
      />
      <Section title="现行事项">
        <RegisterTable list={list} isBusy={isOpen} touched={touchedBy(list, lines)} open={(line) => setOpen({ at: null, line })} />
      </Section>
    </>
  );
}

function touchedBy(list: KeptList, lines: readonly SentLine[]): ReadonlySet<string> {
  return new Set(lines.map(({ cells }) => (list === 'post-duty' ? `${cells.code ?? ''}/${cells.certificate ?? ''}` : (cells.code ?? ''))));
}
