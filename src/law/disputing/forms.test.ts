import { describe, expect, it } from 'vitest';
import { CORRECTING_FORMS } from '../execution/forms.ts';
import { askedFields } from '../form.ts';
import { DISPUTING_FORMS } from './forms.ts';

const asked = (form: Parameters<typeof askedFields>[0], typed: object): readonly string[] => Object.keys(askedFields(form, { ...typed }));

describe('复议、诉讼结果和自行纠正只问结果所要的（复议法第六十三条、第六十四条，诉讼法第七十条、第七十七条）', () => {
  const endedBy = (outcome: string, kinds: readonly string[] = []) => asked(DISPUTING_FORMS['dispute-ended'], { outcome, kinds });

  it('维持、驳回、撤回、终止的不问纠错和变更后的处罚；撤销、确认违法的只问纠错', () => {
    for (const outcome of ['upheld', 'dismissed', 'withdrawn', 'mediated', 'ended'])
      expect(endedBy(outcome).filter((key) => ['cause', 'redoBy', 'kinds', 'content', 'heavierBecause'].includes(key))).toEqual([]);
    expect(endedBy('revoked')).toEqual(expect.arrayContaining(['cause', 'redoBy']));
    expect(endedBy('unlawful')).not.toContain('kinds');
  });

  it('变更、部分撤销的问变更后的处罚，数额只问所选种类的', () => {
    expect(endedBy('changed')).toEqual(expect.arrayContaining(['kinds', 'content', 'heavierBecause']));
    expect(endedBy('partly', ['CF03'])).toContain('fine');
    expect(endedBy('partly', ['CF03'])).not.toContain('income');
    expect(endedBy('mediated-changed', ['CF05'])).toEqual(expect.arrayContaining(['goods', 'things']));
  });

  it('自行变更的问变更后的处罚，自行撤销的不问', () => {
    const own = (undoing: string) => asked(CORRECTING_FORMS['correct-own'], { undoing, kinds: [] });
    expect(own('changed')).toContain('kinds');
    expect(own('revoked')).not.toContain('kinds');
    expect([own('remake').includes('redoBy'), own('revoked').includes('redoBy')]).toEqual([true, false]);
  });
});
