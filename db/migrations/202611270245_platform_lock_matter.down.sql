drop function lock_matter(uuid, int);
