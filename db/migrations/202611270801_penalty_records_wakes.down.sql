drop table penalty_wake;
