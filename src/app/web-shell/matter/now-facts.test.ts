import { describe, expect, it } from 'vitest';
import { cite } from '#law';
import type { MatterTask, OfferedAct } from '#ui/api/types.ts';
import { closedActs, isMine, keptActs, leftToAnother, missing, nextSteps, offeredActs, primaryStep } from './now-facts.ts';

const act = (name: string, more: Partial<OfferedAct> = {}): OfferedAct => ({
  act: name,
  label: name,
  does: 'step',
  aside: false,
  group: null,
  stepUp: false,
  prints: null,
  cite: cite('实施细则', 22, 1),
  article: '《实施细则》第二十二条第一款',
  allowed: true,
  reportable: false,
  onlyReported: false,
  refused: null,
  reason: null,
  form: {},
  ...more,
});
const task = (name: string, mine: boolean): MatterTask => ({
  key: name,
  title: name,
  act: name,
  organisationId: 'o',
  organisationName: '某局（演示）',
  roles: [],
  dueOn: null,
  mine,
  conditions: [],
});

describe('下一步只有一个主按钮', () => {
  it('轮到我的事在前，其次是推进流程的步骤', () => {
    const acts = [act('补充', { does: 'entry' }), act('退回'), act('反馈')];
    expect(nextSteps({ acts, tasks: [task('反馈', true)] }).map((a) => a.act)).toEqual(['反馈', '退回', '补充']);
  });

  it('轮到我的几件里，推进流程的在补充记录的前面；只能补录的步骤不抢先', () => {
    const acts = [act('登记音像记录', { does: 'entry' }), act('作出决定')];
    const tasks = acts.map((one) => task(one.act, true));
    expect(primaryStep({ acts, tasks })?.act).toBe('作出决定');
    const kept = [act('登记缴款', { does: 'entry' }), act('履行完毕', { onlyReported: true })];
    expect(primaryStep({ acts: kept, tasks: kept.map((one) => task(one.act, true)) })?.act).toBe('登记缴款');
  });

  it('撤回、异议之类不作主按钮，补充事实也不作', () => {
    expect(primaryStep({ acts: [act('撤回', { aside: true }), act('备注', { does: 'entry' })], tasks: [] })).toBeNull();
  });

  it('别人的待办不成为我的主按钮', () => {
    expect(primaryStep({ acts: [act('备注', { does: 'entry' })], tasks: [task('备注', false)] })).toBeNull();
    expect(primaryStep({ acts: [act('备注', { does: 'entry' })], tasks: [task('备注', true)] })?.act).toBe('备注');
  });

  it('岗位轮到而本人不能办的，写明应由谁办；本人能办的、别的岗位的不写', () => {
    const reason = '您是本案承办人，应当由文印或者其他人员用印';
    const acts = [act('用印', { allowed: false, refused: 'handler-seals', reason }), act('送达')];
    expect(['用印', '送达'].map((name) => leftToAnother({ acts }, task(name, true)))).toEqual([reason, null]);
    expect(leftToAnother({ acts }, task('用印', false))).toBeNull();
  });

  it('不能办的分别说明：缺条件、应由他人办理、不在此阶段；轮到的步骤所缺列为“还缺”', () => {
    const acts = [
      act('送达', { allowed: false, refused: 'not-sealed', reason: '用印文书尚未生成' }),
      act('签发', { allowed: false, refused: 'own-draft', reason: '不得签发本人拟稿的文书' }),
      act('用印', { allowed: false, refused: 'wrong-role', reason: '由文印用印办理' }),
      act('办结', { allowed: false, refused: 'wrong-state', reason: '当前为“签发”' }),
    ];
    expect(nextSteps({ acts, tasks: [] })).toEqual([]);
    expect(closedActs({ acts }, 'condition').map((a) => a.act)).toEqual(['送达']);
    expect(closedActs({ acts }, 'role').map((a) => a.act)).toEqual(['签发', '用印']);
    expect(closedActs({ acts }, 'state').map((a) => a.act)).toEqual(['办结']);
    expect(missing({ acts, tasks: [task('送达', true)] })).toMatchObject([{ reason: '用印文书尚未生成' }]);
    expect(missing({ acts, tasks: [task('签发', true), task('用印', true)] })).toEqual([]);
    const asked = [act('答复结果', { allowed: false, refused: 'addressee-answers', reason: '由该机关自己答复' })];
    expect(missing({ acts: asked, tasks: [task('答复结果', false)] })).toEqual([]);
    expect(closedActs({ acts: asked }, 'role').map((a) => a.act)).toEqual(['答复结果']);
  });

  it('法律要求换人办理的，不算轮到本人', () => {
    const acts = [act('核稿', { allowed: false, refused: 'own-draft', reason: '不得由拟稿人本人核稿' }), act('退回')];
    expect(isMine({ acts }, task('核稿', true))).toBe(false);
    expect(isMine({ acts }, task('退回', true))).toBe(true);
    expect(isMine({ acts }, task('退回', false))).toBe(false);
  });
});

describe('可办的很多时，轮到我的和推进流程的在前，其余按用途收在“更多”里', () => {
  const acts = [
    act('询问', { does: 'entry', group: '调查措施' }),
    act('书面说明', { does: 'entry', group: '调查措施' }),
    act('调阅', { does: 'entry', group: '调查措施' }),
    act('走访', { does: 'entry', group: '现场监督' }),
    act('检查', { does: 'entry', group: '现场监督' }),
    act('认定'),
    act('中止', { aside: true }),
    act('制止', { does: 'entry', group: '现场监督', allowed: false, reason: '不足两人' }),
  ];
  const matter = { acts, tasks: [task('书面说明', true)] };

  it('轮到我的不收起', () => {
    expect(offeredActs(matter).map((a) => a.act)).toEqual(['书面说明', '认定', '中止']);
    expect(keptActs(matter).map(({ group, acts: kept }) => [group, kept.map((a) => a.act)])).toEqual([
      ['调查措施', ['询问', '调阅']],
      ['现场监督', ['走访', '检查']],
    ]);
  });

  it('只能补录的收在最后，不与可以办理的混在一起；轮到自己的不收', () => {
    const reported = { onlyReported: true, aside: true };
    const more = [...acts, act('不移送', reported), act('批准登记保存', { ...reported, group: '调查措施' }), act('撤销', reported)];
    expect(offeredActs({ acts: more, tasks: [task('撤销', true)] }).map((a) => a.act)).toEqual(['认定', '中止', '撤销']);
    const kept = keptActs({ acts: more, tasks: [task('撤销', true)] });
    expect(kept.at(-1)).toMatchObject({
      group: '现在不能在平台办理，线下已经办理的补录',
      acts: [{ act: '不移送' }, { act: '批准登记保存' }],
    });
  });

  it('没有其他可办的，或者只收得起两三项的，就不收起', () => {
    const only = { acts: acts.filter((a) => a.group !== null), tasks: [] };
    expect(offeredActs(only).map((a) => a.act)).toEqual(['询问', '书面说明', '调阅', '走访', '检查']);
    expect(keptActs(only)).toEqual([]);
    const few = { acts: acts.filter((a) => a.act !== '检查'), tasks: matter.tasks };
    expect(offeredActs(few).map((a) => a.act)).toEqual(['书面说明', '认定', '询问', '调阅', '走访', '中止']);
    expect(keptActs(few)).toEqual([]);
  });
});
