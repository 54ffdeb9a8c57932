import { IN_PERSON, type Telling } from './telling.ts';
import type { Way } from './ways/way.ts';

export const SHOWN = { where: '执法公示平台', channels: ['enforcement'] };
/** What a hearing was closed for does not stand in what is published. */
const isOpen = ({ heard }: Way): boolean => heard?.open !== false;
const STATES = ['party', 'facts', 'kinds', 'performance', 'remedies', 'organ', 'seal'];

/** Another decision of the same case has a number of its own, and comes some days after what was told before. */
const FIRST = { series: '罚', days: 0 };

/** The decision and its service. */
export function decided(telling: Telling, { series, days } = FIRST): void {
  const { way, step, own, paper } = telling;
  if (way.spared !== null) {
    const education = way.spared === 'educated' ? '当面教育，发放明码标价的提示书。' : null;
    const words = '违法行为轻微，检查当日即已改正，没有造成危害后果。';
    step('decide-none', { reason: 'minor', words, education, court: '临河区人民法院', ...own('不罚') }, 1);
    step('serve', IN_PERSON, 1);
    return;
  }
  if (way.service === 'electronic-confirmed') step('confirm-address', { electronic: true, channel: '电子邮箱', papers: [paper()] });
  const together = { members: '全体负责人', presider: '局长', opinions: '同意。', conclusion: '同意处罚。' };
  if (way.discussed) step('discuss', together);
  step(
    'decide',
    {
      ...{ ...way.decided, reasons: '事实清楚，证据确凿。', correction: way.correction, payTo: way.payTo, court: '临河区人民法院' },
      ...{ ...own(series), states: STATES, reconsiderDays: 60, suitMonths: way.suitMonths },
    },
    days,
  );
  if (way.announced !== null) announced(way.announced, telling);
  else step('serve', { ...IN_PERSON, how: way.service === 'in-person' ? 'in-person' : 'electronic' }, 1);
}

function announced({ tries, days }: NonNullable<Way['announced']>, { step, day, paper }: Telling): void {
  const ways = ['直接送达', '邮寄送达'].slice(0, tries);
  for (const how of ways) step('fail-service', { how, reason: '登记的住所没有人，查询不到其他地址。' }, 1);
  const notice = { where: '政府网站', reason: '其他方式无法送达。', papers: [paper()] };
  step('announce', { on: day(1), ...notice }, 1);
  // The seven working days of publicity do not wait for the notice.
  step('publish', SHOWN);
  step('serve', { ...IN_PERSON, how: 'public', publishedOn: day() }, days);
}

/** From the decision to the archive. */
export function carriedOut(telling: Telling): void {
  const { way, step } = telling;
  if (way.spared === null) {
    // Nothing of a minor is made public.
    if (way.party === 'youth') step('not-public', { reason: 'minor', words: '当事人不满十八周岁。' }, 1);
    else if (way.announced === null) step('publish', { ...SHOWN, ...(isOpen(way) ? {} : { redacted: '进货价格和供货者名称' }) }, 1);
    paid(telling);
    if (way.goodsAfter !== null) disposed(way.goodsAfter, telling);
    step('complete-performance', { summary: '已缴清。' });
  }
  closed(telling);
}

export function closed({ step, ref }: Telling): void {
  step('close', { summary: '同意结案。' }, 1);
  step('archive', { number: ref }, 1);
}

/** `mark` tells the receipts of one case apart. */
export function paid({ way, step, own, ref }: Telling, mark = ''): void {
  const fine = Number(way.decided['fine'] ?? 0);
  const amount = fine + way.beyond;
  if (way.paid === 'bank') step('pay', { amount, channel: 'bank', receipt: `演示${mark}${ref}` }, 1);
  else if (way.paid === 'overdue') {
    if (way.courtAfter !== null) enforced(way.courtAfter, { step, own });
    // The fine, and as much again: by then no more could be added to it.
    step('pay', { amount: 2 * fine, channel: 'bank', receipt: `演示${ref}` }, way.courtAfter === null ? way.paidAfter - 1 : 20);
  } else {
    step('pay', { amount, channel: 'on-spot', onSpot: way.paid, receipt: `演示${ref}` }, 1);
    step('hand-in', {}, way.bankedAfter);
    step('bank', { proof: '演示' });
  }
}

/** The time for remedies is over, the three months for the court run. */
const REMEDIES_OVER = 188;

function enforced(after: number, { step, own }: Pick<Telling, 'step' | 'own'>): void {
  step('urge', { content: '缴纳罚款和加处罚款。', contact: '执法科 0478-0000000', ...own('催') }, REMEDIES_OVER);
  step('serve', IN_PERSON);
  const object = '罚款及加处罚款，当事人有经营场所和账户。';
  step('apply-court', { court: '临河区人民法院', opinions: '当事人对催告没有意见。', object }, after);
}

function disposed(after: number, { way, step, paper }: Telling): void {
  const proof = way.saleProved ? { papers: [paper()] } : {};
  const sale = { how: 'auctioned', to: '演示拍卖行', reason: '公开拍卖，价款上缴国库。', ...proof };
  // Two days have passed since the decision was served.
  step('dispose-goods', { things: [{ no: 1 }], ...sale }, after - 2);
  step('record-performance', { content: '没收的物品已经公开拍卖。' });
}
