-- Whoever is registered at a station under a number: asked by every case that registers somebody.
create index people_by_citizen_id on records (station, (body ->> 'citizenId')) where kind = 'person';
