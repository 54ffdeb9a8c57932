import { describe, expect, it } from 'vitest';
import { BAYANNUR_2026, type Block, type Grade, type OfficialDocument, type Profile, SECOND_CITY } from '#law';
import type { Rehearsal } from '#testing/rehearsal';
import { idOf } from '#testing/rehearsal-city';
import { TEMPLATES } from './documents.ts';
import { CITY_BUREAU, handling, lapsed, PASSED, received, reported, STAGE, signed } from './testing.ts';

/** The document of a kind that was issued last, made from its facts alone, as after a journey through the database. */
function printed(r: Rehearsal, kind: string): OfficialDocument {
  const issue = r.issued.findLast((i) => i.kind === kind);
  const template = TEMPLATES.find((t) => t.template === issue?.template && t.version === issue.templateVersion);
  if (issue === undefined || template === undefined) throw new Error(`no ${kind}`);
  return template.make(JSON.parse(JSON.stringify(issue.facts)));
}

const textOf = (blocks: readonly Block[]): string => blocks.map((b) => ('text' in b ? b.text : JSON.stringify(b))).join('\n');
const read = (r: Rehearsal, kind = 'DOC-9'): string => textOf(printed(r, kind).body);
const inProfile = (change: (p: Profile) => Profile): Rehearsal => signed({}, '2026-08-31', { ...STAGE, profile: change(BAYANNUR_2026) });
const graded = (grade: Grade) => inProfile((p) => ({ ...p, obligations: p.obligations.map((o) => ({ ...o, grade })) }));

describe('监督意见书（DOC-9）', () => {
  const opinion = printed(signed({ handlers: [idOf('市司法局监督员甲'), idOf('市司法局监督员乙')], copies: [idOf('区政府')] }), 'DOC-9');

  it('有发文机关、文号、主送、成文日期、经办人和证号、抄送、签收栏', () => {
    expect(opinion).toMatchObject({
      layout: 'letter',
      issuer: '巴彦淖尔市司法局',
      number: '巴司执监意〔2026〕5号',
      title: '行政执法监督意见书',
      addressee: '临河区市场监督管理局（演示）',
      signature: { organisation: '巴彦淖尔市司法局', on: '2026-08-31' },
      handlers: [{ name: '市司法局监督员甲' }, { name: '市司法局监督员乙' }],
      copies: ['临河区人民政府'],
      receiptBox: true,
      demonstration: true,
    });
  });

  it('载明事实、违反的规定、处理要求和三十日报告期限', () => {
    const text = textOf(opinion.body);
    expect(text).toContain('根据《巴彦淖尔市行政执法协调监督实施细则》第二十二条第一款的规定，');
    expect(text).toContain('（一）临市监处罚〔2026〕8号：未告知当事人陈述、申辩权利。');
    expect(text).toContain('请你单位自收到本意见书之日起三十日内，对上述问题逐项作出处理，并将处理结果书面报告本机关和临河区司法局。');
    expect(text).toContain('依照《巴彦淖尔市行政执法协调监督实施细则》第二十二条第二款的规定');
  });

  it('附问题清单，一项一行', () => {
    expect(opinion.annexes).toMatchObject([{ title: '问题清单', body: [{ kind: 'table', rows: [{ 0: '1' }, { 0: '2' }] }] }]);
  });

  it('问题多的只在清单中列明（一单多案）', () => {
    const problems = Array.from({ length: 6 }, (_, i) => ({ facts: `第${i + 1}项事实`, norm: '规定', demand: '改正' }));
    const long = signed({ problems });
    expect(read(long)).toContain('共6项，详见附件《问题清单》。');
    expect(read(long)).not.toContain('第6项事实');
    expect(JSON.stringify(printed(long, 'DOC-9').annexes)).toContain('第6项事实');
  });

  it('发文机关另定的日期印为自定日期，与法定期限并列', () => {
    expect(read(signed({ ownDate: '2026-09-15' }))).toMatch(/三十日内[\s\S]*请于2026年9月15日前报送。/);
  });

  it('没有演示单位的，不加演示水印', () => {
    expect(printed(signed({ addressee: idOf('市交通局'), reportTo: null }), 'DOC-9').demonstration).toBe(false);
  });
});

