create table site_visit (id bigint primary key);
