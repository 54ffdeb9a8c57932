drop extension if exists pg_trgm;
drop extension if exists btree_gist;
