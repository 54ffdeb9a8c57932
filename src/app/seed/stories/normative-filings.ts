import { addDays, type Json, type LocalDate, rollForward } from '#law';
import type { Story } from '../town/timeline.ts';
import type { Town } from '../town/town.ts';
import { CITY, LINHE, type Step } from './letters.ts';

const FILING = 'normative-filing';
const CONTACT = { contact: '行政执法协调监督科 0478-0000000' };

type Wanted = {
  readonly title: string;
  readonly number: string;
  readonly published: number;
  /** Days from the anchor of the last valid one; null: the document names none. */
  readonly last: number | null;
  readonly trial?: true;
  readonly lacks?: readonly string[];
};

const PIECES = {
  text: '正式文本',
  explanation: '起草说明',
  basis: '制定依据',
  legality: '合法性审核意见',
  discussion: '集体审议记录',
} as const;

async function packed(town: Town, login: string, lacks: readonly string[]): Promise<Readonly<Record<string, Json>>> {
  const out: Record<string, Json> = { publication: [await town.upload(login, '公布凭证.pdf')] };
  for (const [piece, name] of Object.entries(PIECES)) out[piece] = lacks.includes(piece) ? null : [await town.upload(login, `${name}.pdf`)];
  return out;
}

/** A maker prepares and submits on a working day; what comes late says why. */
async function* submitted(
  town: Town,
  login: string,
  to: readonly [government: string, bureau: string],
  wanted: Wanted,
  offset: number,
): Step<string> {
  yield town.day(offset);
  const published = addDays(town.world.anchor, wanted.published);
  const { matterId: id } = await town.act(login, FILING, 'prepare', null, {
    ...{
      title: wanted.title,
      number: wanted.number,
      publishedOn: published,
      effectiveOn: addDays(published, 15),
      isTrial: wanted.trial === true,
    },
    ...{ lastDay: wanted.last === null ? null : addDays(town.world.anchor, wanted.last) },
    ...{
      level: login.endsWith('-ld') ? 'government' : 'department',
      recipient: town.unit(to[0]),
      bureau: town.unit(to[1]),
      replaces: null,
    },
    ...(await packed(town, login, wanted.lacks ?? [])),
  });
  const late = isLate(town, published) ? { lateReason: '经办岗位更替，漏报备案，已建立公布后即报的清单。' } : {};
  await town.act(login, FILING, 'submit', id, { ...late, contact: '办公室 0478-0000000' });
  return id;
}

/** Past the fifteenth day or the working day after it; where the holidays of that day's year are not known nothing is late yet. */
function isLate(town: Town, published: LocalDate): boolean {
  const last = rollForward(town.opened.platform.law().calendar, addDays(published, 15), 'rest-days');
  return last !== null && town.clock.today() > last.to;
}

const HERE = ['市政府', '市司法局'] as const;

async function* registered(town: Town, id: string, offset: number): Step {
  yield town.day(offset);
  await town.act(CITY.second, FILING, 'register', id, CONTACT);
}

async function* concluded(town: Town, id: string, conclusion: Readonly<Record<string, Json>>, offset: number): Step {
  yield town.day(offset);
  await town.act(CITY.second, FILING, 'conclude', id, conclusion);
  await town.act(CITY.deputy, FILING, 'sign', id, CONTACT);
  await town.act(CITY.sealer, FILING, 'seal', id);
  await town.act(CITY.drafter, FILING, 'serve', id);
}
const ACCEPTED = { outcome: 'accept', opinion: '制定程序合规，内容与上位法不抵触，适当。' };
const UNLAWFUL = {
  ...{ outcome: 'correct', opinion: '部分条款设定了行政处罚，超出规范性文件的权限。', demand: 'amend', correctBy: null },
  grounds: [{ ground: 'penalty', place: '第十二条', words: '对未按规定时间收运的单位设定罚款。', norm: null }],
};

/** 细则 28: the text under which all this is done ends itself; it is entered as filed elsewhere and warns a year ahead. */
const theText: Story = async function* (town) {
  yield town.day(-390);
  const { matterId } = await town.act(CITY.drafter, FILING, 'enter', null, {
    ...{ maker: town.unit('市政府'), title: '巴彦淖尔市行政执法协调监督实施细则', number: '2023年6月28日市政府办公室印发（文号未核实）' },
    ...{ publishedOn: '2023-06-28', effectiveOn: '2023-07-28', lastDay: '2028-07-27', level: 'government', isTrial: false },
    ...{ filingNumber: '（演示）备案号未核实', filedWith: '自治区人民政府（未核实）', text: null },
  });
  if (await town.is(matterId, 'filed'))
    await town.act(CITY.drafter, FILING, 'publish-catalogue', matterId, { place: '市政府网站', ...CONTACT });
};

