import { describe, expect, it } from 'vitest';
import { CASE_FILE } from './documents/case-file.ts';
import { FORMS } from './forms.ts';
import { LIFECYCLE } from './lifecycle.ts';
import { LETTER_LABELS } from './model-execution.ts';
import {
  A,
  AMEND,
  APPRAISAL,
  B,
  CALL,
  CAST,
  DECIDE,
  deliberating,
  FIRM,
  FORFEIT,
  filed,
  HEARING_REPORT,
  heard,
  hearing,
  investigated,
  PERSON,
  papers,
  REPORT,
  SAMPLE,
  SERVE,
  sent,
  settled,
  TERMINATE,
  TRANSFER,
} from './testing.ts';

const { handlerA, deputy, head, sealer } = CAST;
const names = (r: ReturnType<typeof investigated>): readonly string[] => r.issued.map((d) => d.name);
const ITEMS = {
  reason: '可能灭失',
  place: '仓库',
  keeper: '当事人',
  items: [{ name: '价签', quantity: '10张' }],
  officers: [A, CAST.handlerB.officerId],
};

describe('登记保存通知书编号、用印、送达（第五十六条）', () => {
  it('签发即有文号，用印以后送达；送达前调查照常进行', () => {
    const kept = investigated().does(deputy, 'preserve', ITEMS);
    expect(kept.issued.find((d) => d.kind === 'preservation')).toMatchObject({ numbered: true, publiclyVerifiable: true });
    expect(kept.tries(handlerA, 'serve', { how: 'in-person', receivedOn: kept.today, receiver: '负责人' })).toMatchObject({
      refused: 'not-sealed',
    });
    expect(kept.tasks().map((t) => t.act)).toEqual(expect.arrayContaining(['seal', 'settle-preservation']));
    expect(kept.tries(handlerA, 'sample', SAMPLE)).toBeNull();
    const served = sent(kept);
    expect(served.state).toMatchObject({ status: 'investigating', letters: [{ kind: 'preservation', receivedOn: '2026-06-01' }] });
    expect(names(served)).toContain('送达回证');
  });

  it('还有文书没有送达的，先办结送达；补录的写明原文号', () => {
    const order = { content: '改正', basis: '《价格法》第十三条', by: '2026-06-10' };
    const ordered = investigated().does(deputy, 'order-correction', order);
    expect(ordered.tries(deputy, 'preserve', ITEMS)).toMatchObject({ refused: 'letter-in-hand' });
    expect(sent(ordered).tries(deputy, 'preserve', ITEMS)).toBeNull();
    expect(investigated().tries(deputy, 'preserve', { ...ITEMS, ownNumber: '登保1号' })).toMatchObject({ refused: 'own-number' });
  });

  it('移送不等当事人的文书送达：先送移送书，原文书、未能送达的记录仍在手，送达后起算改正期限（第二十七条、第二十八条）', () => {
    const order = { content: '改正', basis: '《价格法》第十三条', by: '2026-06-10' };
    const sealed = settled(settled(investigated().does(deputy, 'order-correction', order), false).does(CAST.sealer, 'seal'));
    const failed = sealed.does(handlerA, 'fail-service', { how: '直接送达', reason: '下落不明' });
    const handed = failed.does(head, 'transfer', { ...TRANSFER, criminal: true, reportedOn: '2026-06-01' });
    expect(handed.tasks().map(({ act }) => act)).toEqual(['seal']);
    const arrived = sent(handed);
    expect(arrived.issued.filter((d) => d.name === '送达回证').map((d) => JSON.stringify(d.facts))).toEqual([
      expect.stringContaining('案件移送书'),
    ]);
    expect(arrived.state).toMatchObject({
      status: 'transferred',
      letters: [
        { kind: 'correction', receivedOn: null },
        { kind: 'transfer', receivedOn: '2026-06-01' },
      ],
      failedServices: [{ how: '直接送达' }],
    });
    expect(arrived.clocks().find(({ clock }) => clock === 'KE-31')).toMatchObject({ stoppedOn: '2026-06-01' });
    expect(arrived.tasks().map(({ act }) => act)).toEqual(['serve', 'transfer-settled']);
    const served = arrived.on('2026-06-02').does(handlerA, 'serve', { ...SERVE, receivedOn: '2026-06-02' });
    expect(JSON.stringify(served.issued.findLast((d) => d.name === '送达回证')?.facts)).toContain('责令改正通知书');
    expect(served.state).toMatchObject({
      ...{ status: 'transferred', servedNo: 1, failedServices: [] },
      letters: [{ receivedOn: '2026-06-02' }, { receivedOn: '2026-06-01' }],
    });
    const back = served.does(head, 'take-back', { reason: '不予受理' }).does(deputy, 'order-correction', { ...order, by: '2026-06-12' });
    expect(sent(back).state).toMatchObject({ letters: [{}, {}, { receivedOn: '2026-06-02' }] });
    expect(sent(back).state).not.toHaveProperty('servedNo');
  });

  it('移送以前没有送达的责令改正没有送达的，不能结案', () => {
    const order = { content: '改正', basis: '《价格法》第十三条', by: '2026-06-10' };
    const handed = sent(investigated().does(deputy, 'order-correction', order).does(head, 'transfer', TRANSFER));
    const over = handed.does(handlerA, 'transfer-settled', { result: '已另案处理', decidedOn: null });
    expect(over.tries(head, 'close', { summary: '移送办结' })).toMatchObject({ refused: 'letter-in-hand' });
    expect(over.tasks().map(({ act }) => act)).toEqual(['serve']);
    const served = over.does(handlerA, 'serve', { ...SERVE, receivedOn: over.today });
    expect(served.tries(handlerA, 'check-correction', { no: 1, corrected: true, found: '已改', officers: [A, B] })).toBeNull();
  });
});

