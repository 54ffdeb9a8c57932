import type { Json } from '#law';
import type { Story } from '../town/timeline.ts';
import type { Town } from '../town/town.ts';
import { type Input, NOBODY } from './penalty-cases.ts';

const KIND = 'summary-penalty';
const [HANDLER, SECOND, LEADER] = ['lh-scjg-cb1', 'lh-scjg-cb2', 'lh-scjg-fg'];

const STREET = '临河区解放西街（演示）';
const TRADER: Input = {
  ...{ ...NOBODY, kind: 'sole-trader', name: '临河区老杨烟酒店（演示）', uscc: '92150821MA0000002U' },
  ...{ legalRepresentative: '演示戊', address: `${STREET}12号` },
};
const PERSON: Input = {
  ...{ ...NOBODY, kind: 'person', name: '演示己', idKind: 'identity-card', idNumber: '150802199001010017', address: `${STREET}30号` },
};
const FIRM: Input = {
  ...{ ...NOBODY, kind: 'legal-person', name: '河套百货有限公司（演示）', uscc: '91150802MA0000001B' },
  ...{ legalRepresentative: '演示庚', address: `${STREET}56号` },
};

/** Told and heard by two officers where it happens. */
async function heard(town: Town, party: Input, proposed: Input): Promise<string> {
  const { matterId } = await town.act(HANDLER, KIND, 'open', null, {
    ...{ officers: [town.officer(HANDLER), town.officer(SECOND)], cardShown: true, party, place: String(party['address']) },
    ...{ actOn: town.clock.today(), itemCode: 'SJ-CF-003', conduct: '未亮照经营', isClear: true },
    facts: '没有在住所的醒目位置亮明营业执照，现场照片二张，当事人没有异议。',
    violated: '《中华人民共和国市场主体登记管理条例》第三十六条',
    basis: '《中华人民共和国市场主体登记管理条例》第四十八条',
  });
  await town.act(HANDLER, KIND, 'hear', matterId, { ...proposed, told: true, statement: 'none' });
  return matterId;
}

async function handedOver(town: Town, party: Input, proposed: Input, payment: Input, correctBy: Json = null): Promise<string> {
  const id = await heard(town, party, proposed);
  await town.act(HANDLER, KIND, 'decide', id, {
    ...{
      weight: 'none',
      correction: 'ordered',
      demand: '在住所醒目位置亮明营业执照。',
      correctBy,
      court: '临河区人民法院',
      time: '10时20分',
    },
    ...{ ...proposed, ...payment },
  });
  await town.act(HANDLER, KIND, 'deliver', id, { how: 'signed' });
  return id;
}

/** Decided on the spot by the district's market supervision: one archived, one whose fine is to be handed in, one not yet reported. */
export const summaryPenalties: Story = async function* (town) {
  yield town.day(-9);
  const warned = await handedOver(town, TRADER, { penalty: 'warning' }, { way: 'none' }, town.day(-7));
  await town.act(HANDLER, KIND, 'report', warned);
  yield town.day(-7);
  const officers = [town.officer(HANDLER), town.officer(SECOND)];
  await town.act(HANDLER, KIND, 'check-correction', warned, { no: 1, corrected: true, found: '已在醒目位置亮明。', officers });
  await town.act(LEADER, KIND, 'close', warned, { opinion: '同意结案。' });
  await town.act(HANDLER, KIND, 'archive', warned, { number: '演示-当罚-001' });
  yield town.day(-1);
  const taken = await handedOver(town, PERSON, { penalty: 'fine', fine: 5_000 }, { way: 'on-the-spot' });
  await town.act(HANDLER, KIND, 'collect', taken, { fine: 5_000, ground: 'at-most-100', receipt: '演示00001', given: true });
  await town.act(HANDLER, KIND, 'report', taken);
  await handedOver(town, FIRM, { penalty: 'fine', fine: 50_000 }, { way: 'bank', bank: '任一代收银行网点或者电子支付系统' });
};