/** Filed in time, and soon at its end: its maker has to decide what follows. */
const filed: Story = async function* (town) {
  const wanted = { title: '货运车辆超限运输治理办法', number: '（演示）交发8号', published: -118, last: 160 };
  const id = yield* submitted(town, 'jt-cb1', HERE, wanted, -110);
  yield* registered(town, id, -107);
  yield* concluded(town, id, ACCEPTED, -96);
  yield town.day(-92);
  await town.act(CITY.drafter, FILING, 'publish-catalogue', id, { place: '市政府网站备案目录栏', ...CONTACT });
  yield town.day(-12);
  const papers = [await town.upload(CITY.drafter, '审查建议书（隐去身份）.pdf')];
  await town.act(CITY.drafter, FILING, 'note-suggestion', id, { by: 'company', words: '认为第七条增加了运输企业的证明材料。', papers });
  yield town.day(-10);
  await town.act(CITY.checker, FILING, 'check-suggestion', id, { no: 1, intake: 'accept', words: null });
};

/** Filed late (细则 18): taken in all the same, with its reason, and told as late. */
const late: Story = async function* (town) {
  const wanted = {
    title: '畜禽养殖场防疫条件管理办法（试行）',
    number: '（演示）农发5号',
    published: -60,
    last: 600,
    trial: true,
  } as const;
  const id = yield* submitted(town, 'nm-cb1', HERE, wanted, -15);
  yield* registered(town, id, -13);
  yield town.day(-8);
  const opinion = { source: 'department', from: '市林业和草原局', words: '没有不同意见。', papers: null };
  await town.act(CITY.second, FILING, 'note-opinion', id, opinion);
};

const supplementing: Story = async function* (town) {
  const wanted = {
    title: '临河区城市供热管理办法',
    number: '（演示）临政发3号',
    published: -12,
    last: 1_800,
    lacks: ['legality', 'discussion'],
  };
  const id = yield* submitted(town, 'lh-zf-ld', HERE, wanted, -9);
  yield town.day(-6);
  const items = [
    { piece: 'legality', words: '补交合法性审核意见。' },
    { piece: 'discussion', words: '补交政府常务会议审议的记录。' },
  ];
  await town.act(CITY.second, FILING, 'ask-supplement', id, { items, by: addDays(town.world.anchor, 6), ...CONTACT });
};

const township: Story = async function* (town) {
  const wanted = { title: '狼山镇集贸市场秩序管理规定', number: '（演示）狼政发2号', published: -7, last: null };
  yield* submitted(town, 'lh-ls-jz', ['临河政府', '临河司法局'], wanted, -3);
};

/** The opinion was received and not followed: past its period it waits to be brought before the government. */
const uncorrected: Story = async function* (town) {
  const wanted = { title: '餐厨垃圾收运管理办法', number: '（演示）城管发6号', published: -90, last: 900 };
  const id = yield* submitted(town, 'cg-cb1', HERE, wanted, -82);
  yield* registered(town, id, -79);
  yield* concluded(town, id, UNLAWFUL, -60);
  yield town.day(-56);
  await town.act('cg-sw', FILING, 'receive', id);
};

/** … and one that is still within its period, with an objection of the maker to answer. */
const objecting: Story = async function* (town) {
  const wanted = { title: '文化经营场所巡查管理规定', number: '（演示）文旅发4号', published: -45, last: 500 };
  const id = yield* submitted(town, 'wl-cb1', HERE, wanted, -38);
  yield* registered(town, id, -35);
  yield* concluded(town, id, UNLAWFUL, -18);
  yield town.day(-14);
  await town.act('wl-sw', FILING, 'receive', id);
  yield town.day(-5);
  await town.act('wl-fz', FILING, 'object', id, { words: '第十二条引自地方性法规，没有新设处罚。', papers: null });
};

const declined: Story = async function* (town) {
  const wanted = { title: '年度劳动保障监察工作方案', number: '（演示）人社发9号', published: -30, last: null };
  const id = yield* submitted(town, 'rs-cb1', HERE, wanted, -25);
  yield town.day(-22);
  await town.act(CITY.second, FILING, 'decline', id, { exclusion: 'plan', reason: '属于工作方案，不是行政规范性文件。' });
};

/** A trial whose last day has gone by: the platform has said so on the day after. */
const lapsed: Story = async function* (town) {
  yield town.day(-200);
  const published = addDays(town.world.anchor, -700);
  await town.act(LINHE.drafter, FILING, 'enter', null, {
    ...{ maker: town.unit('临河市场监管局'), title: '流动食品摊点备案办法（试行）', number: '（演示）临市监发1号', publishedOn: published },
    ...{ effectiveOn: published, lastDay: addDays(town.world.anchor, -20), level: 'department', isTrial: true },
    ...{ filingNumber: '（演示）临政备1号', filedWith: '临河区人民政府', text: null },
  });
};

/** 细则 8(6), 18, 28: filings at every stage. */
export const NORMATIVE_STORIES: readonly Story[] = [
  ...[theText, filed, late, supplementing, township],
  ...[uncorrected, objecting, declined, lapsed],
];
