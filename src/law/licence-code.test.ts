import { describe, expect, it } from 'vitest';
import { readLicenceCode } from './licence-code.ts';

const CODE = '91150802MA0000001B';
const NAME = '巴彦淖尔河套食品有限公司（演示）';

describe('营业执照二维码里的统一社会信用代码（GB 32100）', () => {
  it.each([
    ['照面文字', `统一社会信用代码:${CODE};\n名称:${NAME};\n登记机关:演示`, NAME],
    ['全角冒号、小写', `名　称：${NAME}\n统一社会信用代码：${CODE.toLowerCase()}`, NAME.normalize('NFKC')],
    ['网址里带代码', `http://example.invalid/q?uniscid=${CODE}&t=1`, null],
    ['网址里带编码的名称', `http://example.invalid/q?code=${CODE}&name=${encodeURIComponent(NAME)}&t=1`, NAME.normalize('NFKC')],
    ['JSON', `{"uscc":"${CODE}","entname":"${NAME}"}`, NAME.normalize('NFKC')],
  ] as const)('%s', (_, text, name) => {
    expect(readLicenceCode(text)).toEqual({ uscc: CODE, name: name === null ? null : name.normalize('NFKC') });
  });

  it.each([
    ['校验位不对', `统一社会信用代码:91150802MA0000001C`],
    ['没有代码的网址', 'http://example.invalid/8f2a'],
    ['两个不同的代码', `${CODE} 92150821MA0000002U`],
    ['代码夹在更长的数字里', `1${CODE}2`],
    ['坏的编码', '%E4%B'],
  ] as const)('%s的不采用', (_, text) => {
    expect(readLicenceCode(text)).toBeNull();
  });
});
