import { describe, expect, it } from 'vitest';
import {
  APPLY,
  archived,
  CAST,
  clue,
  concluded,
  DECIDE_NONE,
  DISCUSS,
  filed,
  heard,
  INSPECT,
  inParts,
  investigated,
  NONE,
  OWN,
  PRESERVE,
  papers,
  performing,
  REPORT,
  reviewed,
  SETTLE,
  sent,
  urged,
} from './testing.ts';

const { handlerA, head, deputy } = CAST;
const none = { ...REPORT, ...NONE, outcome: 'not-punished', tier: 'none' };
const order = { content: '按规定标价。', basis: '《价格法》第四十二条', by: '2026-06-10', ...OWN };

/** One case or more for every paper of the room. */
const CASES = [
  ...papers(),
  archived(),
  clue().does(head, 'decline', { reason: '不属实', told: null }),
  filed().does(handlerA, 'inspect', INSPECT),
  sent(investigated().does(deputy, 'order-correction', order)),
  sent(concluded(none).does(head, 'decide-none', DECIDE_NONE)),
  performing().does(deputy, 'defer', inParts(['2026-07-31', 80_000], ['2026-09-30', null])),
  reviewed(heard()).does(head, 'discuss', DISCUSS),
  urged().on('2026-12-21').does(head, 'apply-court', APPLY),
];
const MADE = new Set(CASES.flatMap((r) => r.issued.map(({ kind }) => kind)));

/** CT14 (enforcement §7.1): every name of the list of case papers, and under which kinds the room makes it. */
const PAPERS: readonly (readonly [name: string, kinds: readonly string[]])[] = [
  ['举报投诉登记表', ['CT14-举报投诉登记表', 'CT14-案源登记表']],
  ['立案审批表', ['CT14-立案审批表']],
  ['不予立案', ['CT14-不予立案审批表']],
  ['询问笔录', ['CT14-询问笔录']],
  ['现场检查（勘验）笔录', ['CT14-现场检查笔录']],
  ['责令改正通知书', ['correction']],
  ['抽样通知/处理', ['CT14-抽样取证凭证', 'CT14-抽样取证物品处理通知书']],
  ['登记保存审批/通知/处理', ['CT14-先行登记保存审批表', 'preservation', 'CT14-登记保存证据处理通知书']],
  ['鉴定委托', ['CT14-鉴定委托书']],
  ['调查终结报告', ['CT14-调查终结报告']],
  ['法制审核意见书', ['CT14-法制审核意见书']],
  ['事先告知书、听证告知', ['notice']],
  ['听证申请/通知/公告/笔录/报告', ['CT14-听证申请登记表', 'CT14-听证通知书', 'CT14-听证公告', 'CT14-听证笔录', 'CT14-听证报告']],
  ['陈述申辩笔录', ['CT14-陈述申辩笔录']],
  ['集体讨论笔录', ['CT14-集体讨论笔录']],
  ['处罚审批表', ['CT14-行政处罚审批表']],
  ['处罚决定书', ['decision']],
  ['不予处罚决定书', ['no-penalty']],
  ['送达回证/送达地址确认书', ['CT14-送达回证', 'CT14-送达地址确认书']],
  ['延期分期审批', ['CT14-延期分期审批表']],
  ['催告书', ['urging']],
  ['强制执行申请书', ['CT14-强制执行申请书']],
  ['移送函/涉嫌犯罪移送书', ['transfer', 'CT14-案件移送审批表', 'CT14-案件移送回执']],
  ['结案审批', ['CT14-结案审批表']],
];

/** Names of the list that this room does not make, and who does, or why nobody. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  委托书: '委托执法的委托书由“委托执法”（registers/delegations）制作',
  抽样审批: '处罚法56的抽样取证不以审批为条件，负责人在案件内可见；凭证由执法人员当场出具',
  '查封扣押决定、清单、延期、解除': '行政强制（SM-E4）不在本房间，见“还没有”',
  当场处罚决定书: '由简易程序（enforcement/summary-penalty）制作',
  强制执行决定: '本机关没有法律授予的强制执行权的，申请人民法院执行；自行强制执行见“还没有”',
  备案报告: '重大行政处罚备案由“重大处罚备案”（supervision）制作',
  '案卷封面、目录、备考表': '由平台装订案卷时排印（platform/case-file）',
};

describe('处罚案件的文书与 CT14 清单对照', () => {
  it.each(PAPERS)('%s', (_, kinds) => {
    expect(kinds.filter((kind) => !MADE.has(kind))).toEqual([]);
  });

  it('本房间制作的文书都在清单以内，或者是清单以外的法定文书；不制作的写明由谁制作', () => {
    const listed = new Set(PAPERS.flatMap(([, kinds]) => kinds));
    expect([...MADE].filter((kind) => !listed.has(kind)).toSorted()).toEqual([
      'CT14-撤销立案审批表',
      'CT14-终止案件决定书',
      'CT14-终止案件审批表',
    ]);
    expect(Object.values(ELSEWHERE).filter((why) => why.length < 10)).toEqual([]);
  });

  it('投诉、举报的线索是举报投诉登记表，其他来源是案源登记表；内部文书不送当事人', () => {
    expect(clue({ source: 'report' }).issued).toMatchObject([{ kind: 'CT14-举报投诉登记表', inside: true }]);
    expect(clue().issued).toMatchObject([{ kind: 'CT14-案源登记表', inside: true }]);
    const approval = archived().issued.find(({ kind }) => kind === 'CT14-行政处罚审批表');
    expect(approval).toMatchObject({ inside: true, name: '行政处罚决定审批表' });
    expect(JSON.stringify(approval?.facts)).toContain('书面放弃陈述、申辩');
  });

  it('自有系统报来的，文书在原系统，平台不另行制作', () => {
    const told = investigated().reports(CAST.machine, 'preserve', { ...PRESERVE, ownNumber: '登保1号' }, '2026-06-01');
    const settled = told.reports(CAST.machine, 'settle-preservation', SETTLE, '2026-06-01');
    expect(settled.issued.filter(({ kind }) => kind.includes('登记保存'))).toEqual([]);
  });
});
