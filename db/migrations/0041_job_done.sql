-- area: platform
-- Work that is done once a day, whichever server of several comes to it first: the last day it was done for.
create table job_done (
    authority_id  text not null,
    job           text not null,
    done_for      date not null,
    done_at       bigint not null,
    primary key (authority_id, job)
);
