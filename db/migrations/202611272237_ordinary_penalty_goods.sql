-- Room ordinary-penalty: which cases have things that were taken, and how many of them still lie with somebody; the ledger of
-- things reads them in the folded state of these cases alone (处罚法 74).
alter table ordinary_penalty add column goods int not null default 0 check (goods >= 0);
alter table ordinary_penalty add column goods_held int not null default 0 check (goods_held between 0 and goods);
create index ordinary_penalty_goods on ordinary_penalty (matter_id desc) where goods > 0;
