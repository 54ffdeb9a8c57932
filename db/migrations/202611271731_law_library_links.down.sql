alter table law_settlement drop column chosen, drop column among;
drop table law_link, law_links;
