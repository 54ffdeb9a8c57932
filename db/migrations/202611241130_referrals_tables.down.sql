drop table sealed_referral;
drop table referral;
