import { describe, expect, it } from 'vitest';
import type { Json } from '#law';
import { rehearse } from '#testing/rehearsal';
import { idOf } from '#testing/rehearsal-city';
import type { SummaryPenalty } from './model.ts';
import {
  A,
  ASSISTANT,
  B,
  BENCHMARK,
  COLLECTED,
  DAY,
  DEPUTY,
  decided,
  deciding,
  delivered,
  HANDLER,
  heard,
  item,
  KIND,
  LAPSED,
  MACHINE,
  NO_STATEMENT,
  opened,
  opening,
  PARTIES,
  rendered,
  stage,
} from './testing.ts';

type Input = Readonly<Record<string, Json>>;
const opens = (more: Input, on = stage()) => rehearse(KIND, on, DAY).tries(HANDLER, 'open', opening(more));
const decides = (more: Input, party: Input = {}, on = stage()) => heard(party, on).tries(HANDLER, 'decide', deciding(more));
const refused = (code: string) => expect.objectContaining({ refused: code });
const FIRM = { party: PARTIES.FIRM };

describe('现场：谁可以当场处罚（处罚法17、22、42、51、52）', () => {
  it('两名持有效行政执法证的人员可以；一人、证件失效、辅助人员列为执法人员的不可以', () => {
    expect(opens({})).toBeNull();
    expect(opens({ officers: [A] })).toEqual(refused('two-officers'));
    expect(opens({ officers: [A, LAPSED] })).toEqual(refused('two-officers'));
    // 治安管理处罚法 120 may let one decide alone: on the platform there are two, whatever the basis.
    for (const basis of ['《治安管理处罚法》第三十五条', '《道路交通安全法》第九十条', '有关规定'])
      expect(opens({ officers: [A], basis })).toEqual(refused('two-officers'));
    expect(opens({ officers: [A, B, ASSISTANT] })).toEqual(refused('no-certificate'));
  });

  it('没有出示证件、事实有争议的不可以当场处罚', () => {
    expect(opens({ cardShown: false })).toEqual(refused('no-card'));
    expect(opens({ isClear: false })).toEqual(refused('not-clear'));
  });

  it('事项不在权责清单内的不可以；没有载入清单的由规则另行答复，不拦', () => {
    expect(opens({}, stage({ item: item({ listed: false }) }))).toMatchObject({ refused: 'not-on-list', cite: { article: 17 } });
    expect(opens({}, stage({ item: item({ listed: null }) }))).toBeNull();
  });

  it('发生在管辖区域以外的不可以，已经指定管辖的可以', () => {
    expect(opens({ region: idOf('区政府') })).toBeNull();
    const away = rehearse(KIND, stage(), DAY);
    expect(away.tries(HANDLER, 'open', opening({ region: idOf('市政府') }))).toEqual(refused('out-of-area'));
    const designated = { designatedBy: '市市场监管局', designationNumber: '巴市监指〔2026〕1号', designatedOn: DAY };
    const papers = { designationPapers: [idOf('指定管辖决定书')] };
    expect(away.tries(HANDLER, 'open', opening({ region: idOf('市政府'), ...designated, ...papers }))).toBeNull();
  });
});

const DEFENCE: Input = { statement: 'made', words: '不知道要亮照', review: 'rejected', reason: '不影响违法行为成立' };

