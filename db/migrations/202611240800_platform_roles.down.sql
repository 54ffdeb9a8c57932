-- The roles belong to the whole cluster and other databases may use them: only this database's grant goes.
revoke usage on schema public from app_rt, app_system;
