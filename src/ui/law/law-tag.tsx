import { Popover } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
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
export function LawTag(props: Props) {
  const { inFull } = props;
  const [asked, setAsked] = useState(false);
  const at = useRef<HTMLButtonElement>(null);
  // The button is another one inside the card's frame; whoever came to it by keyboard stays on it.
  useEffect(() => {
    if (asked) at.current?.focus();
  }, [asked]);
  const words = wordsOf(props);
  const unverified = isUnverified(props);
  const button = (
    <button
      ref={at}
      type="button"
      className={unverified ? 'fh-law fh-law-unverified' : 'fh-law'}
      aria-label={inFull === true ? words : `依据${unverified ? '待核定' : ''}：${words}`}
      onClick={() => setAsked(true)}
    >
      {inFull === true ? words : '依据'}
      {unverified ? <span className="fh-law-mark">待核定</span> : null}
    </button>
  );
  // A long case has hundreds of them and hardly one is opened: the card's frame is made for the one that is.
  if (!asked) return button;
  return (
    <Popover content={<LawCard {...props} />} trigger="click" placement="bottomLeft" defaultOpen>
      {button}
    </Popover>
  );
}

function wordsOf({ article, cite }: Props): string {
  return article ?? (cite === undefined || cite === null ? '平台内部提醒，没有法定依据' : formatCitation(cite));
}

function isUnverified({ grade }: Props): boolean {
  return grade !== undefined && !isVerified(grade);
}

function LawCard(props: Props) {
  const { cite, grade, digest, counting, value, on } = props;
  const instrument = cite === undefined || cite === null ? null : INSTRUMENTS[cite.instrument];
  return (
    <dl className="fh-law-card">
      <Row label="依据">{wordsOf(props)}</Row>
      {instrument === null ? null : <Row label="文件">{instrument.name}</Row>}
      {digest === undefined ? null : <Row label="要点">{digest}</Row>}
      {value === undefined ? null : <Row label="取值">{value}</Row>}
      {counting === undefined ? null : <Row label="计算">{counting}</Row>}
      {grade === undefined ? null : <Row label="效力">{GRADE_LABELS[grade]}</Row>}
      {instrument === null ? null : (
        <a href={textPath(instrument.name, cite?.article ?? null, on)}>{on === undefined ? '查看条文' : `查看${on}的条文`}</a>
      )}
      {isUnverified(props) ? <p className="fh-law-note">此项取值待核定，只在平台内提示，不写入对外文书。</p> : null}
    </dl>
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