describe('告知、陈述申辩（处罚法44、45）', () => {
  it('没有告知的不能往下办；提出申辩的要写明是否采纳和理由', () => {
    const at = opened();
    expect(at.tries(HANDLER, 'hear', { ...NO_STATEMENT, told: false })).toEqual(refused('not-told'));
    expect(at.tries(HANDLER, 'hear', { ...NO_STATEMENT, statement: 'made', words: '不知道要亮照' })).toEqual(refused('not-reviewed'));
    expect(at.tries(HANDLER, 'hear', { ...NO_STATEMENT, ...DEFENCE })).toBeNull();
    expect(at.tries(HANDLER, 'decide', deciding())).toEqual(refused('wrong-state'));
  });

  it('写明拟作出的处罚：拟罚款的有数额，只拟警告的没有', () => {
    const tells = (more: Input) => opened().tries(HANDLER, 'hear', { ...NO_STATEMENT, fine: null, ...more });
    expect(tells({ penalty: 'fine' })).toEqual(refused('proposed-fine'));
    expect(tells({ penalty: 'fine', fine: 10_000 })).toBeNull();
    expect(tells({ penalty: 'warning' })).toBeNull();
  });

  it('决定不重于告知：数额相同可以，多一分不可以；少一种可以，多一种不可以；重新告知后可以', () => {
    const told = (penalty: string, fine: number | null) => opened().does(HANDLER, 'hear', { ...NO_STATEMENT, penalty, fine });
    const fined = told('fine', 10_000);
    expect(fined.tries(HANDLER, 'decide', deciding({ fine: 10_000 }))).toBeNull();
    expect(fined.tries(HANDLER, 'decide', deciding({ fine: 10_001 }))).toEqual(refused('heavier'));
    expect(fined.tries(HANDLER, 'decide', deciding({ penalty: 'both', fine: 10_000 }))).toEqual(refused('heavier'));
    expect(fined.tries(HANDLER, 'decide', deciding({ penalty: 'warning', fine: null, way: 'none', bank: null }))).toBeNull();
    expect(told('both', 10_000).tries(HANDLER, 'decide', deciding({ fine: 10_000 }))).toBeNull();
    expect(told('warning', null).tries(HANDLER, 'decide', deciding({ fine: 1 }))).toEqual(refused('heavier'));
    const again = fined.does(HANDLER, 'hear', { ...NO_STATEMENT, penalty: 'fine', fine: 15_000 });
    expect(again.tries(HANDLER, 'decide', deciding({ fine: 15_000 }))).toBeNull();
  });

  it('重于告知的，理由并列告知的和决定的（第四十四条、第四十五条）', () => {
    const fined = opened().does(HANDLER, 'hear', { ...NO_STATEMENT, penalty: 'fine', fine: 10_000 });
    expect(fined.tries(HANDLER, 'decide', deciding({ penalty: 'both', fine: 10_001 }))).toMatchObject({
      reason: expect.stringContaining('告知的是罚款100元，决定的是警告、罚款100.01元') as string,
    });
    const defended = opened().does(HANDLER, 'hear', { ...NO_STATEMENT, ...DEFENCE, penalty: 'warning', fine: null });
    expect(defended.tries(HANDLER, 'hear', { ...NO_STATEMENT, penalty: 'fine', fine: 5_000 })).toMatchObject({
      reason: expect.stringContaining('告知的是警告，现在拟处罚的是罚款50元') as string,
    });
  });

  it('提出申辩以后不得重新告知更重的，可以减轻', () => {
    const defended = opened().does(HANDLER, 'hear', { ...NO_STATEMENT, ...DEFENCE, penalty: 'fine', fine: 10_000 });
    const tells = (fine: number) => defended.tries(HANDLER, 'hear', { ...NO_STATEMENT, penalty: 'fine', fine });
    expect(tells(10_001)).toEqual(refused('heavier-for-defence'));
    expect(tells(9_000)).toBeNull();
    const lighter = defended.does(HANDLER, 'hear', { ...NO_STATEMENT, penalty: 'fine', fine: 9_000 });
    expect(lighter.tries(HANDLER, 'hear', { ...NO_STATEMENT, penalty: 'fine', fine: 9_001 })).toEqual(refused('heavier-for-defence'));
  });
});

