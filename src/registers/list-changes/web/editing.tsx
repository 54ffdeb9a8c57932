import { Alert, Button } from 'antd';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { KeptList } from '#registers/power-lists';
import { Section } from '#ui/layout/page.tsx';
import type { DraftView, SentLine } from '../contract.ts';
import { CheckButton, CheckedWords } from './checked-words.tsx';
import { DifferenceList } from './difference-list.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { LinePanel } from './line-panel.tsx';
import { PendingLines } from './pending-lines.tsx';
import { ReasonSection } from './reason-section.tsx';
import { RegisterTable } from './register-table.tsx';
import { type Checked, usePreviewOfLines } from './use-preview-of-lines.ts';
import { type Reason, useSaving } from './use-saving.ts';
import { WorkbookPart } from './workbook-part.tsx';

const NEW: SentLine = { what: 'set', cells: {}, base: null };
/** What is open above the lines: one line (`at` null: it joins at the end), the workbook, or nothing. */
type Open = { readonly at: number | null; readonly line: SentLine } | 'workbook' | null;
type Props = {
  readonly id: string | null;
  readonly draft: DraftView;
  /** Begins anew with what is kept by now. */
  readonly restart?: () => void;
};

/** The lines of one proposal, its reasons, and the register that it changes. */
export function Editing({ id, draft, restart }: Props) {
  // What was begun with stays: the draft may be read again while somebody types.
  const [start] = useState(draft);
  const { list } = start;
  const [lines, setLines] = useState<readonly SentLine[]>(start.lines);
  const [typed, setTyped] = useState<Reason>({ reason: start.reason, grounds: start.grounds ?? '' });
  const [open, setOpen] = useState<Open>(null);
  const checked = usePreviewOfLines(list, lines);
  const saving = useSaving(id, start);
  const pending = useRef<HTMLElement>(null);
  const isTyping = open !== null && open !== 'workbook';
  const isChanged = lines !== start.lines || typed.reason !== start.reason || typed.grounds !== (start.grounds ?? '');
  const isOvertaken = draft.seq !== start.seq && !saving.isSaved();
  const follows = isOvertaken && !isChanged && open === null;
  useEffect(() => {
    if (follows) restart?.();
  });
  const join = (found: readonly SentLine[], at: number | null): void => {
    setLines(at === null ? [...lines, ...found] : lines.flatMap((one, i) => (i === at ? found : [one])));
    shut();
  };
  // What was open goes away, and the focus with it: it goes on at the lines.
  const shut = (): void => {
    setOpen(null);
    pending.current?.focus();
  };
  return (
    <>
      <LeaveGuard isChanged={isChanged || isTyping} isFree={saving.isSaved} />
      {isOvertaken && !follows ? <Overtaken restart={restart} /> : null}
      <div className="lc-tools">
        <Button disabled={isTyping} onClick={() => setOpen({ at: null, line: NEW })}>
          新增事项
        </Button>
        <Button disabled={isTyping} onClick={() => setOpen('workbook')}>
          从工作簿载入
        </Button>
      </div>
      <OpenPart list={list} open={open} join={join} close={shut} />
      <Lines at={pending} lines={lines} checked={checked} isTyping={isTyping} change={setLines} open={setOpen} />
      <ReasonSection
        typed={typed}
        set={setTyped}
        isBusy={isTyping}
        isChanged={isChanged}
        saving={saving}
        save={() => void saving.save({ list, lines, ...typed })}
      />
      <Section title="现行事项">
        <RegisterTable list={list} isBusy={isTyping} touched={touchedBy(list, lines)} open={(line) => setOpen({ at: null, line })} />
      </Section>
    </>
  );
}

function Overtaken({ restart }: { restart: (() => void) | undefined }) {
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      className="fh-note"
      title="您填写期间，这次调整已有新的办理"
      description="本页填写的内容仍在，但不能再保存。载入最新内容以后，本页没有保存的修改不再保留，需要的请先抄录。"
      action={<Button onClick={() => restart?.()}>载入最新内容</Button>}
    />
  );
}

type OpenProps = {
  readonly list: KeptList;
  readonly open: Open;
  readonly join: (lines: readonly SentLine[], at: number | null) => void;
  readonly close: () => void;
};

function OpenPart({ list, open, join, close }: OpenProps) {
  if (open === null) return null;
  if (open === 'workbook') return <WorkbookPart list={list} close={close} take={(found) => join(found, null)} />;
  const { at, line } = open;
  return (
    <LinePanel key={`${at}/${line.what}/${line.cells.code}`} list={list} line={line} keep={(kept) => join([kept], at)} close={close} />
  );
}

type LinesProps = {
  readonly at: RefObject<HTMLElement | null>;
  readonly lines: readonly SentLine[];
  readonly checked: Checked;
  readonly isTyping: boolean;
  readonly change: (lines: readonly SentLine[]) => void;
  readonly open: (open: Open) => void;
};

/** What is proposed so far, what is wrong with it, and what it would change. */
function Lines({ at: root, lines, checked, isTyping, change, open }: LinesProps) {
  const { preview } = checked;
  const changeTo = (next: readonly SentLine[]): void => {
    change(next);
    root.current?.focus();
  };
  return (
    <section ref={root} tabIndex={-1} aria-label="本次调整">
      <Section title={`拟调整的事项（${lines.length}）`} extra={<CheckButton checked={checked} any={lines.length > 0} />}>
        <PendingLines
          lines={lines}
          preview={preview}
          isBusy={isTyping}
          open={(at) => open({ at, line: lines[at] ?? NEW })}
          remove={(at) => changeTo(lines.filter((_, i) => i !== at))}
          renew={(at) => changeTo(lines.map(({ seen: _, ...line }, i) => (i === at ? { ...line, base: null } : line)))}
        />
        <CheckedWords checked={checked} />
      </Section>
      {preview === null || lines.length === 0 ? null : (
        <Section title={`变化（${preview.differenceCount}）`}>
          <DifferenceList differences={preview.differences} count={preview.differenceCount} />
        </Section>
      )}
    </section>
  );
}

function touchedBy(list: KeptList, lines: readonly SentLine[]): ReadonlySet<string> {
  return new Set(lines.map(({ cells }) => (list === 'post-duty' ? `${cells.code ?? ''}/${cells.certificate ?? ''}` : (cells.code ?? ''))));
}
