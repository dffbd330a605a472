create table web.thing (id uuid primary key);
grant select, insert on web.thing to ${app_role};
