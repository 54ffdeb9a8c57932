import { cite } from '../citation.ts';
import { penaltyWords } from '../disputing/words.ts';
import { needsHearingRight } from '../penalty-weight.ts';
import type { SupervisionRule } from '../rule.ts';
import type { CaseProcedure, NoticesFact, PenaltyOfCase } from './case-facts.ts';
import type { BasisFact } from './facts.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';
import { loadedSpecialLaw, specialLawFor } from './special-laws.ts';

export const hearingOffered: SupervisionRule<CaseProcedure & PenaltyOfCase & NoticesFact & BasisFact> = {
  ...OF_A_CASE,
  id: 'N06',
  title: '较重的处罚是否告知听证权利',
  cite: [cite('行政处罚法', 63), cite('治安管理处罚法', 117)],
  severity: 'red',
  mode: 'B',
  conduct: 'procedure',
  asks: '较大数额罚款、没收，降低资质等级、吊销许可证件，责令停产停业、责令关闭、限制从业等，应当告知当事人有要求听证的权利（数额标准待核定；治安案件罚款四千元以上）。',
  check: ({ procedure, notice, partyKind, citations }, { profile }) => {
    if (procedure === 'summary' || notice === null || notice.servedOn === null || notice.hearing) return null;
    if (specialLawFor(citations ?? [], notice.servedOn) === 'not-loaded') return MISSING.specialLaw;
    const ownFineFen = loadedSpecialLaw(citations, notice.servedOn)?.hearing?.fineFen ?? null;
    if (!needsHearingRight(notice.penalty, partyKind, profile, notice.servedOn, ownFineFen)) return null;
    return {
      because: `告知的是${penaltyWords(notice.penalty)}，达到应当告知听证的种类或者数额，没有告知要求听证的权利`,
      facts: { 告知送达日期: notice.servedOn, 拟处罚: penaltyWords(notice.penalty), 听证权利: '没有告知' },
      clears: '告知听证权利的告知书，或者本区较大数额标准的规定',
    };
  },
};
