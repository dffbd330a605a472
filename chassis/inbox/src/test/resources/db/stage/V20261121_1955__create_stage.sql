-- What a service would own: an effect of received events.
CREATE TABLE effects (key text NOT NULL, version bigint NOT NULL, event uuid NOT NULL);
GRANT SELECT, INSERT, UPDATE ON effects TO ${app_role};
