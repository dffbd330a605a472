-- What a service would own: an aggregate with a version, and an effect of received events.
CREATE TABLE aggregates (key text PRIMARY KEY, version bigint NOT NULL);
CREATE TABLE effects (key text NOT NULL, version bigint NOT NULL, event uuid NOT NULL);
GRANT SELECT, INSERT, UPDATE ON aggregates, effects TO ${app_role};
