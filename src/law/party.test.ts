import { describe, expect, it } from 'vitest';
import { localDate } from './local-date.ts';
import { hasTurned, type PartyDetails, shownPartyName } from './party.ts';
import { readParty } from './party-check.ts';
import { markedParties, partyWord, withPartyWords } from './party-words.ts';

const TODAY = localDate('2026-03-16');
const EMPTY = {
  ...{ uscc: null, legalRepresentative: null, idKind: null, idNumber: null, sex: null, birth: null },
  ...{ phone: null, scale: null, guardian: null, isIncapable: false },
};
type Given = Partial<PartyDetails> & Pick<PartyDetails, 'kind' | 'name'>;
const typed = (more: Given): PartyDetails => ({ ...EMPTY, address: '临河区演示路1号', ...more });
const person = (more: Partial<PartyDetails> = {}): PartyDetails =>
  typed({ kind: 'person', name: '张三丰', idKind: 'identity-card', idNumber: '150802199001010017', ...more });
const firm = (more: Partial<PartyDetails> = {}): PartyDetails =>
  typed({ kind: 'legal-person', name: '河套食品有限公司', uscc: '91150802MA0000001B', legalRepresentative: '王五岳', ...more });
const wrong = (details: PartyDetails): readonly string[] => {
  const read = readParty(details, TODAY);
  return read.ok ? [] : read.problems.map(({ field, reason }) => `${field}：${reason}`);
};

describe('当事人录入的校验（GB 11643、GB 32100）', () => {
  it('居民身份证：出生日期和性别取自号码，带空格、小写x照收', () => {
    expect(readParty(person({ idNumber: '1101 0519 4912 31002x' }), TODAY)).toMatchObject({
      ok: true,
      details: { idNumber: '11010519491231002X', birth: '1949-12-31', sex: 'female' },
    });
  });

  it('号码错一位、出生日期或者性别不符、隐去数字，各说明在哪一项，并且不重复号码', () => {
    expect(wrong(person({ idNumber: '150802199001010018' }))).toEqual(['idNumber：校验码不符（GB 11643）']);
    expect(wrong(person({ idNumber: '150802199002310017' }))).toEqual(['idNumber：其中的出生日期不是真实日期']);
    expect(wrong(person({ idNumber: '1508**********0017' }))).toEqual(['idNumber：号码应当完整，不能以星号等代替']);
    expect(wrong(person({ birth: localDate('1990-01-02'), sex: 'female' }))).toEqual([
      'birth：与证件号码中的出生日期不一致',
      'sex：与证件号码所示性别不一致',
    ]);
    expect(wrong(person({ idNumber: '130503670401001' }))).toEqual(['idNumber：第一代居民身份证（15位号码）已停止使用，请填写18位号码']);
  });

  it('自然人缺证件类型和号码的，逐项指出', () => {
    expect(wrong(person({ idKind: null, idNumber: null }))).toEqual(['idKind：请填写“证件类型”', 'idNumber：请填写“证件号码”']);
  });

  it('统一社会信用代码：92开头的只能是个体工商户；单位不留自然人的各项', () => {
    expect(wrong(firm())).toEqual([]);
    expect(wrong(firm({ uscc: '91150802MA0000001C' }))).toEqual(['uscc：校验码不符（GB 32100）']);
    expect(wrong(firm({ uscc: '92150821MA0000002U' }))).toEqual(['kind：统一社会信用代码以92开头的是个体工商户']);
    expect(wrong(firm({ kind: 'sole-trader', uscc: '92150821MA0000002U' }))).toEqual([]);
    expect(readParty(firm({ sex: 'male', guardian: '李四' }), TODAY)).toMatchObject({ details: { sex: null, guardian: null } });
  });

  it('个体工商户经营者的证件可以不填，填就要填全', () => {
    const trader = firm({ kind: 'sole-trader', uscc: '92150821MA0000002U' });
    expect(wrong({ ...trader, idNumber: '150802199001010017' })).toEqual(['idKind：证件类型和证件号码应当一并填写']);
    expect(wrong({ ...trader, idKind: 'identity-card', idNumber: '150802199001010017' })).toEqual([]);
  });

  it('外国人凭护照；电话是手机或者固定电话', () => {
    const foreigner = { kind: 'foreigner', name: 'JOHN SMITH', idKind: 'passport', idNumber: 'E1234567' } as const;
    expect(wrong(person(foreigner))).toEqual([]);
    expect(wrong(person({ ...foreigner, idKind: 'identity-card' }))).toEqual(['idKind：外国人不持有居民身份证']);
    expect(wrong(person({ phone: '0478-8123456' }))).toEqual([]);
    expect(wrong(person({ phone: '12345' }))).toEqual(['phone：应为11位手机号码，或者区号加固定电话号码']);
  });
});

describe('年龄（处罚法30：周岁自生日次日起算）', () => {
  const born = { birth: localDate('2012-03-16') };
  it('十四周岁生日当日不满十四周岁，次日已满', () => {
    expect(hasTurned(born, 14, localDate('2026-03-16'))).toBe(false);
    expect(hasTurned(born, 14, localDate('2026-03-17'))).toBe(true);
    expect(hasTurned({ birth: localDate('2008-02-29') }, 18, localDate('2026-03-01'))).toBe(true);
    expect(hasTurned({ birth: null }, 14, TODAY)).toBeNull();
  });

  it('不满十八周岁的应当填写监护人', () => {
    const minor = person({ idKind: 'passport', idNumber: 'E1234567', birth: localDate('2012-01-01') });
    expect(wrong(minor)).toEqual(['guardian：当事人不满十八周岁，请填写监护人']);
    expect(wrong({ ...minor, guardian: '李四光' })).toEqual([]);
  });
});

describe('文书中的当事人', () => {
  const ref = { id: '01990000-0000-7000-8000-000000000001' };
  it('文书事实只留记号，出具时填入；抹除后不再填出', () => {
    const facts = {
      line: `当事人：${partyWord(ref, 'name')}，${partyWord(ref, 'idKind')}${partyWord(ref, 'idNumber')}`,
      more: [partyWord(ref, 'phone')],
    };
    expect(JSON.stringify(facts)).not.toContain('150802');
    expect(markedParties(facts)).toEqual([ref.id]);
    expect(withPartyWords(facts, new Map([[ref.id, person()]]), '')).toEqual({
      line: '当事人：张三丰，居民身份证150802199001010017',
      more: ['／'],
    });
    expect(withPartyWords(facts, new Map(), '〔已依法删除〕').more).toEqual(['〔已依法删除〕']);
  });

  it('列表和办件页只显示自然人的姓，单位显示全称', () => {
    expect([shownPartyName(person()), shownPartyName(firm())]).toEqual(['张某', '河套食品有限公司']);
  });

  it.each(['张可心', '李天行', '王建社', '赵园', '钱会', '孙合作'])('个体工商户以经营者姓名“%s”为名的，按自然人显示', (name) => {
    expect(shownPartyName(firm({ kind: 'sole-trader', name }))).toBe(`${name[0]}某`);
  });

  it.each(['老李饭店', '红星商行', '平安药店', '康复中心', '兴旺超市'])('个体工商户的字号“%s”照写', (name) => {
    expect(shownPartyName(firm({ kind: 'sole-trader', name }))).toBe(name);
  });
});
