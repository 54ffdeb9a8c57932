import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  identityCheckCharacter,
  isMasked,
  isSoleTraderCode,
  readBankCard,
  readIdentityNumber,
  readMobile,
  readUscc,
  usccCheckCharacter,
} from './check-digit.ts';
import { localDate } from './local-date.ts';

const TODAY = localDate('2026-11-23');

describe('GB 32100 统一社会信用代码', () => {
  it.each([
    '91440115618712245T',
    '91230500MA1B3N1N2M',
    '11230500001755309F',
    '91150802MA0000001B',
    '11150800000000001K',
    '92150821MA0000002U',
  ])('%s 校验通过', (code) => {
    expect(readUscc(code)).toEqual({ is: 'valid', code });
  });

  it('小写、全角、带空格的代码先规范再校验', () => {
    expect(readUscc(' 91150802ma0000001b ')).toEqual({ is: 'valid', code: '91150802MA0000001B' });
    expect(readUscc('９１１５０８０２ＭＡ００００００１Ｂ')).toEqual({ is: 'valid', code: '91150802MA0000001B' });
    expect(readUscc('91150802 MA00 0000 1B')).toEqual({ is: 'valid', code: '91150802MA0000001B' });
  });

  it('位数不对、用了不使用的字母、校验码不符，各说明原因', () => {
    expect(readUscc('91150802MA000001B')).toMatchObject({ is: 'wrong', because: expect.stringContaining('17位') });
    expect(readUscc('91150802MAO000001B')).toMatchObject({ is: 'wrong', because: expect.stringContaining('不使用的字符') });
    expect(readUscc('91150802MA0000001C')).toMatchObject({ is: 'wrong', because: expect.stringContaining('GB 32100') });
  });

  it('遮盖的代码认作已遮盖，不算错误', () => {
    expect(readUscc('9115**********001B').is).toBe('masked');
    expect(readUscc('9115＊＊＊＊＊＊＊＊＊＊001B').is).toBe('masked');
  });

  it('改动任何一位都能发现', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 16 }), fc.constantFrom(...alphabet), (place, letter) => {
        const good = '91150802MA0000001B';
        const changed = good.slice(0, place) + letter + good.slice(place + 1);
        return (readUscc(changed).is === 'valid') === (changed === good);
      }),
    );
  });

  it('已公布的真实代码全部通过', ({ skip }) => {
    const list = '../shared/data/uscc/valid-91.txt';
    if (!existsSync(list)) return skip('数据目录不在');
    const codes = readFileSync(list, 'utf8').split(/\s+/).filter(Boolean);
    expect(codes.length).toBeGreaterThan(1000);
    expect(codes.filter((code) => readUscc(code).is !== 'valid')).toEqual([]);
  });

  it('92 开头的是个体工商户', () => {
    expect(isSoleTraderCode('92150821ma0000002u')).toBe(true);
    expect(isSoleTraderCode('91150802MA0000001B')).toBe(false);
  });

  it('字母表以外的字符没有校验码', () => {
    expect(usccCheckCharacter('91150802MAO000001')).toBeNull();
    expect(usccCheckCharacter('9115')).toBeNull();
  });
});

describe('GB 11643 公民身份号码', () => {
  it.each(['11010519491231002X', '11010519491231002x', '１１０１０５１９４９１２３１００２Ｘ'])('%s 校验通过', (code) => {
    expect(readIdentityNumber(code, TODAY)).toEqual({ is: 'valid', code: '11010519491231002X', birth: '1949-12-31', old: false });
  });

  it('合成号码 150802199001010017 通过，改一位不通过', () => {
    expect(readIdentityNumber('150802199001010017', TODAY)).toMatchObject({ is: 'valid', birth: '1990-01-01' });
    expect(readIdentityNumber('150802199001010018', TODAY)).toMatchObject({ is: 'wrong', because: expect.stringContaining('校验码') });
  });

  it('1528 开头的号码（原巴彦淖尔盟）不因区划被拒', () => {
    const body = '15282119800229001';
    expect(readIdentityNumber(body + identityCheckCharacter(body), TODAY)).toMatchObject({ is: 'valid', birth: '1980-02-29' });
  });

  it('出生日期必须真实且不晚于今天', () => {
    const notReal = '15080219810229001';
    expect(readIdentityNumber(notReal + identityCheckCharacter(notReal), TODAY)).toMatchObject({
      is: 'wrong',
      because: expect.stringContaining('19810229'),
    });
    const today = '15080220261123001';
    expect(readIdentityNumber(today + identityCheckCharacter(today), TODAY).is).toBe('valid');
    const tomorrow = '15080220261124001';
    expect(readIdentityNumber(tomorrow + identityCheckCharacter(tomorrow), TODAY).is).toBe('wrong');
  });

  it('没有的省级区划被指出', () => {
    expect(readIdentityNumber('990802199001010017', TODAY)).toMatchObject({ is: 'wrong', because: expect.stringContaining('99') });
  });

  it('十五位旧号码按 19xx 年出生认', () => {
    expect(readIdentityNumber('152801700101001', TODAY)).toMatchObject({ is: 'valid', birth: '1970-01-01', old: true });
    expect(readIdentityNumber('152801701301001', TODAY).is).toBe('wrong');
  });

  it('遮盖的号码认作已遮盖', () => {
    expect(readIdentityNumber('1528**********1234', TODAY).is).toBe('masked');
    expect(readIdentityNumber('152801XXXXXXXX1234', TODAY).is).toBe('masked');
    expect(isMasked('11010519491231002X')).toBe(false);
  });
});

describe('银行卡与手机号', () => {
  it('银行卡按 Luhn 校验', () => {
    expect(readBankCard('6222 0200 0000 0000 000')).toMatchObject({ code: '6222020000000000000' });
    expect(readBankCard('4111111111111111').is).toBe('valid');
    expect(readBankCard('4111111111111112').is).toBe('wrong');
    expect(readBankCard('411111111111111').is).toBe('wrong');
    expect(readBankCard('6222****0000').is).toBe('masked');
  });

  it('手机号十一位，可带 86', () => {
    expect(readMobile('13800000000').is).toBe('valid');
    expect(readMobile('+86 138-0000-0000')).toEqual({ is: 'valid', code: '13800000000' });
    expect(readMobile('12800000000').is).toBe('wrong');
    expect(readMobile('138****0000').is).toBe('masked');
  });
});
