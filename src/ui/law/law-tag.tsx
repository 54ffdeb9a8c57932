import { Popover } from 'antd';
import type { ReactNode } from 'react';
import { type Citation, formatCitation, GRADE_LABELS, type Grade, INSTRUMENTS, isVerified } from '#law';
import { queryString } from '../api/query-string.ts';

type Props = {
  /** 《实施细则》第二十二条, as the server or formatCitation words it. */
  readonly article?: string | null;
  readonly cite?: Citation | null;
  readonly grade?: Grade;
  /** The article in our own words. */
  readonly digest?: string;
  /** How the time is counted. */
  readonly counting?: ReactNode;
  /** The profile's value, e.g. 30 日. */
  readonly value?: string;
  /** Shows the article itself instead of 依据. */
  readonly inFull?: boolean;
  /** The day whose text the link opens; without it, today's. */
  readonly on?: string;
};

/** Where the library shows an article as it stood on a day. */
function textPath(name: string, article: number | null, on: string | undefined): string {
  return `/laws/${encodeURIComponent(name)}${queryString({ on, article: article === null ? null : article * 100 })}`;
}

/** 「依据」: opens the article with counting, value and grade. 待核定 is visible before it is opened. */
export function LawTag({ article, cite, grade, digest, counting, value, inFull, on }: Props) {
  const words = article ?? (cite === undefined || cite === null ? '平台内部提醒，没有法定依据' : formatCitation(cite));
  const unverified = grade !== undefined && !isVerified(grade);
  const instrument = cite === undefined || cite === null ? null : INSTRUMENTS[cite.instrument];
  const content = (
    <dl className="fh-law-card">
      <Row label="依据">{words}</Row>
      {instrument === null ? null : <Row label="文件">{instrument.name}</Row>}
      {digest === undefined ? null : <Row label="要点">{digest}</Row>}
      {value === undefined ? null : <Row label="取值">{value}</Row>}
      {counting === undefined ? null : <Row label="计算">{counting}</Row>}
      {grade === undefined ? null : <Row label="效力">{GRADE_LABELS[grade]}</Row>}
      {instrument === null ? null : (
        <a href={textPath(instrument.name, cite?.article ?? null, on)}>{on === undefined ? '查看条文' : `查看${on}的条文`}</a>
      )}
      {unverified ? <p className="fh-law-note">此项取值待核定，只在平台内提示，不写入对外文书。</p> : null}
    </dl>
  );
  return (
    <Popover content={content} trigger="click" placement="bottomLeft">
      <button
        type="button"
        className={unverified ? 'fh-law fh-law-unverified' : 'fh-law'}
        aria-label={inFull === true ? words : `依据${unverified ? '待核定' : ''}：${words}`}
      >
        {inFull === true ? words : '依据'}
        {unverified ? <span className="fh-law-mark">待核定</span> : null}
      </button>
    </Popover>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