describe('责令改正通知书载明救济途径（复议法第二十条、行政诉讼法第四十六条）', () => {
  it('写明复议机关、法院和期限；没有填写法院的写有管辖权的人民法院', () => {
    const order = { content: '改正', basis: '《价格法》第十三条', by: '2026-06-10' };
    const words = (more: object) =>
      JSON.stringify(
        investigated()
          .does(deputy, 'order-correction', { ...order, ...more })
          .issued.at(-1)?.facts,
      );
    expect(words({})).toMatch(/如不服本通知，可以自收到本通知书之日起六十日内向.+申请行政复议.+六个月内向有管辖权的人民法院提起行政诉讼/);
    expect(words({ court: '临河区人民法院' })).toContain('六个月内向临河区人民法院提起行政诉讼');
  });
});

describe('抽样取证、委托鉴定', () => {
  it('抽样凭证一式两份，样品登记为证据；没有签名又没有注明的拒绝（第五十五条、第五十六条）', () => {
    const taken = investigated().does(handlerA, 'sample', SAMPLE);
    expect(taken.state).toMatchObject({ evidence: [{}, {}, { no: 3, kind: 'material', how: 'sampled', name: '样品：酱油' }] });
    expect(names(taken)).toContain('抽样取证凭证');
    expect(investigated().tries(handlerA, 'sample', { ...SAMPLE, papers: null })).toMatchObject({
      refused: 'unsigned',
      cite: { article: 55 },
    });
    expect(investigated().tries(handlerA, 'sample', { ...SAMPLE, papers: null, unsigned: '拒绝签名' })).toBeNull();
    expect(investigated().tries(handlerA, 'sample', { ...SAMPLE, officers: [A] })).toMatchObject({ refused: 'two-officers' });
  });

  it('鉴定委托书写给机构，不写当事人', () => {
    const letter = investigated().does(handlerA, 'entrust-appraisal', APPRAISAL).issued.at(-1);
    expect(letter).toMatchObject({ name: '鉴定（检测、检验）委托书', facts: { addressee: APPRAISAL['institution'] } });
    expect(JSON.stringify(letter?.facts)).not.toContain('⟦');
  });
});

