import { dayWords, enforcersNamed, extentWords, partyRows, type RegisterFacts, short, wide, yuan } from '#law';
import type { OrdinaryPenalty } from '../model.ts';
import { thingWords } from '../model-custody.ts';
import { KIND_LABELS, type Kind, type Penalty, type Report } from '../model-deciding.ts';

export { caseLetter as letter, casePaper as sheet, type Issues, ofParty, partyLines, partyRows } from '#law';

type S = OrdinaryPenalty;

/** A place for a hand: name and date. */
export const BY_HAND = '\n';

/** Of what a report tells: the case, its party, its days and who has handled it. */
export const reportedRows = (s: S, report: Report, facts: RegisterFacts) => [
  wide('案由', s.cause),
  ...partyRows(s),
  short('立案日期', dayWords(s.filedOn)),
  short('调查终结日期', dayWords(report.on)),
  wide('承办人', enforcersNamed(s.handlerIds, facts)),
];

/** How a sum is told: `yuan` in papers of the organ's own, `yuanTwice` to the party. */
type Sum = (fen: number) => string;

/** 警告、罚款2,000元。… : the sums as they were judged against what was told, never the typed words alone. */
export function penaltyWords(s: S, penalty: Penalty, sum: Sum = yuan): string {
  return `处罚种类：${penalty.kinds.map((kind) => kindWords(s, kind, penalty, sum)).join('、')}。处罚内容：${penalty.content}`;
}

function kindWords(s: S, kind: Kind, penalty: Penalty, sum: Sum): string {
  const { fineFen, incomeFen, goodsFen } = penalty;
  if (kind === 'CF05') {
    const things = thingWords(s, penalty.things ?? []);
    return `${KIND_LABELS.CF05}（价值${yuan(goodsFen ?? 0)}${things === '' ? '' : `：${things}`}）`;
  }
  const due = kind === 'CF03' ? fineFen : kind === 'CF04' ? incomeFen : null;
  return due === null ? `${KIND_LABELS[kind]}${extentWords(penalty, kind)}` : `${KIND_LABELS[kind]}${sum(due)}`;
}

export function factWords(s: S): readonly string[] {
  const report = s.reports.at(-1);
  return (report?.facts ?? []).map(({ fact, evidence }, i) => `${i + 1}.${fact}（证据第${evidence.join('、')}号）`);
}
