import type { Judgement } from '#law/rules/index';

export type NotJudgedRows = { readonly rule: string; readonly missing: string; rows: number };

/** Counts what could not be judged: `缺××` by rule. */
export class Tally {
  // Two steps instead of a joined key: a row answers some twenty times, and a hundred thousand rows are counted.
  readonly #byRule = new Map<string, Map<string, NotJudgedRows>>();

  takeAll({ notJudged }: Judgement): void {
    for (const { rule, missing } of notJudged) this.add(rule, missing, 1);
  }

  add(rule: string, missing: string, rows: number): void {
    if (rows === 0) return;
    let ofRule = this.#byRule.get(rule);
    if (ofRule === undefined) {
      ofRule = new Map();
      this.#byRule.set(rule, ofRule);
    }
    const known = ofRule.get(missing);
    if (known === undefined) ofRule.set(missing, { rule, missing, rows });
    else known.rows += rows;
  }

  /** By rule; of one rule the most frequent first. */
  inOrder(): readonly NotJudgedRows[] {
    const all = [...this.#byRule.values()].flatMap((ofRule) => [...ofRule.values()]);
    return all.sort((a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : b.rows - a.rows));
  }
}
