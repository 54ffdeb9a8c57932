import { describe, expect, it } from 'vitest';
import { canonicalJson, type Json, type JsonObject } from './canonical-json.ts';

/** The definition without any shortcut. */
function defined(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(defined).join(',')}]`;
  const object = value as JsonObject;
  const parts = Object.keys(object)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${defined(object[key] ?? null)}`);
  return `{${parts.join(',')}}`;
}

describe('同一内容只有一种写法', () => {
  it('键按字码排序，各层都是，不留空格', () => {
    expect(canonicalJson({ b: [1, { d: null, c: true }], a: '甲', 10: 0, 9: -0 })).toBe(
      '{"10":0,"9":0,"a":"甲","b":[1,{"c":true,"d":null}]}',
    );
    expect(canonicalJson({})).toBe('{}');
    expect(canonicalJson([])).toBe('[]');
    expect(canonicalJson([{}, [], ''])).toBe('[{},[],""]');
  });

  it('键数相同而键不同、键相同而先后不同的对象轮流出现，各按各的键', () => {
    const objects: Json[] = [
      { b: 1, a: 2 },
      { c: 1, a: 2 },
      { a: 2, b: 1 },
      { b: { z: 1, y: 2 }, a: { y: 1, z: 2 } },
      { y: 1, z: 2 },
    ];
    for (const one of [...objects, ...objects.toReversed(), ...objects]) expect(canonicalJson(one)).toBe(defined(one));
  });

  it('每一个字符，单独、成对、作为键，都与定义相同', () => {
    const different: string[] = [];
    for (let unit = 0; unit <= 0xffff; unit += 1) {
      const char = String.fromCharCode(unit);
      for (const value of [char, `甲${char}a`, { [char]: char }] as const) {
        if (canonicalJson(value) !== defined(value)) different.push(unit.toString(16));
      }
    }
    expect(different).toEqual([]);
    for (const text of ['𠮷', '\ud800a', 'a\udc00', '\u2028', '\u007f']) expect(canonicalJson(text)).toBe(JSON.stringify(text));
  });
});
