import {
  askedWords,
  COLLECTED_LABELS,
  COPY_LABELS,
  EVIDENCE_LABELS,
  type Evidence,
  type Evidenced,
  evidenceOf,
  type Recording,
  recordingsOf,
  STAGE_LABELS,
  type StageOfDay,
  unrecordedOf,
  withoutRecord,
} from '#law/evidence/index';
import type { FileInfo } from '../api/types.ts';
import { FirstOf } from '../layout/first-of.tsx';
import { type KnownFact, KnownFacts } from '../layout/known-facts.tsx';
import { EmptyState } from '../layout/states.tsx';
import { FileList } from './file-list.tsx';

type Case = {
  readonly state: Evidenced;
  readonly files: readonly FileInfo[];
  /** Names of officers by id. */
  readonly officers: Readonly<Record<string, string>>;
};
type Recorded = Case & {
  /** Stages that should be recorded, as far as they have happened. */
  readonly stages: readonly StageOfDay[];
};

/** Evidence piece by piece: what it is, who took and verified it, in whose hands the original is, originals beside covered copies. */
export function EvidenceRecord({ state, files, officers }: Case) {
  const pieces = evidenceOf(state);
  if (pieces.length === 0) return <EmptyState>还没有登记证据。登记以后，在这里逐件列出。</EmptyState>;
  return (
    <FirstOf items={pieces} counted="件证据">
      {(shown) => shown.map((e) => <Piece key={e.no} e={e} files={files} officers={officers} />)}
    </FirstOf>
  );
}

function Piece({ e, files, officers }: Omit<Case, 'state'> & { readonly e: Evidence }) {
  const covered = new Set((e.redacted ?? []).map(({ id }) => id));
  const originals = filesKept(e.files, files).filter((file) => !covered.has(file.id));
  return (
    <section className="fh-facts" aria-label={`第${e.no}号证据`}>
      <h3 className="fh-group">
        第{e.no}号 {e.name}
      </h3>
      <KnownFacts rows={rowsOf(e, officers)} />
      <FileList files={originals} label={`第${e.no}号证据的原件`} />
      {covered.size === 0 ? null : (
        <>
          <p className="fh-quiet">遮盖后的副本（原件不变）</p>
          <FileList files={files.filter((file) => covered.has(file.id))} label={`第${e.no}号证据遮盖后的副本`} />
        </>
      )}
    </section>
  );
}

/** By digest and name, each once: what another act has attached as well, to the same bytes, is the same page again. */
function filesKept(kept: Evidence['files'], files: readonly FileInfo[]): readonly FileInfo[] {
  const found = kept.flatMap(({ name, sha256 }) => files.find((file) => file.sha256 === sha256 && file.name === name) ?? []);
  return [...new Set(found)];
}

function rowsOf(e: Evidence, officers: Case['officers']): readonly KnownFact[] {
  const { monitoring } = e;
  return [
    ['种类', `${EVIDENCE_LABELS[e.kind]}，${COLLECTED_LABELS[e.how]}${e.form === undefined ? '' : `，${COPY_LABELS[e.form]}`}`],
    ['证明', e.proves],
    ['来源', e.source],
    ['取得', `${e.on}${e.place === undefined ? '' : `，${e.place}`}`],
    ['取证人员', namesOf(e.collectorIds, officers)],
    ['查证', e.isLawful ? verifiedWords(e) : '取得时不符合法定条件，不得作为认定案件事实的根据'],
    ['未签名', e.unsigned],
    ['补录', e.late],
    ['监控设备', monitoring?.device],
    ['设备审核', monitoring?.reviewed],
    ['设置地点', monitoring?.published],
    ['记录审核', monitoring?.checked],
    ['保管', (e.custody ?? []).map((c) => `${c.on} ${c.from} → ${c.to}（${c.place}）：${c.why}`).join('\n')],
    ['查阅原件', (e.looks ?? []).map((l) => `${l.on} ${l.who}：${l.why}${l.resealed ? '，已重新封存' : '，没有重新封存'}`).join('\n')],
  ];
}

const namesOf = (ids: readonly string[], officers: Case['officers']): string =>
  [...new Set(ids)].flatMap((id) => officers[id] ?? []).join('、');

const verifiedWords = (e: Evidence): string =>
  e.verifiedOn === null ? '尚未查证属实' : `${e.verifiedOn}查证属实${e.verifiedBy == null ? '' : `（${e.verifiedBy}）`}`;

/** 执法全过程记录: stages that need a recording first, with what is missing; then what was recorded. */
export function RecordingRecord({ state, files, officers, stages: needed }: Recorded) {
  const missing = new Set(withoutRecord(state, needed).map(({ words }) => words));
  return (
    <>
      {needed.length === 0 ? <p className="fh-quiet">到目前为止没有须音像记录的环节（环节清单待核定）。</p> : null}
      <ul className="fh-files" aria-label="须音像记录的环节">
        {needed.map((one) => {
          const why = unrecordedOf(state).find((u) => u.stage === one.stage && u.on === one.on)?.reason;
          return (
            <li key={one.words}>
              {one.words}：本环节{askedWords(one)}——
              {missing.has(one.words) ? <span className="fh-error">还没有记录</span> : (why ?? '已记录')}
            </li>
          );
        })}
      </ul>
      {recordingsOf(state).map((r) => (
        <section key={r.no} className="fh-facts" aria-label={`第${r.no}条音像记录`}>
          <h3 className="fh-group">
            第{r.no}条 {STAGE_LABELS[r.stage]}
          </h3>
          <KnownFacts rows={recordingRows(r, officers)} />
          <FileList files={filesKept(r.files, files)} label={`第${r.no}条音像记录的文件`} />
        </section>
      ))}
    </>
  );
}

function recordingRows(r: Recording, officers: Case['officers']): readonly KnownFact[] {
  return [
    ['时间', `${r.on} ${r.from}至${r.until}`],
    ['记录人员', namesOf(r.officerIds, officers)],
    ['设备', r.device],
    ['告知', r.told ? '已告知当事人正在记录' : '没有告知当事人正在记录'],
    ['中断', r.gaps ?? '没有中断'],
    ['补录', r.late],
  ];
}