describe('当场决定的限额（处罚法51）', () => {
  it('对公民二百元可以，二百元零一分不可以', () => {
    expect(decides({ fine: 20_000 })).toBeNull();
    expect(decides({ fine: 20_001 })).toEqual(refused('over-limit'));
  });

  it('对法人三千元可以，三千元零一分不可以', () => {
    expect(decides({ fine: 300_000 }, FIRM)).toBeNull();
    expect(decides({ fine: 300_001 }, FIRM)).toEqual(refused('over-limit'));
  });

  it('对个体工商户超过二百元的按较严的理解不可以（待核定）', () => {
    const trader = { party: PARTIES.TRADER };
    expect(decides({ fine: 20_000 }, trader)).toBeNull();
    expect(decides({ fine: 20_001 }, trader)).toEqual(refused('sole-trader-limit'));
  });

  it('治安管理处罚法另有规定：五百元可以', () => {
    const order = { basis: '《中华人民共和国治安管理处罚法》第二十六条', violated: '《中华人民共和国治安管理处罚法》第二十六条' };
    expect(decides({ fine: 50_000 }, order)).toBeNull();
    expect(decides({ fine: 50_001 }, order)).toEqual(refused('over-limit'));
  });

  it('处罚依据没有可以识别的法律名称的，不能判断限额，不可以罚款', () => {
    expect(decides({ fine: 5_000_000 }, { basis: '有关规定' })).toMatchObject({ refused: 'no-basis', cite: { article: 51 } });
  });

  it('违法行为终了满二年的次日才发现的不再处罚（处罚法36）', () => {
    expect(decides({}, { actOn: '2024-06-01' })).toBeNull();
    expect(decides({}, { actOn: '2024-05-31' })).toMatchObject({ refused: 'time-barred', cite: { article: 36 } });
  });

  it('警告不带罚款数额；罚款要有数额和缴纳方式', () => {
    expect(decides({ penalty: 'warning', fine: null, way: 'none', bank: null })).toBeNull();
    expect(decides({ penalty: 'warning', fine: 100, way: 'none' })).toEqual(refused('fine-with-warning'));
    expect(decides({ fine: 0 })).toEqual(refused('no-fine'));
    expect(decides({ way: 'none' })).toEqual(refused('way'));
  });

  it('次日不再是当场决定，只能转为普通程序', () => {
    const next = heard().on('2026-06-02');
    expect(next.tries(HANDLER, 'decide', deciding())).toEqual(refused('another-day'));
    expect(next.does(HANDLER, 'convert', { reason: '当日未作出决定' }).state.status).toBe('converted');
  });
});

describe('当事人的年龄和责任能力（处罚法30、31）', () => {
  const aged = (birth: string, more: Input = {}) => ({
    party: { ...PARTIES.PERSON, idKind: 'passport', idNumber: 'E1234567', birth, guardian: '张父', ...more },
  });
  it('违法当日不满十四周岁的不处罚，生日次日起可以从轻、减轻处罚', () => {
    expect(decides({}, aged('2012-06-01'))).toEqual(refused('under-14'));
    expect(decides({}, aged('2012-05-31'))).toEqual(refused('under-18'));
    expect(decides({ weight: 'lenient', mitigation: ['minor'], weightReason: '身份证载明' }, aged('2012-05-31'))).toBeNull();
  });
  it('满十八周岁的次日起不再应当从轻；精神病人、智力残疾人不适用简易程序', () => {
    expect(decides({}, aged('2008-05-31'))).toBeNull();
    expect(decides({}, aged('2008-06-01'))).toEqual(refused('under-18'));
    expect(decides({}, { party: { ...PARTIES.PERSON, isIncapable: true } })).toEqual(refused('incapable'));
  });
});

