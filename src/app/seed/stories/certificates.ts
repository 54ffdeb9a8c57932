import { addDays, type Json } from '#law';
import type { Story } from '../town/timeline.ts';
import type { Town } from '../town/town.ts';
import { CITY, LINHE, type Step } from './letters.ts';

const AFFAIR = 'certificate-affair';
const SPECIAL = 'special-supervisor';
const REGION = '内蒙古自治区司法厅文件（演示）';

/** The card of a person of the city, as the register has it. */
function cardOf(town: Town, login: string) {
  const { name, organisationId } = town.seat(login);
  const number = town.world.people.find((p) => p.login === login)?.certificates[0]?.number ?? '';
  return { unit: organisationId, kind: 'enforcement', name, number } as const;
}

async function* applied(
  town: Town,
  login: string,
  affair: string,
  offset: number,
  more: Readonly<Record<string, Json>> = {},
): Step<string> {
  yield town.day(offset);
  const input = {
    ...cardOf(town, login),
    ...{ affair, bureau: town.unit('市司法局'), domains: '综合', qualification: '在编在岗，培训考试合格。', reason: '按规定办理。' },
    ...{ proof: [await town.upload(login, '证明材料.pdf')], ...more },
  };
  const { matterId } = await town.act(login, AFFAIR, 'apply', null, input as Json);
  return matterId;
}

/** … 审核、上报: it waits for the region. */
async function* sentUp(town: Town, id: string, offset: number): Step {
  yield town.day(offset);
  await town.act(CITY.second, AFFAIR, 'review', id, { opinion: '材料齐全，符合条件。', forwarder: town.unit('市司法局') });
  await town.act(CITY.drafter, AFFAIR, 'forward', id, { paper: `巴司函〔${town.day(offset).slice(0, 4)}〕6号` });
}

const newcomer: Story = async function* (town) {
  const id = yield* applied(town, 'zj-cb', 'issue', -24, { name: '示新任（演示）', number: null, domains: '住房和城乡建设' });
  yield* sentUp(town, id, -20);
};

const retired: Story = async function* (town) {
  const id = yield* applied(town, 'lc-cb', 'cancellation', -34, { reason: '退休，证件已交回。' });
  await town.act('lc-cb', AFFAIR, 'collect', id, { on: town.day(-34), words: '证件已交回单位，随件上交。' });
  yield* sentUp(town, id, -31);
  yield town.day(-22);
  const answer = { favour: 'approved', paper: `内司函（演示）〔${town.day(-22).slice(0, 4)}〕11号`, from: town.day(-22) };
  await town.act(CITY.drafter, AFFAIR, 'answer', id, answer, { reported: REGION });
};

const lost: Story = async function* (town) {
  const id = yield* applied(town, 'jy-cb', 'loss', -9, { lostOn: town.day(-11), reason: '外出检查途中遗失。' });
  yield town.day(-7);
  const proof = [await town.upload('jy-cb', '登报声明.pdf')];
  await town.act('jy-cb', AFFAIR, 'declare', id, { on: town.day(-7), channel: '巴彦淖尔日报（演示）第4版', proof });
};

const suspended: Story = async function* (town) {
  yield town.day(-15);
  const scan = [await town.upload(CITY.drafter, '暂扣决定.pdf')];
  const decided = {
    affair: 'suspension',
    paper: `内司决（演示）〔${town.day(-15).slice(0, 4)}〕2号`,
    from: town.day(-15),
    reason: '受处分期间。',
    scan,
  };
  await town.act(CITY.drafter, AFFAIR, 'record-decision', null, { ...cardOf(town, 'sl-cb'), ...decided }, { reported: REGION });
};

const nominee = (name: string, nominator: string): Json => ({
  ...{ name, workplace: '某律师事务所（演示）律师', source: 'lawyer', nominator },
  grounds: '长期从事行政法律服务，熟悉行政执法业务。',
});

const serving: Story = async function* (town) {
  const from = town.day(-80);
  yield town.day(-84);
  const { matterId: id } = await town.act(
    CITY.drafter,
    SPECIAL,
    'nominate',
    null,
    nominee(town.seat('tyjd-ty').name, '市律师协会（演示）'),
  );
  await town.act(CITY.checker, SPECIAL, 'review', id, { isFit: true, opinion: '符合聘任条件。' });
  await town.act(CITY.head, SPECIAL, 'appoint', id, {
    ...{ from, to: addDays(from, 729), area: '巴彦淖尔市' },
    contact: '行政执法协调监督科 0478-0000000',
  });
  yield town.day(-82);
  await town.act(CITY.sealer, SPECIAL, 'seal', id);
  await town.act(CITY.drafter, SPECIAL, 'hand-over', id);
  yield town.day(-30);
  const went = { activity: 'accompany', unit: town.unit('临河城管局'), words: '随同检查行政处罚案卷三件，提出告知程序方面的意见。' };
  await town.act(CITY.drafter, SPECIAL, 'record-activity', id, went);
};

const nominated: Story = async function* (town) {
  yield town.day(-5);
  await town.act(CITY.drafter, SPECIAL, 'nominate', null, nominee('示推荐（演示）', '市工商业联合会（演示）'));
};

/** Appointed by a county's bureau: what is done outside the county is not recorded (细则 17). */
const servingCounty: Story = async function* (town) {
  const from = town.day(-50);
  yield town.day(-54);
  const { matterId: id } = await town.act(
    LINHE.drafter,
    SPECIAL,
    'nominate',
    null,
    nominee('示临河（演示）', '临河区工商业联合会（演示）'),
  );
  await town.act(LINHE.checker, SPECIAL, 'review', id, { isFit: true, opinion: '符合聘任条件。' });
  await town.act(LINHE.head, SPECIAL, 'appoint', id, {
    ...{ from, to: addDays(from, 729), area: '临河区' },
    contact: '行政执法协调监督股 0478-0000000',
  });
  yield town.day(-51);
  await town.act(LINHE.sealer, SPECIAL, 'seal', id);
  await town.act(LINHE.drafter, SPECIAL, 'hand-over', id);
};

/** 细则 8(5), 16, 17: certificates in each state, special supervisors who serve the city and a county, one to be examined. */
export const CERTIFICATE_STORIES: readonly Story[] = [newcomer, retired, lost, suspended, serving, servingCounty, nominated];
