import {
  type ActFrame,
  chineseDay,
  type DocumentIssue,
  enforcersNamed,
  formatFullCitation,
  type InputOf,
  isDemonstration,
  nameOf,
  numberedLetter,
  paper,
  type RegisterFacts,
  remediesFirst,
  short,
  wide,
  yuanTwice,
} from '#law';
import { benchmarkOf } from '#law/discretion/lists-of-day';
import { discretionWords } from '#law/discretion/words';
import { EVIDENCE_LABELS, evidenceOf } from '#law/evidence/index';
import type { Forms } from '../forms.ts';
import { ART_44, ART_51, ART_67, ART_68, ART_72 } from '../lifecycle/articles.ts';
import { PENALTY_LABELS, punished, REVIEW_LABELS, type SummaryPenalty, WEIGHT_LABELS } from '../model.ts';
import type { DecisionFacts } from './facts.ts';
import { partyRows, SIGNED_HERE, sheetFacts } from './parts.ts';

type S = SummaryPenalty;
type Deciding = InputOf<Forms['decide']>;

/** 当场处罚决定书 (处罚法 52): what was done, kind and basis, amount, time and place, remedies and their periods, the organ. */
export function decisionIssues(s: S, input: Deciding, frame: ActFrame, facts: RegisterFacts): readonly DocumentIssue[] {
  const { decision } = s;
  // What was decided elsewhere exists there: nothing is printed for it here.
  if (decision === null || frame.mode === 'reported') return [];
  const made: DecisionFacts = {
    issuer: nameOf(facts, s.organId),
    number: decision.number,
    party: partyRows(s),
    paragraphs: paragraphs(s, input, facts),
    payment: paymentWords(input),
    remedies: remediesFirst(s.organId, input.court, facts),
    officers: enforcersNamed(s.officerIds, facts),
    place: s.place,
    time: `${chineseDay(decision.on)}${decision.time}`,
    on: decision.on,
    demonstration: isDemonstration(facts, [s.organId]),
  };
  return [numberedLetter({ kind: 'CT14-当场处罚决定书', name: '当场行政处罚决定书', template: 'summary-penalty-decision', facts: made })];
}

/** The pieces that were looked into and found lawful; where none was registered, the facts tell of what proves them. */
function provedBy(s: S): readonly string[] {
  const pieces = evidenceOf(s).filter((e) => e.isLawful && e.verifiedOn !== null);
  if (pieces.length === 0) return [];
  const told = pieces.map((e) => `${e.no}.${EVIDENCE_LABELS[e.kind]}：${e.name}${e.proves === undefined ? '' : `，证明${e.proves}`}`);
  return [`以上事实有下列证据证明：${told.join('；')}。`];
}

function paragraphs(s: S, input: Deciding, facts: RegisterFacts): readonly string[] {
  const fine = input.penalty === 'warning' ? '' : `罚款数额：${yuanTwice(input.fine ?? 0)}。`;
  const weight = input.weight === 'none' ? [] : [`${WEIGHT_LABELS[input.weight]}：${input.weightReason ?? ''}。`];
  const correction =
    input.correction === 'ordered'
      ? [`责令改正：${input.demand}${input.correctBy == null ? '' : `；改正期限：${chineseDay(input.correctBy)}前`}`]
      : [];
  return [
    `你（单位）于${chineseDay(s.actOn)}在${s.place}${s.conduct}。查明的事实和证据：${s.facts}`,
    ...provedBy(s),
    `上述行为违反了${s.violated}的规定，依据${s.basis}的规定予以处罚。`,
    heardWords(s),
    ...weight,
    ...weighingWords(s, input, facts),
    `依照${formatFullCitation(ART_51)}的规定，当场决定给予以下行政处罚：${PENALTY_LABELS[input.penalty]}。${fine}`,
    ...correction,
  ];
}

/** 裁量: benchmark, lists and what makes it less; nothing where there is nothing to tell. */
function weighingWords(s: S, { mitigation, valueGoods, gain, ...told }: Deciding, facts: RegisterFacts): readonly string[] {
  const benchmark = benchmarkOf(punished(s), facts);
  const words = discretionWords(benchmark === 'unknown' ? null : benchmark, {
    ...told,
    ...{ mitigation: mitigation ?? [], valueFen: valueGoods ?? null, gainFen: gain ?? null },
  });
  return words === '' ? [] : [`裁量：${words}`];
}

function heardWords({ hearing }: S): string {
  const told = `执法人员已出示行政执法证件，并依照${formatFullCitation(ART_44)}的规定告知拟作出的处罚内容及事实、理由、依据和依法享有的权利。`;
  if (hearing === null || !hearing.made) return `${told}你（单位）表示不陈述、申辩。`;
  return `${told}你（单位）提出了陈述、申辩，经复核${hearing.review === null ? '' : REVIEW_LABELS[hearing.review]}：${hearing.reason ?? ''}。`;
}

function paymentWords(input: Deciding): string | null {
  if (input.way === 'none') return null;
  if (input.way === 'on-the-spot')
    return `罚款由执法人员依照${formatFullCitation(ART_68)}或者第六十九条的规定当场收缴，并出具财政部门统一制发的专用票据；不出具的，你（单位）有权拒绝缴纳。`;
  return `依照${formatFullCitation(ART_67)}的规定，自收到本决定书之日起十五日内缴纳罚款：${input.bank ?? ''}。到期不缴纳的，依照${formatFullCitation(ART_72)}的规定每日按罚款数额的百分之三加处罚款，加处罚款的数额不超过罚款数额。`;
}

/** 送达回证: handed over where it was decided, with the signature or the note that it was refused. */
export function receiptIssues(s: S, input: InputOf<Forms['deliver']>, frame: ActFrame, facts: RegisterFacts): readonly DocumentIssue[] {
  if (frame.mode === 'reported') return [];
  const rows = [
    wide('送达文书', `当场行政处罚决定书（${s.decision?.number ?? ''}）`),
    ...partyRows(s).slice(0, 1),
    short('送达方式', '直接送达（当场交付）'),
    wide('送达地点', s.place),
    wide('送达人', enforcersNamed(s.officerIds, facts)),
    wide('受送达人签名、日期', input.how === 'signed' ? SIGNED_HERE : `拒绝签收：${input.note ?? ''}`),
    ...(input.late === null ? [] : [wide('没有当场交付的原因', input.late)]),
  ];
  const made = sheetFacts(s, facts, frame.legalDate, { title: '送达回证', rows });
  return [paper({ kind: 'CT14-送达回证', name: '送达回证', template: 'summary-penalty-sheet', facts: made })];
}
