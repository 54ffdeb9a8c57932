import { describe, expect, it } from 'vitest';
import { digestOf, identityKeys } from './keys.ts';
import { isPasswordStale, passwordFaults } from './password-rules.ts';
import { hashPassword, needsRehash, passwordMatches } from './passwords.ts';
import { newRecoveryCodes, recoveryDigest } from './recovery-codes.ts';
import { newToken, readableSecret, tokenDigest } from './tokens.ts';
import { codeOfStep, matchedStep, stepOf } from './totp.ts';

describe('口令：只存 argon2id 摘要', () => {
  it('参数为 19 MiB、两遍；同一口令两次摘要不同', async () => {
    const [one, two] = [await hashPassword('河套灌区-Sudan-4417'), await hashPassword('河套灌区-Sudan-4417')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await passwordMatches(one, '河套灌区-Sudan-4417')).toBe(true);
    expect(await passwordMatches(one, '河套灌区-Sudan-4418')).toBe(false);
    expect(await passwordMatches('', '')).toBe(false);
    expect(needsRehash(one)).toBe(false);
    expect(needsRehash(one.replace('m=19456', 'm=4096'))).toBe(true);
  });
  it('全角与半角输入同一口令，视为相同', async () => {
    expect(await passwordMatches(await hashPassword('Ａｂｃ１２３-河套灌区'), 'Abc123-河套灌区')).toBe(true);
  });
});

describe('口令规则：不少于 12 个字符，不含常见词、平台名、单位名', () => {
  const faults = (password: string, profile: 'dengbao3' | 'asvs' = 'dengbao3', names: readonly string[] = []): number =>
    passwordFaults(password, { profile, names }).length;
  it.each([
    ['十一个字符', 'Xk7-Qm2-Zt9', false],
    ['十二个字符', 'Xk7-Qm2-Zt94', true],
    ['一百二十八个字符', `${'Xk7-Qm2-Zt9w'.repeat(10)}Xk7-Qm2-`, true],
    ['一百二十九个字符', `${'Xk7-Qm2-Zt9w'.repeat(10)}Xk7-Qm2-Z`, false],
    ['平台名', 'Faheng-2026-Faheng', false],
    ['替换字形的常见词', 'P@ssw0rd!P@ssw0rd!', false],
    ['城市拼音', 'Bayannaoer#2026', false],
    ['连续字符', 'Abcdefghijkl1234', false],
    ['重复字符', 'Aaaaaaaaaaaa1!', false],
    ['中文词组', '行政执法监督平台-A1', false],
  ])('%s', (_, password, accepted) => {
    expect(faults(password) === 0).toBe(accepted);
  });
  it('登录名、姓名、单位名不能充当口令', () => {
    expect(faults('Wangxiaoman-8317', 'dengbao3')).toBe(0);
    expect(faults('Wangxiaoman-8317', 'dengbao3', ['wangxiaoman'])).toBeGreaterThan(0);
  });
  it('三类字符与定期更换只在等保三级口径下要求', () => {
    expect(faults('xkqmztwvbnhrd', 'dengbao3')).toBeGreaterThan(0);
    expect(faults('xkqmztwvbnhrd', 'asvs')).toBe(0);
    const ninety = 90 * 86_400_000;
    expect([ninety - 1, ninety].map((age) => isPasswordStale(0, age, 'dengbao3'))).toEqual([false, true]);
    expect(isPasswordStale(0, ninety, 'asvs')).toBe(false);
  });
});

describe('验证码：RFC 6238', () => {
  /** Appendix B, SHA-1, the last six digits; secret "12345678901234567890". */
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
  ])('时刻 %i 的验证码为 %s', (seconds, code) => {
    expect(codeOfStep(secret, stepOf(seconds * 1000))).toBe(code);
    expect(matchedStep(secret, code, seconds * 1000, null)).toBe(stepOf(seconds * 1000));
  });
  it('快慢一步可以，两步不可以；用过的一步及更早的不再接受', () => {
    const now = 1_800_000_015_000;
    const step = stepOf(now);
    const at = (offset: number, last: number | null = null): number | null =>
      matchedStep(secret, codeOfStep(secret, step + offset), now, last);
    expect([at(-2), at(-1), at(0), at(1), at(2)]).toEqual([null, step - 1, step, step + 1, null]);
    expect([at(0, step), at(-1, step), at(1, step)]).toEqual([null, null, step + 1]);
  });
  it('不是六位数字的，不当作验证码', () => {
    for (const text of ['', '12345', '1234567', 'abcdef', '１２３４５６']) expect(matchedStep(secret, text, 0, null)).toBeNull();
  });
});

describe('令牌、恢复码与密封', () => {
  it('令牌 256 位随机，只认完整形式', () => {
    expect(Buffer.from(newToken(), 'base64url')).toHaveLength(32);
    expect(tokenDigest(newToken())).toHaveLength(32);
    for (const text of ['', 'a', `${newToken()}x`, '../../etc/passwd']) expect(tokenDigest(text)).toBeNull();
  });
  it('恢复码十个、各不相同，大小写空格横线不影响', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    const [code = ''] = codes;
    expect(recoveryDigest(code.toLowerCase().replaceAll('-', ' '))).toBe(recoveryDigest(code));
    expect(recoveryDigest(code.slice(1))).toBeNull();
  });
  it('手抄的码不含易混的 0、O、1、I', () => {
    expect(readableSecret(5_000)).toMatch(/^[2-9A-HJ-NP-Z]{5000}$/);
  });
  it('换一把密钥、换一个主人、改一个字节，都打不开', () => {
    const keys = identityKeys(Buffer.alloc(32, 7));
    const sealed = keys.seal('秘密', '甲');
    expect(keys.unseal(sealed, '甲')).toBe('秘密');
    expect(keys.unseal(sealed, '乙')).toBeNull();
    expect(identityKeys(Buffer.alloc(32, 8)).unseal(sealed, '甲')).toBeNull();
    for (let i = 0; i < sealed.length; i++) {
      const broken = Buffer.from(sealed);
      broken.writeUInt8(sealed.readUInt8(i) ^ 1, i);
      expect(keys.unseal(broken, '甲')).toBeNull();
    }
    expect(keys.mark('150802')).not.toEqual(identityKeys(Buffer.alloc(32, 8)).mark('150802'));
    expect(digestOf('x')).toHaveLength(32);
  });
});