describe('待核定的内容不得印成法律', () => {
  it.each(['statute', 'excerpt'] as const)('等级为 %s 的，印条文和期限', (grade) => {
    expect(read(graded(grade))).toContain('三十日内');
    expect(read(graded(grade))).toContain('第二十二条第二款');
  });

  it.each(['excerpt-summary', 'practice', 'recalled', 'ours'] as const)('等级为 %s 的，不印，只保留报告要求', (grade) => {
    const text = read(graded(grade));
    expect(text).not.toContain('三十日');
    expect(text).not.toContain('第二十二条');
    expect(text).toContain('请你单位对上述问题逐项作出处理，并将处理结果书面报告本机关和临河区司法局。');
  });

  it('复核期限在巴彦淖尔不印，在第二市依其条文印出', () => {
    expect(read(signed())).not.toContain('复核');
    const text = read(signed({}, '2026-08-31', { ...STAGE, profile: SECOND_CITY }));
    expect(text).toContain('第十五条第一款的规定，自收到本意见书之日起十个工作日内向本机关申请复核');
    expect(text).toContain('十五日内');
    expect(text).not.toContain('巴彦淖尔');
  });

  it('处理决定不引未核实的第二十九条；第二市引其已核实的条文', () => {
    const measures = { measure: 'correct', ground: 'not-handled', content: '责令你单位于九月底前改正。' };
    const decided = lapsed().does(CITY_BUREAU.head, 'take-measures', measures);
    expect(read(decided, 'DOC-10')).toContain('第二十二条第二款');
    expect(read(decided, 'DOC-10')).not.toContain('第二十九条');
    expect(read(decided, 'DOC-10')).toContain('本机关决定：责令补正或者改正。事由：收到监督文书后未在规定时间内作出处理。');
    const there = handling(received('2026-09-01', {}, { ...STAGE, profile: SECOND_CITY })).on('2026-09-17');
    const second = there.does(CITY_BUREAU.head, 'take-measures', measures);
    expect(read(second, 'DOC-10')).toContain('第十三条第二款');
    expect(read(second, 'DOC-10')).toContain('自收到本决定书之日起二十日内，将履行情况书面报告本机关');
  });
});

describe('其他文书', () => {
  it('通知书、决定书各有说法，都称自己', () => {
    expect(read(signed({ type: 'notice' }), 'DOC-8')).toContain('自收到本通知书之日起三十日内');
    expect(read(signed({ type: 'decision' }), 'DOC-10')).toContain('本机关决定：');
  });

  it('情况核实函、问题告知函（DOC-37）引所填法律依据，不写期限', () => {
    const basis = { basisLevel: 'law', basis: '《中华人民共和国行政处罚法》第七十五条', reportTo: null };
    const inquiry = read(signed({ type: 'inquiry', addressee: idOf('市税务局'), ...basis }), 'DOC-37');
    expect(inquiry).toContain('根据《中华人民共和国行政处罚法》第七十五条的规定');
    expect(inquiry).not.toMatch(/日内|细则/);
    const told = signed({ type: 'notification', addressee: idOf('自治区税务局'), concerned: idOf('市税务局'), ...basis });
    expect(read(told, 'DOC-37')).toContain('本机关对国家税务总局巴彦淖尔市税务局');
    expect(printed(told, 'DOC-37')).toMatchObject({ addressee: '国家税务总局内蒙古自治区税务局', copies: [] });
  });

  it('签批单有核稿、审核、签发三栏，未写意见的为同意', () => {
    expect(printed(signed(), 'DOC-38').body.filter((b) => b.kind === 'opinion')).toMatchObject([
      { label: '核稿意见', name: '监督员乙', text: '同意。' },
      { label: '审核意见', name: '审核员' },
      { label: '签发意见', name: '局长', text: '同意签发。', on: '2026-08-31' },
    ]);
  });

  it('送达回证、处理结果报告、核查表、催办函从事实即可印出', () => {
    const r = reported(handling(received()));
    expect(read(r, 'DOC-11')).toContain('行政执法监督意见书（巴司执监意〔2026〕5号）');
    const report = printed(r, 'DOC-12');
    expect(report).toMatchObject({ issuer: '临河区市场监督管理局（演示）', addressee: '巴彦淖尔市司法局、临河区司法局', signer: '局长' });
    expect(textOf(report.body)).toContain('已处理：补正');
    expect(read(r.does(CITY_BUREAU.supervisorB, 'verify', PASSED), 'DOC-13')).toContain('合格');
    expect(read(handling(received()).does(CITY_BUREAU.supervisorA, 'remind'), 'DOC-13')).toContain('按期书面报告处理结果');
    expect(read(lapsed().does(CITY_BUREAU.supervisorA, 'remind'), 'DOC-13')).toContain('未在规定时间内作出处理');
  });

  it('每份签发过的文书都有模板，模板名不重', () => {
    expect(new Set(TEMPLATES.map((t) => `${t.template}@${t.version}`)).size).toBe(TEMPLATES.length);
  });
});