describe('裁量基准和清单（处罚法33、34，细则19）', () => {
  const on = stage({ benchmark: BENCHMARK });
  it('有基准的应当选档，数额在档内；不按的写明理由', () => {
    expect(decides({}, {}, on)).toEqual(refused('no-tier'));
    expect(decides({ tier: 2 }, {}, on)).toBeNull();
    expect(decides({ tier: 2, fine: 9_999 }, {}, on)).toEqual(refused('outside-tier'));
    expect(decides({ tier: 1 }, {}, on)).toEqual(refused('other-level'));
    const lenient = { weight: 'lenient', weightReason: '首次', mitigation: ['benchmark'] };
    expect(decides({ ...lenient, tier: 1 }, {}, on)).toEqual(refused('outside-tier'));
    expect(decides({ tier: 3 }, {}, on)).toEqual(refused('no-such-tier'));
    expect(decides({ deviation: '配合检查，当场改正' }, {}, on)).toBeNull();
  });
  it('罚款高于法定幅度的，写了不按基准的理由也不行（处罚法4，D04）', () => {
    const { statutory } = BENCHMARK.content;
    const law = { ...statutory, fine: { measure: 'amount', from: 0, to: 10_000, fromOpen: false, toOpen: false } as const };
    const narrow = stage({ benchmark: { ...BENCHMARK, content: { ...BENCHMARK.content, statutory: law } } });
    expect(decides({ fine: 10_001, deviation: '情节严重' }, {}, narrow)).toEqual(refused('above-law'));
    expect(decides({ fine: 10_000, deviation: '情节严重' }, {}, narrow)).toBeNull();
  });
  it('当场罚款按违法所得倍数的，填写违法所得，按它折算（处罚法4，D04）', () => {
    const { statutory } = BENCHMARK.content;
    const law = { ...statutory, fine: { measure: 'income', from: 0, to: 2_000, fromOpen: false, toOpen: false } as const };
    const byGain = stage({ benchmark: { ...BENCHMARK, content: { ...BENCHMARK.content, statutory: law } } });
    const reason = { fine: 10_000, deviation: '基准没有规定' };
    expect(decides(reason, {}, byGain)).toEqual(refused('no-gain'));
    expect(decides({ ...reason, gain: 5_000 }, {}, byGain)).toBeNull();
    expect(decides({ ...reason, gain: 4_999 }, {}, byGain)).toEqual(refused('above-law'));
  });
  it('没有基准的不填档次', () => {
    expect(decides({ tier: 1 })).toEqual(refused('no-benchmark'));
  });
  it('事项在不予处罚清单上而给予处罚的，写明不符合哪一项条件', () => {
    const free = stage({ item: item({ lenient: [{ list: 'no-penalty', name: '未亮照经营', conditions: '首次，当场改正' }] }) });
    expect(decides({}, {}, free)).toEqual(refused('on-lenient-list'));
    expect(decides({ notFree: '第二次被查获' }, {}, free)).toBeNull();
  });
  it('事项在从轻清单上的从轻，或者写明不适用的理由；从轻、减轻有依据', () => {
    const lighter = stage({ item: item({ lenient: [{ list: 'lighter', name: '未亮照经营', conditions: '主动改正' }] }) });
    expect(decides({}, {}, lighter)).toEqual(refused('on-lighter-list'));
    expect(decides({ notLess: '没有改正' }, {}, lighter)).toBeNull();
    const lenient = { weight: 'lenient', weightReason: '当场改正' };
    expect(decides(lenient, {}, lighter)).toEqual(refused('no-ground'));
    expect(decides({ ...lenient, mitigation: ['list'] }, {}, lighter)).toBeNull();
    expect(decides({ ...lenient, mitigation: ['list'] })).toEqual(refused('not-on-list'));
  });
  it('裁量权基准的从轻档与从轻一致；决定书载明档次', () => {
    const warned = { penalty: 'warning', fine: null, way: 'none', bank: null, tier: 1 };
    expect(decides(warned, {}, on)).toEqual(refused('other-level'));
    const lenient = { ...warned, weight: 'lenient', weightReason: '首次', mitigation: ['benchmark'] };
    expect(decides(lenient, {}, on)).toBeNull();
    const issue = heard({}, on)
      .does(HANDLER, 'decide', deciding(lenient))
      .issued.find((i) => i.kind === 'CT14-当场处罚决定书');
    expect(JSON.stringify(issue?.facts)).toContain('裁量权基准第1档（从轻处罚）：首次，警告。');
  });
});

