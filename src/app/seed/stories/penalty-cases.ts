import type { Json } from '#law';
import type { Story } from '../town/timeline.ts';
import type { Told, Town } from '../town/town.ts';
import type { Step } from './letters.ts';

const KIND = 'ordinary-penalty';
export type Input = Readonly<Record<string, Json>>;

/** Parties of the demonstration: nobody real, codes with their check digits. */
export const NOBODY: Input = {
  ...{
    uscc: null,
    legalRepresentative: null,
    idKind: null,
    idNumber: null,
    sex: null,
    birth: null,
    phone: null,
    scale: null,
    guardian: null,
  },
  isIncapable: false,
};
export const FIRM: Input = {
  ...{ ...NOBODY, kind: 'legal-person', name: '巴彦淖尔河套食品有限公司（演示）', uscc: '91150802MA0000001B' },
  ...{ legalRepresentative: '演示乙', address: '临河区演示路3号', scale: 'small' },
};
export const TRADER: Input = {
  ...{ ...NOBODY, kind: 'sole-trader', name: '五原县河套小吃店（演示）', uscc: '92150821MA0000002U' },
  ...{ legalRepresentative: '演示丙', address: '五原县演示街2号' },
};
export const PERSON: Input = {
  ...{ ...NOBODY, kind: 'person', name: '演示丁', idKind: 'identity-card', idNumber: '150802199001010017', address: '临河区演示路1号' },
};

/** What the units of the stories fine, by their own lists, and where it is done. */
const PLACES: Readonly<Record<string, { readonly itemCode: string; readonly government: string }>> = {
  'lh-scjg': { itemCode: 'SJ-CF-005', government: '临河政府' },
  'lh-cg': { itemCode: 'CG-CF-006', government: '临河政府' },
  'wz-lc': { itemCode: 'LC-CF-002', government: '乌中政府' },
};

/** One case with the people who handle it; `unit` is the first part of their logins. */
export type Case = { readonly town: Town; readonly unit: string; readonly id: string };

export const act = ({ town, unit, id }: Case, who: string, name: string, input: Input = {}, told: Told = {}) =>
  town.act(`${unit}-${who}`, KIND, name, id, input as Json, told);
export const both = ({ town, unit }: Case): Json => [town.officer(`${unit}-cb1`), town.officer(`${unit}-cb2`)];
export const paper = ({ town, unit }: Case, name: string) => town.upload(`${unit}-cb1`, name);

async function* opened(town: Town, unit: string, offset: number, cause: string, party: Input, more: Input = {}): Step<Case> {
  yield town.day(offset);
  const found = town.day(offset);
  const clue = {
    ...{ source: 'inspection', party, cause, narrative: `检查发现当事人涉嫌${cause}。`, place: '当事人经营场所' },
    ...{ actStartedOn: found, actEndedOn: found, discoveredOn: found, harm: false, isEnterprise: party['kind'] !== 'person' },
    ...more,
  };
  const { matterId } = await town.act(`${unit}-cb1`, KIND, 'open', null, clue as Json);
  return { town, unit, id: matterId };
}

export async function* filed(town: Town, unit: string, offset: number, cause: string, party: Input, basis: string): Step<Case> {
  const one = yield* opened(town, unit, offset, cause, party);
  const { itemCode, government } = PLACES[unit] ?? { itemCode: null, government: '' };
  await act(one, 'cb1', 'propose-filing', {
    ...{ handlers: both(one), basis, itemCode, region: town.unit(government), opinion: '涉嫌违法，属本机关管辖，建议立案。' },
  });
  yield town.day(offset + 1);
  await act(one, 'fg', 'file', { opinion: '同意立案。' });
  return one;
}

export const BASIS = '《中华人民共和国价格法》第四十二条';

