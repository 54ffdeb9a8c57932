drop table law_article, law_text;
