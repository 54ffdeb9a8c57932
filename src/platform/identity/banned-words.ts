/**
 * Words that carry no secrecy in a password: those everybody tries, the platform's and the city's own, keyboard runs.
 * Nearly all of the usual lists of common passwords are shorter than twelve characters or built from these.
 */
export const BANNED_WORDS: readonly string[] = [
  ...'password passwort passwd pass secret admin administrator root system sysadmin security audit user guest test demo login'.split(' '),
  ...'welcome letmein changeme default master super manager hello love iloveyou sunshine princess dragon monkey football'.split(' '),
  ...'baseball superman batman shadow michael jennifer jordan charlie summer winter spring autumn google microsoft windows'.split(' '),
  ...'computer internet samsung apple china beijing zhongguo woaini woaini1314 mima dlmima asdasd abcabc aaa trustno starwars'.split(' '),
  ...'qwertyuiop asdfghjkl zxcvbnm qwerty qwert asdfgh asdf zxcvbn zxcv qazwsxedc qazwsx wsxedc edcrfv zaq1xsw2 1qaz2wsx3edc'.split(' '),
  ...'1qaz2wsx 1q2w3e4r5t 1q2w3e4r q1w2e3r4 qweasdzxc qweasd abcdefg abcdef abcd abc xyz poiuytrewq lkjhgfdsa mnbvcxz'.split(' '),
  ...'faheng fahengpingtai bayannur bayannaoer bayannaoershi bynr neimenggu linhe wuyuan dengkou hangjinhouqi wulateqianqi'.split(' '),
  ...'wulatezhongqi wulatehouqi sifaju sifa sifasuo xingzheng zhifa xingzhengzhifa jiandu zhifajiandu fazhi fazhiban'.split(' '),
  ...'zhengfu shizhengfu pingtai xitong guanli guanliyuan anquan shenji juzhang kezhang jindu zhihui chufa anjian'.split(' '),
  ...'法衡 法治 巴彦淖尔 内蒙古 临河 五原 磴口 杭锦后旗 乌拉特 司法局 司法所 司法 行政执法 执法 行政 监督 平台 系统 政府 管理员'.split(' '),
  ...'市场监管 管理 登录 密码 口令 用户 测试 演示'.split(' '),
];
