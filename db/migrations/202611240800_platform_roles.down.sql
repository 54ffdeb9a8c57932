-- The role belongs to the whole cluster and other databases may use it: only this database's grant goes.
revoke usage on schema public from app_rt;
