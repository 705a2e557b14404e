-- area: placements

-- What a provider that is no school said of children whom nobody here knows of (R28). Never changed: it holds from its day until the next.
create table declared_children (
    authority_id text not null,
    id uuid not null,
    organisation_id uuid not null,
    from_day date not null,
    full_time integer not null,
    full_time_vulnerable integer not null,
    told_by text not null,
    created_at bigint not null,
    created_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, organisation_id) references provider (authority_id, organisation_id)
);
create index declared_children_by_provider on declared_children (authority_id, organisation_id, from_day);

-- That a provider was reported to the inspectorate as a school that may have to register. Never changed.
create table registration_report (
    authority_id text not null,
    id uuid not null,
    organisation_id uuid not null,
    reported_on date not null,
    words text not null,
    created_at bigint not null,
    created_by uuid not null,
    primary key (authority_id, id),
    foreign key (authority_id, organisation_id) references provider (authority_id, organisation_id)
);
create index registration_report_by_provider on registration_report (authority_id, organisation_id, reported_on);

-- engine: sqlite
create trigger declared_children_refuses_update before update on declared_children begin select raise(abort, 'declared_children is append-only'); end;
create trigger declared_children_refuses_delete before delete on declared_children begin select raise(abort, 'declared_children is append-only'); end;
create trigger registration_report_refuses_update before update on registration_report begin select raise(abort, 'registration_report is append-only'); end;
create trigger registration_report_refuses_delete before delete on registration_report begin select raise(abort, 'registration_report is append-only'); end;
-- engine: postgres
create trigger declared_children_refuses_change before update or delete or truncate on declared_children execute function refuse_change();
create trigger registration_report_refuses_change before update or delete or truncate on registration_report execute function refuse_change();
-- engine: both