describe('移送、撤销立案、终止（第二十七条、第五十七条）', () => {
  it('移送书编号、用印，送达受移送机关；审批表留卷，附回执', () => {
    const moved = investigated().does(head, 'transfer', TRANSFER);
    expect(moved.issued.slice(-3).map((d) => [d.name, d.inside === true, d.numbered])).toEqual([
      ['案件移送审批表', true, false],
      ['案件移送书', false, true],
      ['案件移送回执', false, false],
    ]);
    expect(JSON.stringify(moved.issued.at(-2)?.facts)).toContain('2.现场照片');
    const served = sent(moved);
    expect(served.state).toMatchObject({ status: 'transferred', transferTo: '临河区公安局' });
    expect(JSON.stringify(served.issued.at(-1)?.facts)).toContain('临河区公安局');
    expect(served.does(handlerA, 'transfer-settled', { result: '已受理' }).state.status).toBe('ended');
  });

  it('没有登记送达就收到答复的，移送书视为已经收到，退回的案件照常办理', () => {
    const back = investigated().does(head, 'transfer', TRANSFER).does(head, 'take-back', { reason: '不属于本机关管辖' });
    expect(back.state).toMatchObject({
      status: 'investigating',
      transferTo: null,
      letters: [{ kind: 'transfer', receivedOn: '2026-06-01' }],
    });
    expect(back.tries(deputy, 'preserve', ITEMS)).toBeNull();
  });

  it('涉嫌犯罪的用涉嫌犯罪案件移送书', () => {
    expect(names(investigated().does(head, 'transfer', { ...TRANSFER, criminal: true }))).toContain('涉嫌犯罪案件移送书');
  });

  it('撤销立案、终止都有审批表；终止只限法定情形，并与当事人相符', () => {
    const [, , withdrawn, ended] = papers();
    expect(withdrawn?.issued.at(-1)).toMatchObject({ name: '行政处罚案件撤销立案审批表', inside: true });
    expect(ended?.issued.slice(-2).map((d) => [d.name, d.inside === true])).toEqual([
      ['行政处罚案件终止调查审批表', true],
      ['行政处罚案件终止调查决定书', false],
    ]);
    expect(ended?.state).toMatchObject({ status: 'ended', ending: 'discontinued' });
    expect(investigated({ party: FIRM }).tries(head, 'terminate', { ...TERMINATE, cause: 'died' })).toMatchObject({
      refused: 'not-a-person',
    });
    expect(investigated({ party: PERSON }).tries(head, 'terminate', TERMINATE)).toMatchObject({ refused: 'not-a-body' });
    expect(investigated({ party: PERSON }).tries(head, 'terminate', { ...TERMINATE, cause: 'died' })).toBeNull();
    const other = { ...TERMINATE, cause: 'other-law' };
    expect(investigated().tries(head, 'terminate', other)).toMatchObject({ refused: 'no-basis', cite: { article: 57 } });
    expect(investigated().tries(head, 'terminate', { ...other, basis: '《某规定》第一条' })).toBeNull();
    // The letter in hand goes to nobody any more; what was preserved is settled first.
    expect(investigated().does(deputy, 'preserve', ITEMS).tries(head, 'terminate', TERMINATE)).toMatchObject({ refused: 'preserved' });
    expect(deliberating().tries(handlerA, 'terminate', TERMINATE)).toMatchObject({ refused: 'wrong-role' });
  });
});

describe('听证公告、听证报告（第六十四条、第六十五条）', () => {
  it('公告只在公开听证通知以后，不写当事人全名', () => {
    const input = { where: '公告栏', contact: '0478-0000000' };
    expect(hearing().tries(handlerA, 'announce-hearing', input)).toMatchObject({ refused: 'not-called', cite: { article: 64 } });
    const closed = hearing().does(handlerA, 'notify-hearing', { ...CALL, isPublic: false, closedReason: '商业秘密' });
    expect(closed.tries(handlerA, 'announce-hearing', input)).toMatchObject({ refused: 'closed-hearing' });
    const open = hearing().does(handlerA, 'notify-hearing', CALL).does(handlerA, 'announce-hearing', input);
    expect(open.issued.at(-1)).toMatchObject({ name: '行政处罚听证公告', facts: { addressee: null } });
    expect(JSON.stringify(open.issued.at(-1)?.facts)).not.toContain('⟦');
  });

  it('报告由主持人提出，听证举行以后才有', () => {
    expect(heard().tries(handlerA, 'report-hearing', HEARING_REPORT)).toMatchObject({ refused: 'not-host', cite: { article: 65 } });
    expect(papers()[5]?.issued.at(-1)).toMatchObject({ name: '行政处罚听证报告', inside: true });
    expect(deliberating().tries(head, 'report-hearing', HEARING_REPORT)).toMatchObject({ refused: 'not-held' });
    expect(settled(heard()).tries(sealer, 'report-hearing', HEARING_REPORT)).not.toBeNull();
  });
});

