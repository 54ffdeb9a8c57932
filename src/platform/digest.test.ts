import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { digests, digestsOfStream, sha256, sm3 } from './digest.ts';

describe('摘要', () => {
  it('SM3 与 GB/T 32905 附录A的两个示例一致', () => {
    expect(sm3(Buffer.from('abc'))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
    expect(sm3(Buffer.from('abcd'.repeat(16)))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732');
  });

  it('SHA-256 与 FIPS 180-4 的示例一致', () => {
    expect(sha256(Buffer.from('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('按流读取与整读一致，分块大小不影响结果', async () => {
    const bytes = Buffer.from('行政执法监督意见书'.repeat(5000));
    const chunks = Array.from({ length: Math.ceil(bytes.length / 777) }, (_, i) => bytes.subarray(i * 777, (i + 1) * 777));
    expect(await digestsOfStream(Readable.from(chunks))).toEqual(digests(bytes));
    expect(digests(bytes).size).toBe(bytes.length);
  });

  it('读流中途出错，不给出摘要', async () => {
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('前半');
        throw new Error('断流');
      })(),
    );
    await expect(digestsOfStream(broken)).rejects.toThrow('断流');
  });
});
