-- The city's base. A station is the partition key: every table that belongs to a station carries it first, and no
-- statement crosses stations but the look-ups by certificate number (serials, landings).

create table stations (
  code text primary key,
  name text not null,
  token_digest text not null unique,
  last_order integer not null default 0
);

-- The log. Orders of a station have no gaps: they are given under a lock on the station's row.
create table actions (
  station text not null references stations (code),
  order_number integer not null,
  id uuid not null,
  case_id uuid not null,
  case_type text not null,
  step text not null,
  digest text not null,
  receipt text not null,
  filed_at timestamptz not null,
  action jsonb not null,
  primary key (station, order_number),
  unique (station, id)
);
create index actions_of_a_case on actions (station, case_id, order_number);

-- Refusals are kept with what was refused, so that sending again gets the same answer.
create table refused_actions (
  station text not null references stations (code),
  id uuid not null,
  digest text not null,
  refusals jsonb not null,
  refused_at timestamptz not null,
  action jsonb not null,
  primary key (station, id)
);

-- The fold of the log.
create table cases (
  station text not null references stations (code),
  case_id uuid not null,
  version integer not null,
  status text not null,
  case_type text not null,
  body jsonb not null,
  primary key (station, case_id)
);

create table records (
  station text not null references stations (code),
  key text not null,
  kind text not null,
  version integer not null,
  body jsonb not null,
  primary key (station, key)
);

-- Certificates known to have landed anywhere, and which station a numbered sheet belongs to, for ever.
create table landings (
  key text primary key,
  landed_on date not null,
  office text not null
);

create table serials (
  key text primary key,
  station text not null references stations (code)
);
