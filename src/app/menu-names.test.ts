import { describe, expect, it } from 'vitest';
import type { KindInfo, SessionView } from '#ui/api/types.ts';
import { KINDS } from './rooms.ts';
import { menuItems } from './web-shell/frame/menu-items.ts';

describe('菜单各项', () => {
  it('没有两项同名：各类事项的台账和汇总各类案件的台账分得开', () => {
    const all = KINDS.map(({ kind, name, room }): KindInfo => ({ kind, name, room, listed: true }) as KindInfo);
    const shown = menuItems({ post: { role: 'supervisor' } } as SessionView, all).map((one) => one.title);
    expect(shown.filter((title, i) => shown.indexOf(title) !== i)).toEqual([]);
  });
});
