create table if not exists site_visit (id bigint primary key);
