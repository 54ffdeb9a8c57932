import { Checkbox } from 'antd';
import { type ReactNode, useState } from 'react';
import { ACT_MODE_LABELS, isPlatformAct } from '#law';
import type { TimelineAct } from '../api/types.ts';
import { LawTag } from '../law/law-tag.tsx';
import { FactList } from '../layout/fact-list.tsx';
import { FirstOf } from '../layout/first-of.tsx';
import { dayOfInstant, instantWords } from '../time-words.ts';
import { FileList } from './file-list.tsx';

type Props = {
  readonly acts: readonly TimelineAct[];
  readonly openDocument?: ((id: string) => void) | undefined;
  /** What may be done about one act, e.g. putting it right. */
  readonly tools?: ((act: TimelineAct) => ReactNode) | undefined;
};

/** 经过: acts, newest first; the recorded time stands beside the legal one where they differ. */
export function Timeline({ acts, openDocument, tools }: Props) {
  const [all, setAll] = useState(false);
  const routine = acts.filter(isRoutine).length;
  return (
    <>
      <FirstOf items={all ? acts : acts.filter((act) => !isRoutine(act))} counted="条记录">
        {(shown) => <ActList acts={shown} openDocument={openDocument} tools={tools} />}
      </FirstOf>
      {routine === 0 ? null : (
        <Checkbox checked={all} onChange={(event) => setAll(event.target.checked)}>
          显示平台自动生成文书的记录（{routine} 条）
        </Checkbox>
      )}
    </>
  );
}

function ActList({ acts, openDocument, tools }: Props) {
  return (
    <ol className="fh-timeline" aria-label="经过，最近的在前">
      {acts.map((act) => (
        <li key={act.seq} className={act.retracted ? 'fh-act fh-act-retracted' : 'fh-act'}>
          <ActLine act={act} />
          {act.number === null ? null : <p>文号 {act.number}</p>}
          {act.source === null ? null : <p className="fh-quiet">来源：{act.source}</p>}
          {act.doubts.map((reason) => (
            <p key={reason} className="fh-mark">
              {act.mode === 'reported' ? '补录存疑' : '更正后存疑'}：{reason}
            </p>
          ))}
          {act.fields.length === 0 ? null : (
            <details>
              <summary>填写内容（{act.fields.length} 项）</summary>
              <FactList rows={act.fields.map(({ label, value }) => [label, value])} narrow />
            </details>
          )}
          {act.documents.map((document) => (
            <button key={document.id} type="button" className="fh-linkish" onClick={() => openDocument?.(document.id)}>
              文书：{document.name}
            </button>
          ))}
          <FileList files={act.files} label={`${act.label}的附件`} />
          {tools?.(act)}
        </li>
      ))}
    </ol>
  );
}

/** The platform's own making of files: proof, but nothing that anybody did. */
function isRoutine(act: TimelineAct): boolean {
  return act.mode === 'system' && isPlatformAct(act.type);
}

function ActLine({ act }: { act: TimelineAct }) {
  const recordedLater = dayOfInstant(act.recordedAt) !== act.legalDate;
  return (
    <div className="fh-act-line">
      <time dateTime={act.legalDate}>
        {act.legalDate}
        {act.legalTime === null ? '' : ` ${act.legalTime}`}
      </time>
      <strong>{act.label}</strong>
      {act.article === null ? null : <LawTag article={act.article} cite={act.cite} on={act.legalDate} />}
      <span>{whoWords(act.actor)}</span>
      {act.mode === 'performed' ? null : <span className="fh-mark">{ACT_MODE_LABELS[act.mode]}</span>}
      {act.corrected ? <span className="fh-mark">已更正</span> : null}
      {act.retracted ? <span className="fh-mark">已撤销录入</span> : null}
      {recordedLater ? <span className="fh-quiet">录入于 {instantWords(act.recordedAt)}</span> : null}
    </div>
  );
}

/** Names inside another party's house are withheld; its name stands. */
function whoWords(actor: TimelineAct['actor']): string {
  if (actor.name === '') return actor.organisation ?? '';
  return actor.organisation === null ? actor.name : `${actor.name}（${actor.organisation}）`;
}
