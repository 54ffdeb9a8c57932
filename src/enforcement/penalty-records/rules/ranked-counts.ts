/**
 * A multiset over values known beforehand that gives its median in logarithmic time: a window over a hundred thousand
 * like cases must not sort itself anew at every step.
 */
export class RankedCounts {
  readonly #values: readonly number[];
  /** Binary indexed tree: node i counts the ranks (i - lowbit(i), i]. */
  readonly #tree: Int32Array;
  readonly #top: number;
  #size = 0;

  constructor(values: readonly number[]) {
    this.#values = [...new Set(values)].sort((a, b) => a - b);
    this.#tree = new Int32Array(this.#values.length + 1);
    this.#top = 2 ** Math.floor(Math.log2(Math.max(1, this.#values.length)));
  }

  get size(): number {
    return this.#size;
  }

  add(value: number, times: number): void {
    this.#change(value, times);
  }

  remove(value: number, times: number): void {
    this.#change(value, -times);
  }

  /** Mean of the two middle values where their number is even; 0 of nothing. */
  median(): number {
    if (this.#size === 0) return 0;
    const lower = this.#nth(Math.floor((this.#size - 1) / 2));
    return this.#size % 2 === 1 ? lower : (lower + this.#nth(this.#size / 2)) / 2;
  }

  #change(value: number, by: number): void {
    const rank = this.#rankOf(value);
    for (let i = rank + 1; i < this.#tree.length; i += i & -i) this.#tree[i] = (this.#tree[i] ?? 0) + by;
    this.#size += by;
  }

  #rankOf(value: number): number {
    let low = 0;
    let high = this.#values.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#values[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The n-th smallest, from 0. */
  #nth(n: number): number {
    let place = 0;
    let left = n;
    for (let step = this.#top; step > 0; step >>= 1) {
      const next = place + step;
      const count = this.#tree[next];
      if (count !== undefined && count <= left) {
        place = next;
        left -= count;
      }
    }
    return this.#values[place] ?? 0;
  }
}
