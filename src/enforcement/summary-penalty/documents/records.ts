import {
  type ActFrame,
  type DocumentIssue,
  dayWords,
  enforcersNamed,
  type InputOf,
  NO_PENALTY_LABELS,
  paper,
  type RegisterFacts,
  type SheetRow,
  short,
  wide,
  yuan,
} from '#law';
import type { Forms } from '../forms.ts';
import { COLLECTION_LABELS, PENALTY_LABELS, paidFen, REVIEW_LABELS, STATEMENT_LABELS, type SummaryPenalty } from '../model.ts';
import { partyRows, SIGNED_HERE, sheetFacts } from './parts.ts';

type S = SummaryPenalty;

function sheet(
  kind: string,
  title: string,
  s: S,
  frame: ActFrame,
  facts: RegisterFacts,
  rows: readonly SheetRow[],
): readonly DocumentIssue[] {
  // What was made elsewhere exists there: nothing is printed for it here.
  if (frame.mode === 'reported') return [];
  const made = sheetFacts(s, facts, frame.legalDate, { title, rows });
  return [paper({ kind, name: title, template: 'summary-penalty-sheet', facts: made })];
}

const designationRows = ({ designation: d }: S): readonly SheetRow[] =>
  d === null ? [] : [wide('指定管辖', `${d.by ?? ''}${dayWords(d.on)}${d.number ?? ''}`)];

function metRows(s: S, facts: RegisterFacts): readonly SheetRow[] {
  return [
    ...partyRows(s),
    wide('地点', s.place),
    ...designationRows(s),
    wide('执法人员（已出示证件）', enforcersNamed(s.officerIds, facts)),
    wide('违法行为', s.conduct),
    wide('违法事实和证据', s.facts),
    wide('违反的规定', s.violated),
    wide('处罚依据', s.basis),
  ];
}

function proposedWords({ penalty, fine }: Pick<InputOf<Forms['hear']>, 'penalty' | 'fine'>): string {
  const words = { warning: '警告', fine: `罚款${yuan(fine ?? 0)}`, both: `警告，罚款${yuan(fine ?? 0)}` };
  return words[penalty];
}

/** 陈述申辩笔录, with what was told before it (处罚法 44, 45). */
export function heardIssues(s: S, input: InputOf<Forms['hear']>, frame: ActFrame, facts: RegisterFacts): readonly DocumentIssue[] {
  return sheet('CT14-陈述申辩笔录', '当场处罚告知和陈述申辩笔录', s, frame, facts, [
    ...metRows(s, facts),
    wide('拟作出的处罚', proposedWords(input)),
    wide('告知', '拟作出的处罚内容及事实、理由、依据，依法享有的陈述、申辩权利'),
    short('当事人', STATEMENT_LABELS[input.statement]),
    short('复核意见', input.review === null ? '／' : REVIEW_LABELS[input.review]),
    ...(input.words === null ? [] : [wide('陈述、申辩的内容', input.words)]),
    ...(input.reason === null ? [] : [wide('复核的理由', input.reason)]),
    short('当事人签名、日期', SIGNED_HERE),
    short('执法人员签名、日期', SIGNED_HERE),
  ]);
}

/** 不予处罚 with the education that the law wants given (33). */
export function notPunishedIssues(
  s: S,
  input: InputOf<Forms['no-penalty']>,
  frame: ActFrame,
  facts: RegisterFacts,
): readonly DocumentIssue[] {
  return sheet('CT14-不予处罚', '不予行政处罚和教育记录', s, frame, facts, [
    ...metRows(s, facts),
    wide('不予处罚的情形', NO_PENALTY_LABELS[input.ground]),
    wide('理由', input.reason),
    ...(input.stillFirst === null ? [] : [wide('仍属初次违法的理由', input.stillFirst)]),
    ...(input.education === null ? [] : [wide('教育的情况', input.education)]),
    short('当事人签名、日期', SIGNED_HERE),
    short('执法人员签名、日期', SIGNED_HERE),
  ]);
}

/** 结案审批表, kept by the organ. */
export function closingIssues(s: S, input: InputOf<Forms['close']>, frame: ActFrame, facts: RegisterFacts): readonly DocumentIssue[] {
  const rows = [
    wide('决定书编号', s.decision?.number ?? ''),
    ...partyRows(s).slice(0, 1),
    short('决定日期', dayWords(s.decision?.on ?? null)),
    short('交付日期', dayWords(s.delivery?.on ?? null)),
    short('报备日期', dayWords(s.reportedOn)),
    short('处罚', s.decision === null ? '' : PENALTY_LABELS[s.decision.penalty]),
    wide('履行情况', performedWords(s)),
    wide('公示情况', publishedWords(s)),
  ];
  if (frame.mode === 'reported') return [];
  const opinions = [{ label: '结案意见', text: input.opinion ?? '同意结案。', name: frame.actor.name, on: frame.legalDate }];
  const made = sheetFacts(s, facts, frame.legalDate, { title: '当场处罚结案审批表', rows, opinions });
  return [
    { ...paper({ kind: 'CT14-结案审批', name: '当场处罚结案审批表', template: 'summary-penalty-sheet', facts: made }), inside: true },
  ];
}

/** Decisions on the spot need not go to the credit platforms; the channel of enforcement publicity is the city's choice. */
function publishedWords({ publication }: S): string {
  if (publication === null) return '没有公示';
  return 'where' in publication ? `${dayWords(publication.on)}公示于${publication.where}` : `不公示：${publication.notBecause}`;
}

function performedWords(s: S): string {
  const { collection, ended } = s;
  const parts = [
    ...(s.decision?.fineFen === 0 ? ['没有罚款。'] : [`罚款${yuan(s.decision?.fineFen ?? 0)}，已缴${yuan(paidFen(s))}。`]),
    ...(collection === null
      ? []
      : [
          `${dayWords(collection.on)}当场收缴（${COLLECTION_LABELS[collection.ground]}），票据号${collection.receipt}，${dayWords(collection.bankedOn)}缴付银行。`,
        ]),
    ...s.payments.map(
      (p) => `${dayWords(p.on)}缴款${yuan(p.fen)}${p.surchargeFen === 0 ? '' : `、加处罚款${yuan(p.surchargeFen)}`}，凭证号${p.receipt}。`,
    ),
    ...(ended === null ? [] : [`${dayWords(ended.on)}终结执行：${ended.reason}`]),
  ];
  return parts.join('');
}