describe('决定书和交付（处罚法52，复议法23）', () => {
  it('决定书载明法定各项，救济写先复议，复议机关由登记推算；个人信息只留记号', () => {
    const issue = decided().issued.find((i) => i.kind === 'CT14-当场处罚决定书');
    const text = JSON.stringify(issue?.facts);
    expect(text).toContain('先向临河区人民政府申请行政复议');
    expect(text).toContain('十五日内向临河区人民法院提起行政诉讼');
    expect(text).toContain('9时30分');
    expect(text).not.toContain('150802199001010017');
    expect(text).not.toContain('张三丰');
    expect(issue).toMatchObject({ numbered: true, publiclyVerifiable: true });
  });

  it('决定书生成以前不能交付；拒绝签收的注明；隔日交付的写明原因', () => {
    const bare = heard().does(HANDLER, 'decide', deciding());
    expect(bare.tries(HANDLER, 'deliver', { how: 'signed' })).toEqual(refused('not-rendered'));
    const at = rendered(bare);
    expect(at.tries(HANDLER, 'deliver', { how: 'refused' })).toEqual(refused('no-note'));
    expect(at.tries(HANDLER, 'deliver', { how: 'refused', note: '当事人离开现场' })).toBeNull();
    const later = at.on('2026-06-02');
    expect(later.tries(HANDLER, 'deliver', { how: 'signed' })).toEqual(refused('later'));
    expect(later.tries(HANDLER, 'deliver', { how: 'signed', late: '当事人就医' })).toBeNull();
  });
});

