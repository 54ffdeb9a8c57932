import type { Json } from '#law';
import type { Story } from '../town/timeline.ts';
import type { Town } from '../town/town.ts';
import type { Step } from './letters.ts';
import { BASIS, FIRM, filed } from './penalty-cases.ts';

const KIND = 'assistance';
const ASKING = 'lh-scjg';

type Asked = { readonly unit: string; readonly way: 'assist' | 'inquire'; readonly subject: string; readonly request: string };
type Request = { readonly town: Town; readonly id: string; readonly caseId: string };

const act = ({ town, id }: Request, login: string, name: string, input: Readonly<Record<string, Json>> = {}) =>
  town.act(login, KIND, name, id, input);

/** A case of the district's market supervision asks another department of the district: the letter is sealed and served. */
async function* served(town: Town, offset: number, cause: string, asked: Asked): Step<Request> {
  const { id: caseId } = yield* filed(town, ASKING, offset, cause, FIRM, BASIS);
  yield town.day(offset + 3);
  const { matterId } = await town.act(`${ASKING}-cb1`, KIND, 'draft', null, {
    ...{ fromCase: caseId, way: asked.way, subject: asked.subject, addressee: town.unit(asked.unit), outside: null, who: null },
    ...{ basis: '《中华人民共和国行政处罚法》第二十六条', facts: `检查发现当事人涉嫌${cause}。`, request: asked.request },
    ...{ materials: [{ name: '立案审批表复印件' }], attachments: null, wantedBy: null, contact: '执法科 0478-0000000' },
  });
  const one = { town, id: matterId, caseId };
  await act(one, `${ASKING}-cb1`, 'submit');
  await act(one, `${ASKING}-fz`, 'review', { opinion: '请求属于被请求机关职权范围。' });
  await act(one, `${ASKING}-fg`, 'sign', { opinion: '同意。' });
  await act(one, `${ASKING}-fz`, 'seal');
  await act(one, `${ASKING}-cb1`, 'serve');
  return one;
}

/** The other organ agrees and answers with a letter of its own; the letter and what goes with it become evidence of the case. */
const answered: Story = async function* (town) {
  const one = yield* served(town, -34, '占道堆放商品不明码标价', {
    ...{ unit: '临河城管局', way: 'inquire', subject: '核实占道经营处理情况' },
    request: '请提供当事人占用道路的检查记录和处理情况。',
  });
  yield town.day(-29);
  await act(one, 'lh-cg-sw', 'receive');
  await act(one, 'lh-cg-fz', 'agree', { words: '属于本机关职权范围，同意协查。' });
  yield town.day(-22);
  const paper = await town.upload('lh-cg-sw', '检查记录.pdf');
  await act(one, 'lh-cg-cb1', 'draft-reply', {
    ...{ outcome: 'given', ground: null, words: '检查记录附后，当事人已经改正占道。', materials: [{ name: '占道经营检查记录' }] },
    contact: '法制科 0478-0000000',
  });
  await act(one, 'lh-cg-fz', 'review-reply', { opinion: '属实。' });
  await act(one, 'lh-cg-fg', 'sign-reply', { opinion: '同意。' });
  await act(one, 'lh-cg-fz', 'seal-reply');
  await act(one, 'lh-cg-sw', 'send-reply', { papers: [paper] });
  yield town.day(-20);
  const officers = [town.officer(`${ASKING}-cb1`), town.officer(`${ASKING}-cb2`)];
  await town.act(`${ASKING}-cb1`, 'ordinary-penalty', 'take-assistance', one.caseId, {
    ...{ no: 1, kind: 'documentary', name: '占道经营检查记录', officers, late: null },
  });
};

/** Received, and not answered: the day of the reminder is near. */
const awaited: Story = async function* (town) {
  const one = yield* served(town, -25, '出租摊位价格公示不全', {
    ...{ unit: '临河自然资源局', way: 'assist', subject: '查明出租场地的权属' },
    request: '请查明出租场地的土地用途和权利人。',
  });
  yield town.day(-18);
  await act(one, 'lh-zrzy-sw', 'receive');
  yield town.day(-4);
  await act(one, `${ASKING}-cb1`, 'remind', { words: '请在期限内答复。' });
};

/** Refused; both sides have negotiated without result, and the bureau over both is asked to coordinate (细则 6). */
const refused: Story = async function* (town) {
  const one = yield* served(town, -30, '摊位费标示不清', {
    ...{ unit: '临河城管局', way: 'assist', subject: '清点占道经营摊位' },
    request: '请派员协助清点摊位、核对收费情况。',
  });
  yield town.day(-25);
  await act(one, 'lh-cg-sw', 'receive');
  yield town.day(-22);
  await act(one, 'lh-cg-fz', 'refuse', {
    ...{ ground: 'not-competent', words: '摊位收费不属于本机关职权范围。', number: null, papers: null },
  });
  yield town.day(-16);
  await act(one, `${ASKING}-fg`, 'ask-coordination', {
    ...{ negotiated: '两机关分管负责人面谈一次，对占道摊位由谁清点意见不一。', law: '《城市市容和环境卫生管理条例》第十四条' },
    proposal: '占道摊位的清点由城市管理部门负责，请予协调。',
  });
};

/** 协助函、协查函 of the demonstration. */
export const ASSISTANCE_STORIES: readonly Story[] = [answered, awaited, refused];
