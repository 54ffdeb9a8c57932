drop index ordinary_penalty_goods;
alter table ordinary_penalty drop column goods_held, drop column goods;
