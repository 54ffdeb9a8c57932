import { cite } from '../citation.ts';
import { domainsOf } from '../domains.ts';
import type { Doubt, NotJudged, SupervisionRule } from '../rule.ts';
import type { CertificateAnswer, DecisionDay, ItemDomainFact, ItemFact, OfficerOnCase, OfficersFact } from './facts.ts';
import { MISSING } from './missing.ts';

type Facts = DecisionDay & OfficersFact & ItemDomainFact & Pick<ItemFact, 'itemCode'>;

/** A certificate for 综合执法 is not bound to one field. */
const EVERY_FIELD: readonly string[] = ['综合', '综合执法'];

export const certificateFits: SupervisionRule<Facts> = {
  id: 'S10',
  version: 1,
  title: '参加办案的执法人员证件是否有效、执法领域与事项相符',
  cite: [cite('行政处罚法', 42), cite('行政处罚法', 76), cite('实施细则', 8, undefined, 5)],
  grade: 'statute',
  severity: 'red',
  mode: 'B',
  reach: 'matter',
  conduct: 'subject',
  head: '8(5)',
  asks: '执法人员持有效的行政执法证，在证件载明的执法领域内执法。',
  check: (facts) => {
    if (facts.officers === null) return MISSING.officers;
    const valid = holding(facts.officers, 'valid');
    const invalid = holding(facts.officers, 'invalid');
    // Too few valid certificates are S09's question; here one is in the case beside two that suffice.
    if (keys(valid) >= 2 && invalid.length > 0) return alsoInvalid(facts, keys(invalid));
    return inField(facts, facts.officers, valid);
  },
};

function holding(officers: readonly OfficerOnCase[], certificate: CertificateAnswer): readonly OfficerOnCase[] {
  return officers.filter((o) => o.certificate === certificate);
}

/** One person on two lines is one officer. */
function keys(officers: readonly OfficerOnCase[]): number {
  return new Set(officers.map((o) => o.key)).size;
}

function inField(
  { itemCode, itemDomain, decidedOn }: Facts,
  officers: readonly OfficerOnCase[],
  valid: readonly OfficerOnCase[],
): Doubt | NotJudged | null {
  const unseen = holding(officers, 'unchecked').length > 0 ? MISSING.certificates : MISSING.certificateNumbers;
  const isUnseen = officers.some((o) => o.certificate === 'unchecked' || o.certificate === 'unstated');
  if (valid.length === 0) return isUnseen ? unseen : null;
  if (itemDomain === null) return itemCode === null ? MISSING.item : MISSING.itemDomain;
  const asked = domainsOf(itemDomain);
  const outside = valid.filter(({ domains }) => isOutside(domains ?? [], asked));
  if (outside.length > 0) return outOfField(outside, itemDomain, decidedOn);
  if (valid.some(({ domains }) => (domains ?? []).length === 0)) return MISSING.certificateDomains;
  return isUnseen ? unseen : null;
}

/** An item may belong to several fields: a certificate of any of them fits. */
function isOutside(domains: readonly string[], asked: readonly string[]): boolean {
  return domains.length > 0 && !domains.some((d) => asked.includes(d) || EVERY_FIELD.includes(d));
}

function alsoInvalid({ decidedOn }: Facts, many: number): Doubt {
  return {
    because: `参加办案的执法人员中有${many}人的证件在决定当日无效`,
    facts: { 处罚决定日期: decidedOn, 证件无效的执法人员: `${many}人` },
    clears: '该执法人员当日有效的行政执法证，或者其没有参加办案的证明',
  };
}

function outOfField(outside: readonly OfficerOnCase[], itemDomain: string, decidedOn: string): Doubt {
  const held = [...new Set(outside.flatMap(({ domains }) => domains ?? []))].join('、');
  return {
    because: `${keys(outside)}名执法人员的证件领域为“${held}”，事项的执法领域为“${itemDomain}”`,
    facts: { 处罚决定日期: decidedOn, 证件领域: held, 事项领域: itemDomain },
    clears: '决定当日包含该领域的行政执法证，或者事项领域登记有误的证明',
  };
}
