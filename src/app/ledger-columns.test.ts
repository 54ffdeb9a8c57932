import { describe, expect, it } from 'vitest';
import { exportColumns } from '#platform/matters/export-columns';
import { KINDS } from './rooms.ts';
import { columnsOf } from './web-shell/ledger/ledger-page.tsx';

describe('台账导出与页面所见一致（细则第三条第二款）', () => {
  it.each(KINDS.map((kind) => [kind.name, kind] as const))('%s：页面显示的每一栏都能导出，名称相同，先后相同', (_, kind) => {
    const shown = columnsOf({ directedTo: kind.directedTo?.title ?? null });
    const taken = exportColumns(kind, shown.map(({ id }) => id).join());
    expect(taken.map(({ id, title }) => [id, title])).toEqual(shown.map(({ id, title }) => [id, title]));
  });
});
