import { addDays } from '#law';
import { enterExisting, reviseDraft, saveDraft } from '../../../registers/discretion-benchmarks/actions.ts';
import { benchmarkOf, FINED, FIRST_CUTS, type Fined } from '../benchmarks/contents.ts';
import type { Story } from '../town/timeline.ts';
import type { Town } from '../town/town.ts';

const KIND = 'discretion-benchmark';
const LATER_CUTS = [20, 60] as const;

/** First part of the logins of the organs that have benchmarks. */
const MAKERS: Readonly<Record<string, string>> = {
  ...{ 市市场监管局: 'scjg', 市应急局: 'yj', 市人社局: 'rs', 市交通局: 'jt', 市农牧局: 'nm', 市文旅局: 'wl', 市自然资源局: 'zrzy' },
};

const CHANGED = '未查验供货者许可证';
const DRAFTED = '未按规定维护营运车辆';
/** Benchmarks that are more than entered. */
const OWN_STORY = [CHANGED, DRAFTED];

function asked(town: Town, login: string, key: string) {
  town.clock.tick();
  return { platform: town.opened.platform, session: town.seat(login), key: `demonstration-benchmark-${key}` };
}

/** What was published before the platform, entered by each organ (细则 8(8)). */
const entered: Story = async function* (town) {
  yield town.day(-380);
  const entries: { readonly login: string; readonly id: string }[] = [];
  for (const [unit, login] of Object.entries(MAKERS))
    for (const fined of FINED[unit] ?? [])
      if (!OWN_STORY.includes(fined.violation)) entries.push({ login, id: await enter(town, login, fined) });
  yield town.day(EVALUATED);
  for (const { login, id } of entries) await evaluated(town, login, id);
};

/** Before the year since a benchmark began has passed. */
const EVALUATED = -75;

async function evaluated(town: Town, login: string, id: string): Promise<void> {
  await town.act(`${login}-cb1`, KIND, 'evaluate', id, { result: 'keep', words: '各档适用情况正常，没有因裁量被纠正的案件。' });
}

async function enter(town: Town, login: string, fined: Fined): Promise<string> {
  const published = addDays(town.world.anchor, -430);
  const answer = await enterExisting(asked(town, `${login}-cb1`, fined.violation), {
    ...{ violation: fined.violation, content: benchmarkOf(fined, FIRST_CUTS), upper: null },
    ...{
      documentNumber: '（演示）裁量基准第1号',
      publishedOn: published,
      place: '本机关门户网站',
      from: addDays(published, 30),
      lastDay: null,
    },
    source: '本机关裁量权基准汇编（纸质）',
  });
  return (await town.settled(answer, `enter ${fined.violation}`)).matterId;
}

/** The whole way of a change: 修改、合法性审核、集体讨论、公布；the version before it holds until the new one begins. */
const changed: Story = async function* (town) {
  yield town.day(-379);
  const fined = finedFor(CHANGED);
  const id = await enter(town, 'scjg', fined);
  yield town.day(-130);
  const { seq } = await town.act('scjg-cb1', KIND, 'amend', id, { reason: '按办案情况调整各档幅度。' });
  const body = { content: benchmarkOf(fined, LATER_CUTS), upper: null, ifSeq: seq };
  await town.settled(await reviseDraft(asked(town, 'scjg-cb1', 'revise'), id, body), 'revise');
  await town.act('scjg-cb1', KIND, 'submit', id);
  yield town.day(-125);
  await town.act('scjg-fz', KIND, 'review', id, { opinion: '各档幅度在法定幅度以内，衔接无空档。' });
  yield town.day(-118);
  await town.act('scjg-jz', KIND, 'decide', id, { way: 'collective', minutes: '局务会讨论通过。' });
  yield town.day(-110);
  const publication = { documentNumber: '（演示）裁量基准第2号', publishedOn: town.clock.today(), place: '本机关门户网站' };
  await town.act('scjg-cb1', KIND, 'publish', id, { ...publication, from: addDays(town.clock.today(), 30) });
  yield town.day(EVALUATED);
  await evaluated(town, 'scjg', id);
};

/** A draft that waits for its review. */
const reviewing: Story = async function* (town) {
  yield town.day(-4);
  const fined = finedFor(DRAFTED);
  const body = { violation: fined.violation, content: benchmarkOf(fined, FIRST_CUTS), upper: null };
  const { matterId } = await town.settled(await saveDraft(asked(town, 'jt-cb1', 'draft'), body), 'draft');
  await town.act('jt-cb1', KIND, 'submit', matterId);
};

function finedFor(violation: string): Fined {
  const fined = Object.values(FINED)
    .flat()
    .find((f) => f.violation === violation);
  if (fined === undefined) throw new Error(`no benchmark for ${violation}`);
  return fined;
}

export const BENCHMARK_STORIES: readonly Story[] = [entered, changed, reviewing];
