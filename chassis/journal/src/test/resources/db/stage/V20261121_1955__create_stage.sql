-- What a service would own: an aggregate with a version.
CREATE TABLE aggregates (key text PRIMARY KEY, version bigint NOT NULL);
GRANT SELECT, INSERT, UPDATE ON aggregates TO ${app_role};
