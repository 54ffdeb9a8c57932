import { normaliseCode } from '../check-digit.ts';
import { cite } from '../citation.ts';
import type { LocalDate } from '../local-date.ts';
import type { Doubt, NotJudged, SupervisionRule } from '../rule.ts';
import type { ActingDelegate, DelegatedFact, ItemFact, OfficersFact, OrganFact } from './facts.ts';
import { MISSING } from './missing.ts';

type Facts = DelegatedFact & OfficersFact & OrganFact & Pick<ItemFact, 'itemCode'> & { readonly filedOn: LocalDate | null };

/** 委托书 that name items without codes can be compared with nothing. */
const NAMED_ONLY = /\p{Script=Han}/u;

export const withinDelegation: SupervisionRule<Facts> = {
  id: 'S03',
  version: 1,
  title: '受委托组织办案是否在有效委托的期限和事项之内',
  cite: [cite('行政处罚法', 20), cite('行政处罚法', 21), cite('实施细则', 8, undefined, 11)],
  grade: 'statute',
  severity: 'red',
  mode: 'B',
  reach: 'matter',
  conduct: 'subject',
  head: '8(11)',
  asks: '受委托组织凭载明事项、权限、期限的委托书，在委托范围内实施行政处罚，不得再委托。',
  check: (facts) => {
    if (facts.organ === null) return MISSING.organ;
    // A decision in the delegate's own name is S05's question, whatever the deed says.
    if (facts.organ.kind === 'delegate') return null;
    if (facts.delegated === null) return unknownOfficers(facts);
    const answers = facts.delegated.map((delegate) => answerOn(delegate, facts));
    const doubts = answers.filter((answer): answer is Doubt => answer !== null && 'because' in answer);
    if (doubts.length > 0) return doubts;
    return answers.find((answer) => answer !== null) ?? null;
  },
};

/** Why nobody knows from where those who acted come. */
function unknownOfficers({ officers }: Facts): NotJudged {
  if (officers === null) return MISSING.officers;
  const numbered = officers.some(({ certificate }) => certificate !== 'unstated' && certificate !== 'none');
  return numbered ? MISSING.certificates : MISSING.certificateNumbers;
}

function answerOn({ name, deeds }: ActingDelegate, { filedOn, itemCode }: Facts): Doubt | NotJudged | null {
  if (deeds.length === 0) return doubt(name, '没有处罚机关给予的委托书', {});
  if (filedOn === null) return MISSING.filed;
  const inForce = deeds.filter(({ from, until }) => from <= filedOn && filedOn < until);
  if (inForce.length === 0) return doubt(name, `在立案日期（${filedOn}）没有有效的委托书`, { 立案日期: filedOn });
  if (itemCode === null) return MISSING.item;
  const items = inForce.flatMap((deed) => deed.items);
  if (items.some((item) => normaliseCode(item) === normaliseCode(itemCode))) return null;
  if (items.some((item) => NAMED_ONLY.test(item))) return MISSING.delegatedItems;
  return doubt(name, `事项“${itemCode}”不在委托书所列事项之内`, { 立案日期: filedOn, 事项编码: itemCode });
}

function doubt(name: string, what: string, facts: Readonly<Record<string, string>>): Doubt {
  return {
    because: `受委托组织“${name}”的人员办案，${what}`,
    facts: { 受委托组织: name, ...facts },
    clears: '立案当日有效、载有该事项的委托书及其备案、公布凭证，或者人员、日期、事项录入有误的证明',
    fact: name,
  };
}
