import type { Story } from '../town/timeline.ts';
import { CITY } from './letters.ts';

const CHECK = 'alert-check';

const excluded: Story = async function* (town) {
  yield town.day(-7);
  const findings = await town.findings('市文旅局', 'P01');
  if (findings.length === 0) return;
  await town.exclude(CITY.drafter, findings.slice(0, 1), 'data-error', '单位提供的公示截图显示按期公示，报送日期填写有误。');
};

const sent: Story = async function* (town) {
  yield town.day(-1);
  const doubts = await town.findings('市人社局', 'F01');
  if (doubts.length === 0) return;
  await town.sendDown(CITY.drafter, doubts, '请核实违法行为终了和发现的日期。');
};

const answered: Story = async function* (town) {
  yield town.day(-6);
  const doubts = await town.findings('市卫健委', 'E01');
  if (doubts.length === 0) return;
  const id = await town.sendDown(CITY.drafter, doubts, '请提供送达回证。');
  yield town.day(-4);
  await town.act('wj-cb1', CHECK, 'answer', id, { answer: 'true', words: '经核对，送达确已超过七个工作日。' });
};

const confirmed: Story = async function* (town) {
  yield town.day(-70);
  const doubts = await town.findings('市交通支队', 'S05');
  if (doubts.length === 0) return;
  const id = await town.sendDown(CITY.drafter, doubts, '请说明作出处罚的名义。');
  yield town.day(-68);
  await town.act('jtzd-cb', CHECK, 'answer', id, { answer: 'true', words: '属实，系支队使用了旧格式文书。' });
  yield town.day(-66);
  await town.act(CITY.drafter, CHECK, 'confirm', id, { outcome: 'stands', words: '疑点仍在，另行处理。' });
};

const unanswered: Story = async function* (town) {
  yield town.day(-30);
  const doubts = await town.findings('市农牧局', 'S09');
  if (doubts.length === 0) return;
  await town.sendDown(CITY.drafter, doubts, '请提供执法人员的证件。');
};

export const FINDING_STORIES: readonly Story[] = [excluded, sent, answered, confirmed, unanswered];
