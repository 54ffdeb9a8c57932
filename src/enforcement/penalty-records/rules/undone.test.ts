import { describe, expect, it } from 'vitest';
import { localDate } from '#law';
import { penaltyFacts } from '../facts.ts';
import type { UndoneDecision } from '../model.ts';
import { BARE_ROW, EXTENDED_ROW, NO_REGISTERS } from './rows.fixtures.ts';

const undone: UndoneDecision = {
  ...{ effectOn: localDate('2026-04-01'), authority: '市人民政府', paper: null, offlineOn: null, reasonGiven: false },
  way: 'revoked',
};
const FACT = { effectOn: '2026-04-01', offlineOn: null, reasonGiven: false };
const unpublished = (columns: readonly 'publishedOn'[], fileKind: 'publicity' | 'credit-export' = 'publicity') => ({
  ...{ ...EXTENDED_ROW, undone },
  extension: { ...EXTENDED_ROW.extension, publishedOn: null },
  source: { fileKind, columns },
});

describe('决定的变更、撤销怎样成为事实（处罚法第四十八条）', () => {
  it('没有人说过的是不知道，不是没有变更', () => {
    expect(penaltyFacts(BARE_ROW, NO_REGISTERS).undone).toBeNull();
  });

  it('登记过的照登记的说', () => {
    expect(penaltyFacts({ ...EXTENDED_ROW, undone }, NO_REGISTERS).undone).toEqual(FACT);
  });

  it('写明没有公示过的无须撤回；没有公示日期这一栏的不作此推断，信用平台正在公示的更不', () => {
    expect(penaltyFacts(unpublished(['publishedOn']), NO_REGISTERS).undone).toBe('stands');
    expect(penaltyFacts(unpublished([]), NO_REGISTERS).undone).toEqual(FACT);
    expect(penaltyFacts(unpublished(['publishedOn'], 'credit-export'), NO_REGISTERS).undone).toEqual(FACT);
  });
});
