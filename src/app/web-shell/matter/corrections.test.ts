import { describe, expect, it } from 'vitest';
import type { TimelineAct } from '#ui/api/types.ts';
import { changedFields, confirmationOf, isOpenProposal } from './corrections.ts';

const act = (seq: number, type: string, input: TimelineAct['input']): TimelineAct => ({
  seq,
  type,
  label: type,
  legalDate: '2026-03-16',
  legalTime: null,
  recordedAt: '2026-03-16T01:00:00Z',
  mode: 'performed',
  source: null,
  actor: { name: '甲', organisationId: 'o', organisation: '某局（演示）' },
  number: null,
  article: null,
  cite: null,
  input,
  fields: [],
  documents: [],
  files: [],
  corrected: false,
  retracted: false,
  doubts: [],
});
const proposal = act(5, 'platform.propose', { seq: 2, reason: '签收日写错', fields: {}, legalDate: '2026-03-13' });

describe('更正须由另一人确认的，确认的与提出的一字不差（处罚法第四十七条）', () => {
  it('确认时把提出的内容原样送回，并指明是确认哪一条', () => {
    expect(confirmationOf(proposal, 9)).toEqual({
      ifSeq: 9,
      seq: 2,
      retract: false,
      fields: {},
      legalDate: '2026-03-13',
      reason: '签收日写错',
      proof: [],
      proposal: 5,
    });
    expect(confirmationOf(act(5, 'platform.propose', { seq: 2, reason: '误录', retract: true }), 9)).toMatchObject({
      retract: true,
      legalDate: null,
    });
  });

  it('已确认的不再待确认，别条的确认不算', () => {
    expect(isOpenProposal(proposal, [proposal])).toBe(true);
    expect(isOpenProposal(proposal, [act(6, 'platform.correct', { seq: 2, proposal: 5 }), proposal])).toBe(false);
    expect(isOpenProposal(proposal, [act(6, 'platform.correct', { seq: 2, proposal: 4 }), proposal])).toBe(true);
    expect(isOpenProposal(act(5, 'receive', {}), [])).toBe(false);
  });

  it('只送有变化的字段', () => {
    expect(
      changedFields(
        { a: 1, rows: [{ n: 1 }], same: [{ x: 1, y: 2 }], gone: null },
        { a: 1, rows: [{ n: 2 }], same: [{ y: 2, x: 1 }], gone: null, fresh: 'x' },
      ),
    ).toEqual({
      rows: [{ n: 2 }],
      fresh: 'x',
    });
  });
});
