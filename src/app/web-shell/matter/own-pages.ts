import type { MatterView } from '#ui/api/types.ts';

type OwnPage = { readonly to: string; readonly label: string };

/** Pages that a kind has beside the page of every matter: where its content is edited or read. */
const BY_KIND: Readonly<Record<string, (matter: MatterView) => readonly OwnPage[]>> = {
  'discretion-benchmark': ({ id, status }) => [
    ...(status === 'drafting' ? [{ to: `/benchmarks/${id}/edit`, label: '编辑阶次和因素' }] : []),
    ...(status === 'in-force' || status === 'abolished' ? [{ to: `/benchmarks/${id}`, label: '阅读和阶次建议' }] : []),
  ],
  'list-change': ({ id, status }) => [
    ...(status === 'drafting' || status === 'returned' ? [{ to: `/list-changes/${id}/edit`, label: '修改拟调整的事项' }] : []),
    { to: `/list-changes/${id}`, label: status === 'approving' ? '查看变化、批准并公布' : '查看变化' },
  ],
};

export function pagesOf(matter: MatterView): readonly OwnPage[] {
  return BY_KIND[matter.kind]?.(matter) ?? [];
}
