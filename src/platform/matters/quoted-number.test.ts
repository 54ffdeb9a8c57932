import { describe, expect, it } from 'vitest';
import type { BaseState, MatterKind } from '#law';
import { LETTER } from '#testing/letter-kind';
import { anyKind } from '../acts/kinds.ts';
import { quotedOf } from './quoted-number.ts';

const letters = anyKind(LETTER);
const cases: MatterKind = { ...letters, ownNumber: () => '演立〔2026〕1号' };
const unnumbered: MatterKind = { ...letters, ownNumber: () => null };
const state: BaseState = { status: 'draft' };
const paper = (number: string | null, is = 'served') => ({ number, state: is });

describe('事项以哪个文号称呼', () => {
  it('有案号的案件，从立案到归档都是案号，后来的文书不改变它', () => {
    expect(quotedOf(cases, state, [paper('演罚告〔2026〕1号'), paper('演罚〔2026〕1号')])).toBe('演立〔2026〕1号');
  });

  it('尚无案号的，以及看不到案情的单位，用其可见的第一件有效文书的文号', () => {
    const documents = [paper(null), paper('演发〔2026〕1号', 'void'), paper('演发〔2026〕2号'), paper('演发〔2026〕3号')];
    expect(quotedOf(unnumbered, state, documents)).toBe('演发〔2026〕2号');
    expect(quotedOf(cases, null, documents)).toBe('演发〔2026〕2号');
    expect(quotedOf(letters, state, documents)).toBe('演发〔2026〕2号');
  });

  it('文书都已作废的仍称作废的文号；没有文号的不称', () => {
    expect(quotedOf(letters, state, [paper('演发〔2026〕1号', 'void')])).toBe('演发〔2026〕1号');
    expect(quotedOf(letters, state, [paper(null)])).toBeNull();
  });
});