async function* investigated(town: Town, unit: string, offset: number, cause: string, party: Input, basis: string): Step<Case> {
  const one = yield* filed(town, unit, offset, cause, party, basis);
  yield town.day(offset + 4);
  await act(one, 'cb1', 'inspect', {
    ...{ form: 'inspection', place: '当事人经营场所', time: '9时30分至10时20分', shown: true, present: '当事人的负责人' },
    ...{ found: '货架上十五种商品没有标明价格。', officers: both(one), papers: [await paper(one, '现场检查笔录.pdf')] },
  });
  await act(one, 'cb1', 'question', {
    ...{ person: PERSON, as: 'party', place: '办公室', time: '14时至14时50分', shown: true, told: true, recusal: '不申请' },
    ...{ record: '问：商品是否标明价格？答：新到的商品还没有标价。', officers: both(one), papers: [await paper(one, '询问笔录.pdf')] },
  });
  await act(one, 'cb2', 'verify-evidence', { items: [{ no: 1 }, { no: 2 }], how: '与现场照片、当事人陈述相互印证。' });
  return one;
}

/** What is imposed, under which law; `weighed`: by the benchmark of the organ above. */
type Sum = { readonly fine: number; readonly words: string; readonly breach: Input; readonly weighed: Input };
const penalty = ({ fine, words }: Sum): Input => ({ kinds: ['CF03'], fine, content: `罚款人民币${words}元。` });

async function* concluded(town: Town, unit: string, offset: number, cause: string, party: Input, sum: Sum): Step<Case> {
  const one = yield* investigated(town, unit, offset, cause, party, String(sum.breach['basis']));
  yield town.day(offset + 10);
  await act(one, 'cb1', 'conclude', {
    ...{ facts: [{ fact: '十五种商品没有标明价格。', evidence: '1、2' }], ...sum.breach, ...sum.weighed },
    ...{
      capacity: 'full',
      tier: 'normal',
      tierReason: '初次查处，违法商品数量一般。',
      outcome: 'penalty',
      ...penalty(sum),
      isGrave: false,
    },
  });
  return one;
}

/** Sealed by the platform and served in person. */
export async function sent(one: Case): Promise<void> {
  await act(one, 'fz', 'seal');
  const receivedOn = one.town.clock.today();
  await act(one, 'cb1', 'serve', { how: 'in-person', receivedOn, receiver: '负责人', papers: [await paper(one, '送达回证.pdf')] });
}

export async function* told(town: Town, unit: string, offset: number, cause: string, party: Input, sum: Sum, hearing = false): Step<Case> {
  const one = yield* concluded(town, unit, offset, cause, party, sum);
  await act(one, 'fg', 'skip-review', { reason: '不属于应当法制审核的情形。' });
  await act(one, 'fg', 'notify', { reasons: '事实清楚，证据确凿，应予处罚。', hearing, contact: '执法科 0478-0000000' });
  await sent(one);
  return one;
}

export const SMALL: Sum = {
  ...{ fine: 200_000, words: '2,000', breach: { violated: '《中华人民共和国价格法》第十三条', basis: BASIS } },
  weighed: { violation: '未明码标价', benchmarkTier: 3 },
};
const LARGE: Sum = {
  ...{ fine: 6_000_000, words: '60,000', weighed: {} },
  breach: { violated: '《中华人民共和国价格法》第十四条', basis: '《中华人民共和国价格法》第四十条' },
};

export async function* decided(town: Town, unit: string, offset: number, cause: string, party: Input): Step<Case> {
  const one = yield* told(town, unit, offset, cause, party, SMALL);
  yield town.day(offset + 12);
  await act(one, 'cb1', 'waive', { statement: true, hearing: true, papers: [await paper(one, '放弃陈述申辩声明.pdf')] });
  await act(one, 'cb1', 'close-notice');
  await act(one, 'jz', 'decide', {
    ...{ ...penalty(SMALL), reasons: '当事人放弃陈述、申辩。事实清楚，裁量适当。', correction: '责令按规定明码标价。', ordered: 'ordered' },
    ...{ payTo: '到指定银行或者通过电子支付系统缴入国库。', court: '临河区人民法院' },
  });
  return one;
}

/** Whether the party has done what it was ordered, as two officers found it. */
const checked = (one: Case, corrected: boolean, found: string): Promise<unknown> =>
  act(one, 'cb1', 'check-correction', { no: 1, corrected, found, officers: both(one) });