it('案卷次序列有每一种附件：编号文书也都有位置；没有列入的会排进正卷末尾，内部的也在其中', () => {
  const listed = [...CASE_FILE.sections, CASE_FILE.behindLetter].flatMap(({ acts }) => acts);
  const attaching = Object.entries(FORMS).filter(([, form]) => Object.values(form).some(({ as }) => as === 'files'));
  expect(attaching.map(([act]) => act).filter((act) => !listed.includes(act))).toEqual([]);
  const documents = CASE_FILE.sections.flatMap((section) => section.documents);
  expect(Object.keys(LETTER_LABELS).filter((kind) => !documents.includes(kind))).toEqual([]);
  expect(CASE_FILE.sections.find(({ acts }) => acts.includes('object-review'))?.volume).toBe('side');
});

describe('文书写给当事人看得懂的内容（第五十九条）', () => {
  const facts = (r: ReturnType<typeof investigated>, kind: string): string =>
    JSON.stringify(r.issued.findLast((d) => d.kind === kind)?.facts ?? null);

  it('单位写法定代表人，个体工商户写经营者，其他组织写负责人', () => {
    const titled = (party: object): string =>
      facts(filed({ party: { ...FIRM, ...party } as never }).does(deputy, 'preserve', ITEMS), 'preservation');
    expect(titled({})).toContain('法定代表人：');
    expect(titled({ kind: 'sole-trader', uscc: '92150821MA0000002U' })).toContain('经营者：');
    expect(titled({ kind: 'other-body' })).toContain('负责人：');
    expect(titled({})).not.toContain('（负责人、经营者）');
  });

  it('没收的财物写名称、数量，不写本机关台账的序号；处理通知书写明原通知书文号', () => {
    const kept = sent(investigated().does(deputy, 'preserve', ITEMS));
    const told = kept.does(deputy, 'settle-preservation', { no: 1, how: 'seized', reason: '依法扣押。' });
    expect(facts(told, 'CT14-登记保存证据处理通知书')).toMatch(/先行登记保存（[^）]+〔2026〕\d+号）/);
    const goods = { kinds: ['CF05'], fine: null, goods: 10_000, things: '1', content: '没收价签10张。' };
    const report = facts(told.does(handlerA, 'conclude', { ...REPORT, ...goods }), 'CT14-调查终结报告');
    expect(report).toContain('没收非法财物（价值100元：价签，10张）');
    expect(report).not.toContain('台账第');
  });

  it('本机关变更决定的，没收的财物写名称、数量（第七十五条）', () => {
    const decided = sent(deliberating({ ...FORFEIT }).does(head, 'decide', { ...DECIDE, ...FORFEIT }));
    const amended = facts(decided.does(head, 'correct-own', { ...AMEND, undoing: 'changed', ...FORFEIT }), 'amending');
    expect(amended).toContain('没收非法财物');
    expect(amended).toContain('（电子秤，2台）');
    expect(amended).not.toContain('台账第');
  });

  it('抽样取证凭证写明样品由谁保管在哪里；直接送检的不写', () => {
    const receipt = (more: object): string => facts(investigated().does(handlerA, 'sample', { ...SAMPLE, ...more }), 'CT14-抽样取证凭证');
    expect(receipt({ keptAt: '机关物证室', keeper: '物证保管员' })).toContain('机关物证室，保管人物证保管员');
    expect(receipt({})).not.toContain('样品的保管');
  });

  it('陈述申辩笔录写明承办人和证号：登记时即取其证件', () => {
    const { state } = deliberating({}, {});
    expect(LIFECYCLE.statement.needs?.(state as never, {} as never, handlerA)).toEqual(
      [A, CAST.handlerB.officerId].map((key) => ({ register: 'certificates', key })),
    );
  });

  it('审批表的承办人意见先写建议怎样处理，再写理由', () => {
    const decided = deliberating({}, {}).does(head, 'decide', DECIDE);
    expect(facts(decided, 'CT14-行政处罚审批表')).toContain('建议给予行政处罚。初次查处，数量一般。');
  });

  it('违法行为当日终了的，只写一个日期', () => {
    expect(facts(filed(), 'CT14-立案审批表')).toContain('2026年5月20日');
    expect(facts(filed(), 'CT14-立案审批表')).not.toContain('2026年5月20日至');
    expect(facts(filed({ actStartedOn: '2026-05-18' }), 'CT14-立案审批表')).toContain('2026年5月18日至2026年5月20日');
  });
});
