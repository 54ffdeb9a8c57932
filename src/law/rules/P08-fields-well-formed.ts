import { isSoleTraderCode, readIdentityNumber, readUscc } from '../check-digit.ts';
import { cite } from '../citation.ts';
import type { LocalDate } from '../local-date.ts';
import { PARTY_KIND_LABELS } from '../penalty.ts';
import type { Doubt, RuleContext, SupervisionRule } from '../rule.ts';
import type { ConfiscationFact, DecisionDay, FineFact, KindsFact, OrganFact, PartyFact, ReportedId, StatedFineFact } from './facts.ts';

type Facts = DecisionDay &
  PartyFact &
  KindsFact &
  FineFact &
  StatedFineFact &
  ConfiscationFact &
  OrganFact & {
    readonly partyCode: string | null;
    readonly organCode: string | null;
    readonly partyId: ReportedId | null;
    readonly representativeId: ReportedId | null;
    readonly licence: string | null;
    readonly validUntil: LocalDate | null;
  };

export const fieldsWellFormed: SupervisionRule<Facts> = {
  id: 'P08',
  version: 3,
  title: '双公示字段是否合规、相互一致',
  cite: [cite('双公示标准', null)],
  grade: 'practice',
  severity: 'orange',
  mode: 'B',
  reach: 'matter',
  conduct: null,
  head: '8(12)',
  asks: '代码须通过校验；92开头的代码类别为个体工商户；有罚款、没收的填写金额，罚款金额与处罚内容写明的数额一致，暂扣、吊销的填写证照名称及编号；处罚有效期不早于决定日期。',
  check: (facts, context) => {
    const doubts: Doubt[] = [];
    codes(facts, doubts);
    identities(facts, context, doubts);
    amounts(facts, doubts);
    statedFine(facts, doubts);
    if (facts.validUntil !== null && facts.validUntil < facts.decidedOn) {
      doubts.push(doubt('valid-until', '处罚有效期早于处罚决定日期', { 处罚有效期: facts.validUntil, 处罚决定日期: facts.decidedOn }));
    }
    return doubts.length === 0 ? null : doubts;
  },
};

function doubt(fact: string, because: string, facts: Record<string, string>): Doubt {
  return { because, facts, clears: '更正后的字段', fact };
}

function codes({ partyCode, organCode, partyKind, organ }: Facts, doubts: Doubt[]): void {
  if (organCode !== null) wrongCode('organ-code', '处罚机关统一社会信用代码', organCode, doubts);
  // A hidden code says nothing of whose it is; whose code a party's is stands in no register here.
  const own = organ?.uscc ?? null;
  const reading = organCode === null ? null : readUscc(organCode);
  if (organCode !== null && own !== null && reading?.is === 'valid' && reading.code !== own) {
    const facts = { 处罚机关统一社会信用代码: organCode, 主体登记的代码: own };
    doubts.push(doubt('organ-code-other', '处罚机关统一社会信用代码与其名称在主体登记中的代码不一致', facts));
  }
  if (partyCode === null) {
    if (partyKind === 'organisation')
      doubts.push(doubt('party-code', '法人及非法人组织没有填写统一社会信用代码', { 统一社会信用代码: '空' }));
    return;
  }
  wrongCode('party-code', '行政相对人统一社会信用代码', partyCode, doubts);
  if (isSoleTraderCode(partyCode) && partyKind !== null && partyKind !== 'sole-trader') {
    const kind = PARTY_KIND_LABELS[partyKind];
    doubts.push(doubt('party-kind', `代码以92开头，类别却为“${kind}”`, { 统一社会信用代码: partyCode, 行政相对人类别: kind }));
  }
}

function wrongCode(fact: string, label: string, code: string, doubts: Doubt[]): void {
  const reading = readUscc(code);
  if (reading.is === 'wrong') doubts.push(doubt(fact, `${label}${reading.because}`, { [label]: code }));
}

/** Numbers of persons are judged and never repeated. */
function identities({ partyId, representativeId }: Facts, { today }: RuleContext, doubts: Doubt[]): void {
  wrongIdentity('party-id', '自然人证件号码', partyId, today, doubts);
  wrongIdentity('representative-id', '法定代表人证件号码', representativeId, today, doubts);
}

function wrongIdentity(fact: string, label: string, id: ReportedId | null, today: LocalDate, doubts: Doubt[]): void {
  if (id === null || (id.kind !== null && !id.kind.includes('身份证')) || (id.kind?.includes('外国') ?? false)) return;
  const reading = readIdentityNumber(id.number, today);
  if (reading.is === 'wrong')
    doubts.push(doubt(fact, `${label}不是真实的居民身份证号码`, { [label]: '（不予显示）', 证件类型: id.kind ?? '未载' }));
}

function amounts({ kinds, fineFen, confiscatedFen, licence }: Facts, doubts: Doubt[]): void {
  if (kinds.includes('CF03') && !isPositive(fineFen)) {
    doubts.push(doubt('fine', '处罚类别有罚款而没有罚款金额', { 处罚类别: '罚款', 罚款金额: fineFen === null ? '空' : '0' }));
  }
  if ((kinds.includes('CF04') || kinds.includes('CF05')) && !isPositive(confiscatedFen)) {
    doubts.push(
      doubt('confiscation', '处罚类别有没收而没有没收金额', { 处罚类别: '没收', 没收金额: confiscatedFen === null ? '空' : '0' }),
    );
  }
  if ((kinds.includes('CF06') || kinds.includes('CF08')) && licence === null) {
    doubts.push(doubt('licence', '暂扣、吊销证照而没有证照名称及编号', { 暂扣或吊销证照名称及编号: '空' }));
  }
}

/** An empty or zero amount has its own doubt above. */
function statedFine({ fineFen, statedFineFen }: Facts, doubts: Doubt[]): void {
  if (statedFineFen === null || fineFen === null || fineFen <= 0 || statedFineFen === fineFen) return;
  const [stated, entered] = [sum(statedFineFen), sum(fineFen)];
  const because = `处罚内容写${stated}，金额栏折合${entered}`;
  doubts.push(doubt('stated-fine', because, { 处罚内容: `罚款${stated}`, 罚款金额: entered }));
}

/** Whole 万元 as 万元, anything else as 元. */
function sum(fen: number): string {
  return fen % 1_000_000 === 0 ? `${fen / 1_000_000}万元` : `${fen / 100}元`;
}

function isPositive(fen: number | null): boolean {
  return fen !== null && fen > 0;
}
