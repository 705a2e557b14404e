-- area: platform
-- What a virus scanner said of the content of documents: one answer for all uploads of the same bytes. Content without a row was kept
-- while no scanner was named, and is given out as before. The content itself stays as it is: that table is append-only.
create table document_scan (
    authority_id  text not null,
    sha256        text not null,
    state         text not null check (state in ('waiting', 'clean', 'infected')),
    signature     text,                             -- what the scanner calls what it found: "Win.Test.EICAR_HDB-1"
    at            bigint not null,                  -- when it was said, or when the wait began
    primary key (authority_id, sha256),
    check ((state = 'infected') = (signature is not null)),
    foreign key (authority_id, sha256) references document_content (authority_id, sha256)
);
create index document_scan_waiting on document_scan (authority_id, sha256) where state = 'waiting';
