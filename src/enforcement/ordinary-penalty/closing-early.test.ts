import { describe, expect, it } from 'vitest';
import { CAST, disputed, fulfilled, type Input, RESULT, resulted } from './testing.ts';

const { handlerA, head } = CAST;
const CLOSE: Input = { summary: '同意结案。' };
const ARCHIVE: Input = { number: '2026-001', pages: 40 };
/** Paid and published on 2026-06-01; the party has gone to 复议, which was accepted and goes on. */
const going = disputed(fulfilled().does(handlerA, 'publish', { on: '2026-06-01', where: '执法公示平台' }));
const closed = () => going.reports(CAST.machine, 'close', CLOSE, '2026-06-01');
const acts = (r: ReturnType<typeof closed>) => r.tasks().map((t) => t.act);

describe('复议、诉讼没有结束即结案（处罚法第七十三条）', () => {
  it('平台办理的不予结案；结束以后可以结案', () => {
    expect(going.tries(head, 'close', CLOSE)).toMatchObject({ refused: 'disputed', cite: { instrument: '行政处罚法', article: 73 } });
    expect(resulted(going, { outcome: 'upheld' }).tries(head, 'close', CLOSE)).toBeNull();
  });

  it('自有系统已经结案的照录并留下问题；复议的后续仍在待办里，归档等其结束', () => {
    const at = closed();
    expect([at.state.status, at.stored.at(-1)?.frame.doubts]).toEqual(['closed', ['disputed']]);
    expect(acts(at)).toEqual(['dispute-answered']);
    expect(at.tries(handlerA, 'archive', ARCHIVE)).toMatchObject({ refused: 'disputed', cite: { article: 73 } });
    expect(at.tries(handlerA, 'archive', ARCHIVE, { reported: true })).toMatchObject({ refused: 'disputed' });
  });

  it('结案以后维持的，可以归档，归档以后没有待办', () => {
    const upheld = resulted(closed(), { outcome: 'upheld' });
    expect([upheld.state.status, acts(upheld)]).toEqual(['closed', ['archive']]);
    const done = upheld.does(handlerA, 'archive', ARCHIVE);
    expect([done.state.status, done.tasks()]).toEqual(['archived', []]);
  });

  it('结案以后撤销的，案件重新打开，撤回公示、退还罚款以后才能再结案', () => {
    const revoked = resulted(closed(), { outcome: 'revoked', cause: 'facts' });
    expect([revoked.state.status, acts(revoked)]).toEqual(['ended', ['withdraw-publication', 'give-back']]);
    expect(revoked.tries(head, 'close', CLOSE)).toMatchObject({ refused: 'not-settled', cite: { article: 73 } });
    expect(revoked.tries(handlerA, 'close', CLOSE, { reported: true })).toBeNull();
  });

  it('没有复议、诉讼的结案案件里没有可以登记的结果', () => {
    const quiet = fulfilled().does(handlerA, 'publish', { on: '2026-06-01', where: '执法公示平台' }).does(head, 'close', CLOSE);
    expect(acts(quiet)).toEqual(['archive']);
    expect(quiet.tries(handlerA, 'dispute-ended', { ...RESULT, effectOn: '2026-06-01' })).toMatchObject({ refused: 'no-dispute' });
  });
});