describe('罚款的收缴和缴纳（处罚法66至72）', () => {
  it('一百元可以当场收缴，一百元零一分不能以此为由；其余情形写明具体情况', () => {
    expect(delivered().tries(HANDLER, 'collect', COLLECTED)).toBeNull();
    const more = delivered({ fine: 10_001 });
    expect(more.tries(HANDLER, 'collect', { ...COLLECTED, fine: 10_001 })).toEqual(refused('over-100'));
    expect(more.tries(HANDLER, 'collect', { ...COLLECTED, fine: 10_001, ground: 'remote' })).toEqual(refused('no-ground'));
    expect(more.tries(HANDLER, 'collect', { ...COLLECTED, fine: 10_001, ground: 'remote', reason: '当事人书面提出' })).toBeNull();
    expect(delivered().tries(HANDLER, 'collect', { ...COLLECTED, given: false })).toEqual(refused('no-receipt'));
    expect(delivered().tries(HANDLER, 'collect', { ...COLLECTED, fine: 5_000 })).toEqual(refused('other-sum'));
  });

  it('期限：报备二个工作日，缴款十五日（遇休息日顺延），当场收缴的二日交机关、二日交银行', () => {
    const due = (r: ReturnType<typeof delivered>) => Object.fromEntries(r.clocks().map((c) => [c.clock, c.dueOn]));
    // The court's three months begin where the sixty days of 复议 end: 复议 comes first (复议法 23).
    expect(due(delivered())).toEqual({ 'KE-53': '2026-06-03', 'KE-07': '2026-06-16', 'KE-15': '2026-11-02', 'KE-26': '2026-07-31' });
    // 治安管理处罚法 120: twenty-four hours.
    const police = delivered().withState((s) => ({ ...s, basis: '《中华人民共和国治安管理处罚法》第三十三条' }));
    expect(due(police)).toMatchObject({ 'KE-53-security': '2026-06-02' });
    expect(due(police)).not.toHaveProperty('KE-53');
    expect(police.tasks()).toContainEqual(expect.objectContaining({ act: 'report', clock: { id: 'KE-53-security', key: '' } }));
    const taken = delivered().does(HANDLER, 'collect', COLLECTED);
    expect(due(taken)).toMatchObject({ 'KE-09': '2026-06-03' });
    const handed = taken.on('2026-06-05').does(HANDLER, 'hand-in');
    expect(due(handed)).toMatchObject({ 'KE-09-bank': '2026-06-09' });
  });

  it('加处罚款：期满次日起，不超过罚款数额', () => {
    const owing = delivered().does(HANDLER, 'report');
    const paying = { fine: 10_000, receipt: '1', surcharge: 300 };
    expect(owing.on('2026-06-16').tries(HANDLER, 'pay', paying)).toEqual(refused('surcharge-early'));
    expect(owing.on('2026-06-17').tries(HANDLER, 'pay', paying)).toBeNull();
    expect(owing.on('2026-06-17').tries(HANDLER, 'pay', { ...paying, surcharge: 301 })).toEqual(refused('surcharge-rate'));
    expect(owing.on('2026-06-18').tries(HANDLER, 'pay', { ...paying, surcharge: 600 })).toBeNull();
    expect(owing.on('2026-07-19').tries(HANDLER, 'pay', { ...paying, surcharge: 9_900 })).toBeNull();
    expect(owing.on('2026-07-19').tries(HANDLER, 'pay', { ...paying, surcharge: 9_901 })).toEqual(refused('surcharge-rate'));
    expect(owing.on('2026-09-17').tries(HANDLER, 'pay', { ...paying, surcharge: 10_000 })).toBeNull();
    expect(owing.on('2026-09-17').tries(HANDLER, 'pay', { ...paying, surcharge: 10_001 })).toEqual(refused('surcharge-cap'));
    expect(owing.tries(HANDLER, 'pay', { fine: 10_001, receipt: '1' })).toEqual(refused('too-much'));
    // What has been paid bears no surcharge from the next day on.
    const half = owing.on('2026-06-17').does(HANDLER, 'pay', { fine: 5_000, receipt: '1' }).on('2026-06-18');
    expect(half.tries(HANDLER, 'pay', { fine: 5_000, receipt: '2', surcharge: 450 })).toBeNull();
    expect(half.tries(HANDLER, 'pay', { fine: 5_000, receipt: '2', surcharge: 451 })).toEqual(refused('surcharge-rate'));
  });

  it('分两次缴清，报备以后待结案；结案、归档', () => {
    const half = delivered().does(HANDLER, 'report').does(HANDLER, 'pay', { fine: 4_000, receipt: '1' });
    expect(half.state.status).toBe('recorded');
    const whole = half.does(HANDLER, 'pay', { fine: 6_000, receipt: '2' });
    expect(whole.state.status).toBe('settled');
    expect(whole.tries(HANDLER, 'close')).toEqual(refused('wrong-role'));
    const end = whole.does(DEPUTY, 'close').does(HANDLER, 'archive', { number: '2026-1' });
    expect([end.state.status, end.tasks()]).toEqual(['archived', []]);
  });

  it('只有警告的，报备以后即待结案；当场收缴的要缴付银行以后才算缴清', () => {
    const warned = delivered({ penalty: 'warning', fine: null, way: 'none', bank: null }).does(HANDLER, 'report');
    expect(warned.state.status).toBe('settled');
    const taken = delivered({ way: 'on-the-spot', bank: null }).does(HANDLER, 'collect', COLLECTED).does(HANDLER, 'report');
    expect(taken.state.status).toBe('recorded');
    expect(taken.does(HANDLER, 'hand-in').does(HANDLER, 'bank', { proof: '1' }).state.status).toBe('settled');
  });
});

describe('补录：法定条件不拦，成为疑点；在平台以外作出的决定用原编号', () => {
  it('超限额的决定照实记录', () => {
    const start = rehearse(KIND, stage(), '2026-06-05').reports(MACHINE, 'open', opening({ officers: [A] }), DAY);
    const at = start.reports(MACHINE, 'hear', { ...NO_STATEMENT, told: false }, DAY);
    expect(at.tries(MACHINE, 'decide', deciding({ fine: 20_001 }), { reported: true, on: DAY })).toEqual(refused('no-number'));
    const done = at.reports(MACHINE, 'decide', deciding({ fine: 20_001, number: '临市监当罚〔2026〕9号' }), DAY);
    const s = done.state as SummaryPenalty;
    expect(s.decision).toMatchObject({ number: '临市监当罚〔2026〕9号', fineFen: 20_001 });
    expect(done.stored.map((a) => a.frame.doubts ?? [])).toEqual([['two-officers'], ['not-told'], ['over-limit']]);
    expect(done.issued).toEqual([]);
  });
});
