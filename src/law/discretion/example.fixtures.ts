import type { BenchmarkContent, FineRange, Tier } from './benchmark.ts';

/** Fines in yuan for reading: [from, to], both belonging unless said otherwise. */
export function fine(from: number, to: number, open: { from?: boolean; to?: boolean } = {}): FineRange {
  return { measure: 'amount', from: from * 100, to: to * 100, fromOpen: open.from ?? false, toOpen: open.to ?? false };
}

export function tier(level: Tier['level'], range: FineRange | null, cases: Tier['cases'], more: Partial<Tier> = {}): Tier {
  return { level, words: '如条件所列', cases, kinds: range === null ? [] : ['CF03'], fine: range, note: null, ...more };
}

const HARM = (...options: string[]) => ({ factor: '危害后果', options });
const VALUE = (...options: string[]) => ({ factor: '货值', options });

/** 1万元以上10万元以下; 四档加不予; two factors, one of them a number. Invented. */
export const EXAMPLE: BenchmarkContent = {
  breach: '《演示条例》第八条',
  penalty: '《演示条例》第四十条',
  statutory: { kinds: ['CF03', 'CF05'], fine: fine(10_000, 100_000) },
  factors: [
    {
      name: '货值',
      unit: '元',
      options: [
        { label: '不满1万元', span: { from: 0, to: 10_000_000, fromOpen: false, toOpen: true } },
        { label: '1万元以上', span: { from: 10_000_000, to: null, fromOpen: false, toOpen: false } },
      ],
    },
    {
      name: '危害后果',
      unit: null,
      options: ['没有', '轻微', '一般', '严重'].map((label) => ({ label, span: null })),
    },
  ],
  tiers: [
    tier('none', null, [[HARM('没有'), VALUE('不满1万元')]]),
    tier('mitigated', fine(5_000, 10_000, { to: true }), [[HARM('没有'), VALUE('1万元以上')]]),
    tier('lenient', fine(10_000, 30_000, { to: true }), [[HARM('轻微')]]),
    tier('normal', fine(30_000, 60_000), [[HARM('一般'), VALUE('不满1万元')]]),
    tier('heavy', fine(60_000, 100_000, { from: true }), [[HARM('严重')], [HARM('一般'), VALUE('1万元以上')]], { kinds: ['CF03', 'CF05'] }),
  ],
};

/** The example with one tier otherwise. */
export function withTier(index: number, more: Partial<Tier>): BenchmarkContent {
  return { ...EXAMPLE, tiers: EXAMPLE.tiers.map((t, i) => (i === index ? { ...t, ...more } : t)) };
}
