import { describe, expect, it } from 'vitest';
import { isRefusal } from '#law';
import { readArguments } from './operator-arguments.ts';

const PLAN = { places: ['文件'], options: ['city', 'keys'], flags: ['again'] };
const reason = (...args: string[]): string => {
  const answer = readArguments(args, PLAN);
  return isRefusal(answer) ? answer.reason : '没有错误';
};

describe('命令行参数', () => {
  it('读出文件、带内容的选项和不带内容的选项', () => {
    const answer = readArguments(['a.csv', '--city', '1508', '--again'], PLAN);
    if (isRefusal(answer)) throw new Error(answer.reason);
    expect([answer.places, answer.option('city'), answer.option('keys'), answer.has('again')]).toEqual([['a.csv'], '1508', null, true]);
  });

  it.each([
    [[], '没有写明文件'],
    [['a', 'b', 'c'], '多出的参数：b c'],
    [['a', '--ciyt', '1508'], '不认识的选项 --ciyt'],
    [['a', '-x'], '不认识的选项 -x'],
    [['a', '--city'], '选项 --city 后面没有写明内容'],
    [['a', '--again=1'], '选项 --again 后面不写内容'],
  ])('%j：%s', (args, said) => {
    expect(reason(...args)).toBe(said);
  });
});