/** From the clue to the archive. */
const wholeCase: Story = async function* (town) {
  const one = yield* decided(town, 'lh-scjg', -80, '未按规定明码标价', TRADER);
  await sent(one);
  yield town.day(-66);
  await act(one, 'cb1', 'publish', { on: town.clock.today(), where: '执法公示平台', channels: ['enforcement'] });
  await checked(one, true, '十五种商品均已标明价格。');
  await act(one, 'cb1', 'pay', { amount: SMALL.fine, channel: 'bank', receipt: '演示0001' });
  await act(one, 'cb1', 'complete-performance', { summary: '罚款已缴清，违法行为已改正。' });
  yield town.day(-60);
  await act(one, 'jz', 'close', { summary: '同意结案。' });
  await act(one, 'cb2', 'archive', { number: '演示-罚-001', pages: 36 });
};

/** The party has neither corrected nor paid: it is ordered once more, and the reminder is on its way. */
const unpaid: Story = async function* (town) {
  const one = yield* decided(town, 'lh-scjg', -60, '销售商品不明码标价', FIRM);
  await sent(one);
  await act(one, 'cb1', 'publish', { on: town.clock.today(), where: '执法公示平台', channels: ['enforcement'] });
  yield town.day(-40);
  await checked(one, false, '仍有六种商品没有标明价格。');
  await act(one, 'fg', 'order-correction', {
    ...{ content: '对全部商品标明价格。', basis: '《中华人民共和国价格法》第四十二条', by: town.day(-30), again: 1 },
  });
  await sent(one);
  yield town.day(-26);
  await act(one, 'fg', 'urge', { content: '缴纳罚款及加处罚款。', contact: '执法科 0478-0000000' });
};

/** A hearing has been asked for and is called. */
const hearing: Story = async function* (town) {
  const one = yield* told(town, 'lh-scjg', -20, '价格欺诈', FIRM, LARGE, true);
  yield town.day(-8);
  const askedOn = town.clock.today();
  await act(one, 'cb1', 'ask-hearing', { by: '当事人', askedOn, papers: [await paper(one, '听证要求书.pdf')] });
  await act(one, 'cb2', 'notify-hearing', {
    ...{ on: town.day(21), time: '9时', place: '局机关听证室', host: [town.officer('lh-scjg-fz')], recorder: '书记员', isPublic: true },
  });
  await act(one, 'cb1', 'serve-hearing', { how: 'in-person', receivedOn: askedOn, papers: [await paper(one, '听证通知书送达回证.pdf')] });
};

/** The party has been told and has stated; things are preserved in another case; a third is only a clue. */
const atWork: Story = async function* (town) {
  const one = yield* told(town, 'lh-scjg', -14, '未按规定标示价格', PERSON, SMALL);
  yield town.day(-2);
  await act(one, 'cb1', 'statement', { by: '当事人', content: '已经当场改正，请求从轻。', papers: [await paper(one, '陈述申辩书.pdf')] });
};
const preserved: Story = async function* (town) {
  const one = yield* filed(town, 'lh-scjg', -6, '销售未标价商品', TRADER, BASIS);
  yield town.day(-2);
  await act(one, 'fg', 'preserve', {
    ...{
      reason: '账册可能被转移',
      place: '局机关物证室',
      keeper: '承办人',
      items: [{ name: '进货账册', quantity: '2本' }],
      officers: both(one),
    },
  });
};
const clueOnly: Story = async function* (town) {
  yield* opened(town, 'lh-scjg', -3, '网络交易价格标示不清', FIRM, { source: 'report', sourceRef: '演示举报第3号' });
};

/** A case told from the unit's own system: evidence that one officer took alone is recorded, and doubted. */
const reported: Story = async function* (town) {
  const one = yield* filed(town, 'lh-cg', -12, '擅自占用城市道路', TRADER, '《城市道路管理条例》第四十二条');
  yield town.day(-9);
  const alone = [town.officer('lh-cg-cb1')];
  const taken = {
    kind: 'audiovisual',
    name: '现场照片',
    source: '现场拍摄',
    place: '演示街',
    how: 'surveyed',
    form: 'extract',
    officers: alone,
  };
  await act(one, 'cb1', 'evidence', { ...taken, papers: [await paper(one, '现场照片.pdf')] }, { reported: '城管自有系统 2026-演示-12' });
};

export const PENALTY_CASE_STORIES: readonly Story[] = [wholeCase, unpaid, hearing, atWork, preserved, clueOnly, reported];
