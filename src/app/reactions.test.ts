import { describe, expect, it } from 'vitest';
import { REACTIONS } from './reactions.ts';
import { KINDS } from './rooms.ts';

describe('跨房间的后续（细则第二十二条）', () => {
  it('每一条后续都挂在确有的办理上', () => {
    for (const topic of REACTIONS) {
      const [kind = '', act = ''] = topic.split('.');
      const found = KINDS.find((k) => k.kind === kind);
      expect(Object.keys(found?.lifecycle ?? {}), topic).toContain(act);
    }
  });
});
