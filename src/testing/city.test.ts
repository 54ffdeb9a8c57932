import { describe, expect, it } from 'vitest';
import type { Session } from '#platform/session';
import { type Organisation, otherCity, smallCity } from './city.ts';

const city = smallCity();
const other = otherCity();

/** Whether a row homed at `home` lies within the ranges of a session: the first term of visibility (DESIGN §4). */
function reaches(session: Session, home: Organisation): boolean {
  const [region, line] = [home.place.region.lo, home.place.line.lo];
  return (region >= session.region.lo && region <= session.region.hi) || (line >= session.line.lo && line <= session.line.hi);
}

describe('管辖范围（细则第二条、第二十三条）', () => {
  it('市司法局及于全市，含垂直管理单位、受委托组织、派驻队和司法所（第二条第一款、第三款）', () => {
    const session = city.市司法局.supervisorA.session;
    for (const unit of [city.市税务局, city.交通支队, city.区政府, city.派驻中队, city.狼山司法所, city.呼勒斯太司法所, city.市政府]) {
      expect(reaches(session, unit), unit.name).toBe(true);
    }
    expect(reaches(session, other.市场监管局)).toBe(false);
    expect(reaches(session, city.市监委)).toBe(false);
  });

  it('旗县区司法局及于本区域全部单位，不及于邻旗和市直', () => {
    const session = city.区司法局.supervisorA.session;
    for (const unit of [city.区市场监管局, city.狼山镇, city.狼山镇执法队, city.派驻中队, city.狼山司法所]) {
      expect(reaches(session, unit), unit.name).toBe(true);
    }
    for (const unit of [city.旗市场监管局, city.呼勒斯太苏木, city.市市场监管局, city.市税务局]) {
      expect(reaches(session, unit), unit.name).toBe(false);
    }
  });

  it('市级部门及于本条线下级、受委托组织和派驻队，不及于其他条线（第二条第五款）', () => {
    const session = city.市市场监管局.legalOffice.session;
    for (const unit of [city.市市场监管局, city.区市场监管局, city.旗市场监管局, city.派驻中队]) {
      expect(reaches(session, unit), unit.name).toBe(true);
    }
    for (const unit of [city.市交通局, city.交通支队, city.区政府, city.狼山镇, city.市司法局]) {
      expect(reaches(session, unit), unit.name).toBe(false);
    }
    expect(reaches(city.市交通局.head.session, city.交通支队)).toBe(true);
  });

  it('司法所及于所在苏木乡镇街道的执法队和派驻队，不及于区直部门（第二十三条第二款）', () => {
    const session = city.狼山司法所.officer.session;
    for (const unit of [city.狼山镇, city.狼山镇执法队, city.派驻中队]) expect(reaches(session, unit), unit.name).toBe(true);
    for (const unit of [city.区市场监管局, city.区司法局, city.呼勒斯太苏木]) expect(reaches(session, unit), unit.name).toBe(false);
  });

  it('苏木乡镇及于自己的执法队，不及于监督它的司法所和派驻队', () => {
    const session = city.狼山镇.head.session;
    expect(reaches(session, city.狼山镇执法队)).toBe(true);
    expect(reaches(session, city.狼山司法所)).toBe(false);
    expect(reaches(session, city.派驻中队)).toBe(false);
  });

  it('垂直管理单位只及于自身，派驻队只及于自身', () => {
    expect(reaches(city.市税务局.head.session, city.市税务局)).toBe(true);
    expect(reaches(city.市税务局.head.session, city.市市场监管局)).toBe(false);
    expect(reaches(city.派驻中队.handlerA.session, city.区市场监管局)).toBe(false);
  });

  it('外部机关联络人与特邀监督员不凭区域看到任何办件（第十七条）', () => {
    for (const person of [city.市监委.liaison, city.特邀监督员.member]) {
      for (const unit of [city.市司法局, city.市市场监管局, city.市监委, city.特邀监督员])
        expect(reaches(person.session, unit)).toBe(false);
    }
  });

  it('借调监督员凭第二岗位及于借入地（第二十三条第一款）', () => {
    const { session, secondSession } = city.旗司法局.borrowed;
    expect(reaches(session, city.区市场监管局)).toBe(false);
    expect(secondSession !== null && reaches(secondSession, city.区市场监管局)).toBe(true);
    expect(secondSession !== null && reaches(secondSession, city.旗市场监管局)).toBe(false);
  });
});
