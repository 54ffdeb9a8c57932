import { describe, expect, it } from 'vitest';
import { isActorOneOf, joinedBy } from './conditions.ts';
import type { ActingPost } from './matter-kind.ts';

const someone = (postId: string, name: string): ActingPost => ({
  postId,
  accountId: `account/${postId}`,
  officerId: null,
  name,
  role: 'handler',
  organisationId: 'organisation',
});

describe('经办过一步的人员', () => {
  const [first, second] = [someone('1', '甲'), someone('2', '乙')];

  it('反复修改只记一次，先后次序不变', () => {
    const people = [first, second, first, second, first].reduce(joinedBy, []);
    expect(people.map((p) => p.name)).toEqual(['甲', '乙']);
  });

  it('换人修改的，先后各人都在其中，均不得审核或者签发', () => {
    const people = joinedBy(joinedBy([], first), second);
    expect(isActorOneOf(first, people)).toBe(true);
    expect(isActorOneOf(second, people)).toBe(true);
    expect(isActorOneOf(someone('3', '丙'), people)).toBe(false);
  });

  it('同一人换了岗位或者姓名的，另记一次', () => {
    expect(joinedBy([], first)).toHaveLength(1);
    expect(joinedBy(joinedBy([], first), { ...first, postId: '9' })).toHaveLength(2);
    expect(joinedBy(joinedBy([], first), { ...first, name: '甲某' })).toHaveLength(2);
  });
});
