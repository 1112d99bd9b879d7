-- Who may come on the line in a station's name: the codes with which machines enrol, and the certificates they got.
create table enrolment_codes (
  station text not null references stations (code),
  digest text not null,
  until timestamptz not null,
  -- Set when a machine has used it; the same machine that lost the answer gets the same certificate again.
  used_at timestamptz,
  used_by text,
  certificate text,
  primary key (station, digest)
);

create table station_certificates (
  station text not null references stations (code),
  fingerprint text not null,
  device text not null,
  issued_at timestamptz not null,
  until timestamptz not null,
  revoked_at timestamptz,
  primary key (station, fingerprint),
  unique (fingerprint)
);

-- The authority that signs certificates: one row. No station's session may read it.
create table city_authority (
  only_one boolean primary key default true check (only_one),
  certificate text not null,
  secret text not null
);

-- No station's session needs any of them: they are asked before it is known who speaks.
alter table enrolment_codes enable row level security;
alter table station_certificates enable row level security;
alter table city_authority enable row level security;
