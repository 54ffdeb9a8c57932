update law_article set words = ts_delete(words, array['#20', '#30', '#40', '#50', '#60', '#80', '#120', '#180', '#300', '#more']);
drop function law_article_size(text);
alter index law_article_words reset (gin_pending_list_limit);
